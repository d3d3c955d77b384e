import { fileURLToPath } from 'node:url'
import preact from '@preact/preset-vite'
import { defineConfig } from 'wxt'
import { withoutRawHtml } from './scripts/without-raw-html'

/** Chromium's release with `light-dark()`, which the styles use. */
const CHROMIUM = '123'

/** WXT's own view of the browser: 2.5 kB smaller than the polyfill, which the module below puts in its place. */
const plainBrowser = fileURLToPath(import.meta.resolve('wxt/browser'))

/** In place of what WXT starts a content script with: 1 kB that the scout does not use, and a message to the page. */
const noContext = fileURLToPath(new URL('entrypoints/scout.content/no-context.ts', import.meta.url))

export default defineConfig({
  modules: ['@wxt-dev/i18n/module', '@wxt-dev/webextension-polyfill'],
  manifestVersion: 3,
  imports: false,
  manifest: ({ browser }) => ({
    name: '__MSG_name__',
    description: '__MSG_description__',
    default_locale: 'en',
    permissions: ['storage', 'scripting', 'contextMenus', 'activeTab'],
    host_permissions: ['https://github.com/*', 'https://huggingface.co/*'],
    ...(browser === 'firefox'
      ? {
          browser_specific_settings: {
            gecko: {
              id: 'unmute@unmute.example',
              strict_min_version: '142.0',
              data_collection_permissions: { required: ['none'] },
            },
          },
        }
      : { minimum_chrome_version: CHROMIUM }),
  }),
  hooks: {
    'vite:build:extendConfig'(entrypoints, config) {
      // every page of both sites loads these: they do without the polyfill
      if (entrypoints.some(({ name }) => name === 'scout' || name === 'panel'))
        config.resolve = {
          ...config.resolve,
          alias: {
            ...config.resolve?.alias,
            'wxt/browser': plainBrowser,
            'wxt/utils/content-script-context': noContext,
          },
        }
    },
  },
  vite: () => ({
    plugins: [preact(), withoutRawHtml()],
    build: {
      // Vite rewrites light-dark() for older targets, which loses the colours inside a shadow root.
      cssTarget: [`chrome${CHROMIUM}`, 'firefox128'],
    },
  }),
})
