import { defineConfig } from 'vitest/config'
import { WxtVitest } from 'wxt/testing/vitest-plugin'

export default defineConfig({
  plugins: [WxtVitest()],
  test: {
    include: [
      '{components,diagnosis,entrypoints,locales,rules,scripts,sites,stack,storage,tests,weights}/**/*.test.{ts,tsx}',
    ],
    exclude: ['tests/browser/**', 'node_modules/**'],
  },
})
