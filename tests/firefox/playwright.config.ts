import { defineConfig } from '@playwright/test'

/** Playwright's runner with Puppeteer's browser: Playwright itself has no Firefox that loads extensions. */
export default defineConfig({
  testDir: '.',
  globalSetup: './setup.ts',
  outputDir: '../../test-results/firefox',
  fullyParallel: true,
  forbidOnly: !!process.env.CI,
  retries: 0,
  timeout: 120_000,
  // A browser that does not come up must not keep everything else waiting.
  globalTimeout: 15 * 60_000,
  expect: { timeout: 20_000 },
  reporter: 'list',
})
