import { browser } from 'wxt/browser'

/** Opens the welcome page once, when the extension is installed; an update opens nothing. Call it synchronously. */
export function openOnFirstRun(): void {
  browser.runtime.onInstalled.addListener(({ reason }) => {
    if (reason === 'install') void browser.tabs.create({ url: browser.runtime.getURL('/welcome.html') })
  })
}
