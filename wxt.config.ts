import preact from '@preact/preset-vite'
import { defineConfig } from 'wxt'

export default defineConfig({
  modules: ['@wxt-dev/i18n/module', '@wxt-dev/webextension-polyfill'],
  manifestVersion: 3,
  imports: false,
  manifest: ({ browser }) => ({
    name: '__MSG_name__',
    description: '__MSG_description__',
    default_locale: 'en',
    permissions: ['storage', 'scripting'],
    host_permissions: ['https://github.com/*', 'https://huggingface.co/*'],
    ...(browser === 'firefox' && {
      browser_specific_settings: {
        gecko: {
          id: 'unmute@unmute.example',
          strict_min_version: '142.0',
          data_collection_permissions: { required: ['none'] },
        },
      },
    }),
  }),
  vite: () => ({
    plugins: [preact()],
    build: {
      // Vite rewrites light-dark() for older targets, which loses the colours inside a shadow root.
      cssTarget: ['chrome123', 'firefox128'],
    },
  }),
})
