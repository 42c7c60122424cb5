/** Standard rules; what is allowed beyond them is what mini-programs have: rpx, tags of WeChat, older kernels. */
export default {
  extends: ['stylelint-config-standard'],
  rules: {
    'selector-type-no-unknown': [
      true,
      { ignoreTypes: ['page', /^(wx|t|g|scroll|root)-/, 'view', 'text', 'image', 'swiper', 'navigator'] },
    ],
    'selector-class-pattern': null,
    'custom-property-pattern': null,
    'custom-property-empty-line-before': null,
    'declaration-block-single-line-max-declarations': null,
    'rule-empty-line-before': null,
    'at-rule-empty-line-before': null,
    'no-descending-specificity': null,
    // older kernels of WeChat know neither bare masks nor the new notations of colours
    'property-no-vendor-prefix': null,
    'alpha-value-notation': null,
    'color-function-notation': null,
    'color-function-alias-notation': null,
    'color-hex-length': null,
    // families come from variables that end in a generic one
    'font-family-no-missing-generic-family-keyword': null,
    // hands the same tokens to TDesign in a second block, on purpose
    'no-duplicate-selectors': null,
    'value-keyword-case': ['lower', { ignoreKeywords: ['currentColor', /^[A-Z][a-z]+$/] }],
  },
  overrides: [
    {
      files: ['**/*.wxss'],
      rules: {
        'unit-no-unknown': [true, { ignoreUnits: ['rpx'] }],
        // their syntax tables do not know rpx
        'declaration-property-value-no-unknown': null,
        'font-family-name-quotes': null,
        'import-notation': null,
      },
    },
  ],
}
