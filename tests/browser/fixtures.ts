import { test as base, expect } from '@playwright/test'
import {
  type ExtensionBrowser,
  type InterfaceLanguage,
  launchExtensionBrowser,
} from '../../scripts/extension-browser'

interface Options {
  /** The language of the browser's interface. */
  interfaceLanguage: InterfaceLanguage
  /** What the reader's system prefers. */
  scheme: 'light' | 'dark'
}

/** A message that the background got, and the address of the page that sent it. */
export interface SentMessage {
  from: string
  message: unknown
}

interface Fixtures {
  extension: ExtensionBrowser & { messages(): Promise<SentMessage[]> }
}

/** Every test has a browser, a profile and the built extension of its own, and fails when a request leaves. */
export const test = base.extend<Options & Fixtures>({
  interfaceLanguage: ['en', { option: true }],
  scheme: ['light', { option: true }],

  extension: async ({ interfaceLanguage, scheme }, use) => {
    const { UNMUTE_CHROMIUM: executablePath, UNMUTE_EXTENSION: folder } = process.env
    if (!executablePath || !folder) throw new Error('tests/browser/setup.ts has to run first.')
    const browser = await launchExtensionBrowser({
      executablePath,
      extension: folder,
      language: interfaceLanguage,
      colorScheme: scheme,
    })
    await browser.background.evaluate(recordMessages)
    await use({
      ...browser,
      messages: () =>
        browser.background.evaluate(() => (globalThis as unknown as { sent: SentMessage[] }).sent),
    })
    await browser.close()
    expect(browser.unexpectedRequests, 'requests that left the browser').toEqual([])
  },
  context: async ({ extension }, use) => use(extension.context),
})

export { expect }

/** Runs in the background: notes what pages send to it, by message or by port, beside the extension's listeners. */
function recordMessages(): void {
  interface Port {
    sender?: { url?: string }
    name: string
    onMessage: { addListener(listener: (message: unknown) => void): void }
  }
  const scope = globalThis as unknown as {
    sent: SentMessage[]
    chrome: {
      runtime: {
        onMessage: { addListener(listener: (message: unknown, sender: { url?: string }) => void): void }
        onConnect: { addListener(listener: (port: Port) => void): void }
      }
    }
  }
  scope.sent = []
  scope.chrome.runtime.onMessage.addListener((message, sender) => {
    scope.sent.push({ from: sender.url ?? '', message })
  })
  scope.chrome.runtime.onConnect.addListener((port) => {
    const from = port.sender?.url ?? ''
    scope.sent.push({ from, message: `port ${port.name}` })
    port.onMessage.addListener((message) => void scope.sent.push({ from, message }))
  })
}
