/** What the paste box holds for the next time, and for other tabs. */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { launchExtensionBrowser } from '../../scripts/extension-browser'
import { expect, test } from './fixtures'
import { box, drop, en, environment, leave, log, open, textFile } from './paste-box'

test('a paste outlives the browser', async () => {
  const profile = await mkdtemp(join(tmpdir(), 'unmute-kept-'))
  const options = {
    executablePath: process.env.UNMUTE_CHROMIUM ?? '',
    extension: process.env.UNMUTE_EXTENSION,
    profile,
  }
  try {
    const first = await launchExtensionBrowser(options)
    const page = await open(first, 'check')
    await box(page).fill(environment)
    await drop(page, [textFile('train.log', log)])
    await expect(page.locator('.attachments')).toContainText('train.log')
    await leave(page)
    await first.close()
    const second = await launchExtensionBrowser(options)
    const again = await open(second, 'check')
    await expect(box(again)).toHaveValue(environment)
    await expect(again.locator('.attachments')).toContainText(en.takenFor.kinds.log)
    await second.close()
  } finally {
    await rm(profile, { recursive: true, force: true, maxRetries: 3 })
  }
})

test('who comes back finds what another tab has kept, beside a file too large to be kept', async ({
  extension,
}) => {
  const page = await open(extension, 'check')
  const transfer = await page.evaluateHandle(() => {
    const transfer = new DataTransfer()
    transfer.items.add(new File([new Uint8Array(33 * 1024 * 1024)], 'adapter.bin'))
    return transfer
  })
  await page.locator('main').dispatchEvent('drop', { dataTransfer: transfer })
  const large = page.locator('.attachments li').filter({ hasText: 'adapter.bin' })
  await expect(large).toBeVisible()
  /** Without a window, every tab counts as visible. */
  const turn = (state: 'hidden' | 'visible') =>
    page.evaluate((state) => {
      Object.defineProperty(document, 'visibilityState', { value: state, configurable: true })
      document.dispatchEvent(new Event('visibilitychange'))
    }, state)
  await turn('hidden')
  const other = await open(extension, 'check')
  await box(other).fill('from another tab')
  await leave(other)
  await turn('visible')
  await expect(box(page)).toHaveValue('from another tab')
  await expect(large).toBeVisible()
})
