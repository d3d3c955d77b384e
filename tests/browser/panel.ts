import type { Locator, Page } from '@playwright/test'
import { words, type Words } from '../../locales/words'

export interface Panel {
  /** The element in the page; Playwright looks through its shadow root. */
  host: Locator
  verdict(id: keyof Words['panel']['verdict']): Locator
  /** The badge of a remark that is no diagnosis. */
  note: Locator
  button(name: string): Locator
  /** Every control that a keyboard has to reach. */
  controls: Locator
}

export const english = words.en
export const chinese = words.zh_CN

/** The extension's panel on a page, by what a person sees of it. */
export function panelOn(page: Page, language: Words = english): Panel {
  const host = page.locator('unmute-panel')
  return {
    host,
    verdict: (id) => host.locator('.badge').filter({ hasText: language.panel.verdict[id] }).first(),
    note: host.locator('.badge').filter({ hasText: language.panel.note }),
    button: (name) => host.getByRole('button', { name }).first(),
    controls: host.locator('button, a[href], summary, input, select').filter({ visible: true }),
  }
}

/** Opens everything that is folded. */
export async function unfoldAll(panel: Panel): Promise<void> {
  const folded = panel.host.locator('button[aria-expanded="false"]').filter({ visible: true })
  while ((await folded.count()) > 0) await folded.first().click()
  await panel.host.evaluate((host) => {
    for (const details of host.shadowRoot?.querySelectorAll('details') ?? []) details.open = true
  })
}
