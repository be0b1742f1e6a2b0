import tseslint from 'typescript-eslint';

// The style rules of CONTRIBUTING.md that a linter can hold; test/unit/code-rules.test.ts and house-rules.test.ts hold the others.
export default tseslint.config(
  {
    ignores: [
      '**/dist/**',
      'generated/**',
      'test/golden/**',
      '**/node_modules/**',
      'scripts/bin/**',
      // A package of its own: documentation.
      'scripts/site/**',
      '.config/**',
      // Programs of a project that has other packages.
      'test/package/standard-schema/**',
      'test/bench/**',
      // Programs that tests start; no project has them.
      'test/**/*.mjs',
    ],
  },
  ...tseslint.configs.strictTypeChecked,
  {
    languageOptions: { parserOptions: { projectService: true } },
    rules: {
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
      // Else an import of types alone stays as an import for side effects.
      '@typescript-eslint/no-import-type-side-effects': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { varsIgnorePattern: '^_', argsIgnorePattern: '^_' }],
      // Counts and statuses read well inside messages.
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true, allowBoolean: true }],
      '@typescript-eslint/no-invalid-void-type': ['error', { allowAsThisParameter: true }],
      // There are no enums, and no class is assigned to another's type: together these two take a sixth of the linter's time.
      '@typescript-eslint/no-unsafe-enum-assignment': 'off',
      '@typescript-eslint/no-unsafe-class-instance-assignment': 'off',
      eqeqeq: 'error',
      'max-depth': ['error', 3],
      'max-lines': ['error', 250],
      'max-lines-per-function': ['error', 40],
      'max-params': ['error', 3],
      'no-restricted-exports': ['error', { restrictDefaultExports: { direct: true } }],
    },
  },
  {
    files: ['test/**'],
    rules: {
      'max-lines-per-function': 'off',
      'max-params': 'off',
      '@typescript-eslint/no-non-null-assertion': 'off',
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
    },
  },
  { files: ['test/vitest.config.ts'], rules: { 'no-restricted-exports': 'off' } },
);
