import { browser } from 'wxt/browser'

/** Opens the catalogue in a tab of its own, unfolded at a rule. */
export async function openCatalogue(rule?: string): Promise<void> {
  const at = rule ? `#${encodeURIComponent(rule)}` : ''
  await browser.tabs.create({ url: `${browser.runtime.getURL('/catalogue.html')}${at}` })
}
