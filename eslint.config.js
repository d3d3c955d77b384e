import tseslint from 'typescript-eslint'

/** Layers from top to bottom: a folder may import only from folders that stand below it. */
const layers = [
  'entrypoints',
  'components',
  'sites',
  'storage',
  'diagnosis',
  'rules',
  'stack',
  'weights',
  'locales',
]

/** The exceptions to "anything below": what each folder may reach. */
const reaches = {
  entrypoints: ['components', 'sites', 'storage', 'diagnosis', 'rules', 'stack', 'weights', 'locales'],
  components: ['diagnosis', 'locales'],
  sites: ['diagnosis'],
  storage: ['locales'],
  diagnosis: ['rules', 'stack', 'locales'],
  rules: [],
  stack: [],
  weights: [],
  locales: [],
}

const layerRules = layers.map((layer) => ({
  files: [`${layer}/**/*.{ts,tsx}`],
  ignores: ['**/*.test.{ts,tsx}'],
  rules: {
    'no-restricted-imports': [
      'error',
      {
        patterns: layers
          .filter((other) => other !== layer && !reaches[layer].includes(other))
          .map((other) => ({
            regex: `^(\\.\\./)+${other}/`,
            message: `${layer}/ may import only from: ${reaches[layer].join(', ') || 'nothing else'}. See docs/architecture.md.`,
          }))
          .concat(
            layer === 'diagnosis' || layer === 'rules'
              ? [
                  {
                    regex: '^(wxt|preact|dompurify)',
                    message: 'The engine knows no browser and no interface.',
                  },
                ]
              : [],
          ),
      },
    ],
  },
}))

export default tseslint.config(
  { ignores: ['.output/', '.wxt/', 'node_modules/', 'demo/', 'test-results/', 'evidence/.cache/'] },
  ...tseslint.configs.recommended,
  {
    rules: {
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_' }],
      '@typescript-eslint/consistent-type-imports': 'error',
      'no-console': ['error', { allow: ['error', 'warn'] }],
      'max-lines': ['warn', { max: 350, skipBlankLines: true, skipComments: true }],
    },
  },
  { files: ['scripts/**', 'tests/**'], rules: { 'no-console': 'off' } },
  ...layerRules,
  {
    files: ['diagnosis/**/*.ts', 'rules/**/*.ts'],
    rules: {
      'no-restricted-globals': ['error', 'document', 'window', 'browser', 'chrome', 'navigator', 'fetch'],
    },
  },
)
