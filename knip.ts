import type { KnipConfig } from 'knip'

/** Where everything starts: what is reached from none of these is dead. Programs named in package.json are known. */
export default {
  entry: [
    'wxt.config.ts',
    // WXT finds these by their place: pages start from main.tsx, scripts from index
    'entrypoints/*/main.tsx',
    'entrypoints/*/index.{ts,tsx}',
    'tests/bench/*.ts',
    'tests/*/setup.ts',
    'tests/**/*.spec.ts',
    'tests/firefox/playwright.config.ts',
  ],
  project: ['**/*.{ts,tsx,js}'],
  // wxt.config.ts names the first two as strings, and the second wraps the third
  ignoreDependencies: ['@wxt-dev/i18n', '@wxt-dev/webextension-polyfill', 'webextension-polyfill'],
  // the types of what is exported are exported too, whether or not anybody names them yet
  ignoreExportsUsedInFile: { interface: true, type: true },
} satisfies KnipConfig
