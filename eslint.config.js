import reactHooks from 'eslint-plugin-react-hooks';
import tseslint from 'typescript-eslint';

export default tseslint.config(
  { ignores: ['dist/', 'dist-electron/', 'node_modules/', 'screenshots/', 'tests/fixtures/tracks/'] },
  {
    files: ['**/*.ts', '**/*.tsx'],
    extends: [tseslint.configs.strictTypeChecked, tseslint.configs.stylisticTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      // An ambient module can name a type of ours only by `import()`.
      '@typescript-eslint/consistent-type-imports': ['error', { disallowTypeAnnotations: false }],
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      '@typescript-eslint/consistent-type-definitions': 'off',
      '@typescript-eslint/consistent-indexed-object-style': 'off',
      'max-lines': ['error', { max: 350 }],
      eqeqeq: 'error',
      'no-console': 'error',
    },
  },
  { files: ['src/**/*.tsx', 'src/hooks/**/*.ts'], extends: [reactHooks.configs.flat.recommended] },
  { files: ['src/cli/**', 'src/build/**', 'seeds/**', 'tests/**', 'electron/**'], rules: { 'no-console': 'off' } },
  // Next to hostile code: methods are taken off their objects early, and no iterator is asked, since both can be patched.
  {
    files: ['src/runner/engines/*/inside/**'],
    rules: { '@typescript-eslint/unbound-method': 'off', '@typescript-eslint/prefer-for-of': 'off' },
  },
);
