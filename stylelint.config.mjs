/** Standard rules; what is allowed beyond them is what mini-programs have: rpx, and tags of WeChat. */
export default {
  extends: ['stylelint-config-standard'],
  rules: {
    'unit-no-unknown': [true, { ignoreUnits: ['rpx'] }],
    'selector-type-no-unknown': [true, { ignoreTypes: ['page', /^(scroll|root|t)-/, 'view', 'text', 'image', 'button', 'input'] }],
    'selector-class-pattern': null,
    'custom-property-empty-line-before': null,
    'declaration-block-single-line-max-declarations': null,
    'color-hex-length': null,
    'font-family-no-missing-generic-family-keyword': null,
    'no-descending-specificity': null,
  },
}
