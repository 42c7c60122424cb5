import path from 'node:path'
import tseslint from 'typescript-eslint'

/** The dependency rules of the house: who may import whom. The message says why. */
const forbid = (files, patterns, ignores = []) => ({
  files,
  ignores,
  rules: { 'no-restricted-imports': ['error', { patterns }] },
})
const SDK = ['wx-server-sdk', '@cloudbase/*']

export default tseslint.config(
  { ignores: ['node_modules', 'dist', '.data', 'coverage', 'miniprogram/miniprogram_npm'] },
  {
    files: ['**/*.ts'],
    extends: [...tseslint.configs.recommendedTypeChecked],
    languageOptions: {
      parserOptions: {
        project: [
          'tsconfig.json',
          'cloudfunctions/tsconfig.json',
          'local/tsconfig.json',
          'local/browser/tsconfig.json',
          'tests/tsconfig.json',
          'tests/components/tsconfig.json',
          'tests/services/tsconfig.json',
        ],
        tsconfigRootDir: path.dirname(new URL(import.meta.url).pathname),
      },
    },
    rules: {
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/consistent-type-imports': ['error', { disallowTypeAnnotations: false }],
      '@typescript-eslint/switch-exhaustiveness-check': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      'no-empty': ['error', { allowEmptyCatch: false }],
      eqeqeq: ['error', 'smart'],
      // what JSON.parse, the SDKs and WeChat's typings hand out is any; writing any ourselves stays an error
      '@typescript-eslint/no-unsafe-argument': 'off',
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-call': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
      '@typescript-eslint/no-unsafe-return': 'off',
      // inside Page({ data }) the assertion is what gives the state its union; the rule does not see that
      '@typescript-eslint/no-unnecessary-type-assertion': 'off',
      // an interface may promise what one implementation has at once; a method may be handed on when it has no \`this\`
      '@typescript-eslint/require-await': 'off',
      '@typescript-eslint/unbound-method': 'off',
      '@typescript-eslint/no-base-to-string': 'off',
    },
  },
  {
    files: ['tests/**/*.ts'],
    rules: { '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: false }] },
  },
  {
    // what a phone has: no window, no document, one door to the cloud
    files: ['miniprogram/**/*.ts'],
    rules: {
      'no-restricted-globals': [
        'error',
        'window',
        'document',
        'localStorage',
        'fetch',
        'location',
        'navigator',
      ],
    },
  },
  {
    files: ['miniprogram/**/*.ts'],
    ignores: ['miniprogram/services/call.ts', 'miniprogram/services/upload.ts', 'miniprogram/app.ts'],
    rules: {
      'no-restricted-syntax': [
        'error',
        {
          selector: "MemberExpression[object.name='wx'][property.name='cloud']",
          message: 'Only services/call.ts and upload.ts talk to the cloud.',
        },
      ],
    },
  },
  forbid(
    ['miniprogram/**/*.ts'],
    [
      {
        group: ['**/cloudfunctions/**', '**/local/**'],
        message: 'Pages know the contract in typings/, nothing behind it.',
      },
      { group: SDK, message: 'Server SDKs stay on the server.' },
    ],
  ),
  forbid(
    ['miniprogram/shared/**/*.ts'],
    [
      {
        regex: '^(?!\\./|\\.\\./\\.\\./typings/|dayjs$|js-sha256$)',
        message: 'shared/ runs on both sides and imports nothing outside itself.',
      },
    ],
  ),
  forbid(
    ['cloudfunctions/**/*.ts'],
    [
      { group: SDK, message: 'Only serve, the store port, files and the open API touch an SDK.' },
      { group: ['**/local/**'], message: 'A function does not know where it runs.' },
    ],
    [
      'cloudfunctions/_kit/store.ts',
      'cloudfunctions/_kit/serve.ts',
      'cloudfunctions/_kit/serve-timer.ts',
      'cloudfunctions/_kit/openapi.ts',
      'cloudfunctions/_kit/files.ts',
    ],
  ),
  {
    // time comes in: a rule that asks the clock cannot be tested at an instant
    files: ['cloudfunctions/**/*.ts', 'miniprogram/shared/**/*.ts'],
    ignores: [
      'cloudfunctions/_kit/serve.ts',
      'cloudfunctions/_kit/serve-timer.ts',
      'cloudfunctions/_kit/cache.ts',
    ],
    rules: {
      'no-restricted-properties': [
        'error',
        { object: 'Date', property: 'now', message: 'Time comes in as an argument.' },
      ],
    },
  },
  forbid(
    ['local/cloud/**/*.ts'],
    [
      {
        group: ['**/cloudfunctions/**', '**/miniprogram/**'],
        message: 'The cloud does not know the product it runs.',
      },
    ],
  ),
)
