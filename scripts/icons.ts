/** Draws the extension's icons into public/icon/: `npm run icons`, after a change of the mark. */
import { mkdir } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { chromium } from '@playwright/test'
import { findOrInstallChromium } from './browser'

const folder = resolve(import.meta.dirname, '../public/icon')

/** The mark on its own ground, so that it stands on light and dark toolbars alike; thicker where it is small. */
const mark = (size: number) => `<svg width="${size}" height="${size}" viewBox="0 0 32 32" fill="none"
  stroke="#fff" stroke-width="${size < 32 ? 3 : 2.4}" stroke-linecap="round" stroke-linejoin="round">
  <rect width="32" height="32" rx="7" fill="#0b5cad" stroke="none" />
  <path d="M9 7h14a3.500 3.500 0 0 1 3.500 3.500v7a3.500 3.500 0 0 1-3.500 3.500h-6.500L11.500 25.500V21H9a3.500 3.500 0 0 1-3.500-3.500v-7A3.500 3.500 0 0 1 9 7Z" />
  <path d="M7 27 26 5" stroke="#0b5cad" stroke-width="${size < 32 ? 7 : 6}" />
  <path d="M7 27 26 5" />
</svg>`

const browser = await chromium.launch({ ...(await findOrInstallChromium()), args: ['--no-sandbox'] })
await mkdir(folder, { recursive: true })
for (const size of [16, 32, 48, 128]) {
  const page = await browser.newPage({ viewport: { width: size, height: size } })
  await page.setContent(`<style>body { margin: 0 } svg { display: block }</style>${mark(size)}`)
  await page.screenshot({ path: join(folder, `${size}.png`), omitBackground: true })
}
await browser.close()
