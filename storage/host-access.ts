import { browser } from 'wxt/browser'
import type { SiteId } from './sites'
import { originOf, siteIds } from './sites'

/**
 * The sites that the browser does not let the extension see. Both browsers let the reader withdraw what was granted
 * at installation: Firefox in the add-on's permissions, Chrome as "on click".
 */
export async function missingSites(): Promise<SiteId[]> {
  const granted = await Promise.all(
    siteIds.map((id) => browser.permissions.contains({ origins: [originOf(id)] })),
  )
  return siteIds.filter((_, index) => !granted[index])
}

/**
 * Asks the reader for these sites; true when they agree. Call it first thing in a click's handler: Firefox takes no
 * request that comes after an `await`.
 */
export function requestSites(sites: SiteId[]): Promise<boolean> {
  return browser.permissions.request({ origins: sites.map(originOf) })
}

/** Calls back whenever the browser grants or withdraws something. Returns what ends it. */
export function onAccessChange(callback: () => void): () => void {
  const events = [browser.permissions.onAdded, browser.permissions.onRemoved]
  for (const event of events) event.addListener(callback)
  return () => events.forEach((event) => event.removeListener(callback))
}
