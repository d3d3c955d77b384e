import { test as base, expect } from '@playwright/test'
import type { ElementHandle, Page } from 'puppeteer-core'
import { type ExtensionFirefox, launchExtensionFirefox } from '../../scripts/extension-firefox'

interface Options {
  /** The language of the browser's interface. */
  interfaceLanguage: 'en-US' | 'zh-CN'
  /** Milliseconds after which the background ends when nothing happens. */
  backgroundIdle: number | undefined
}

/** Every test has a browser, a profile and the built extension of its own, and fails when a request leaves. */
export const test = base.extend<Options & { firefox: ExtensionFirefox }>({
  interfaceLanguage: ['en-US', { option: true }],

  backgroundIdle: [undefined, { option: true }],

  firefox: async ({ interfaceLanguage, backgroundIdle }, use) => {
    const { UNMUTE_FIREFOX: executablePath, UNMUTE_EXTENSION: extension } = process.env
    if (!executablePath || !extension) throw new Error('tests/firefox/setup.ts has to run first.')
    const firefox = await launchExtensionFirefox({
      executablePath,
      extension,
      language: interfaceLanguage,
      backgroundIdle,
    })
    await use(firefox)
    await firefox.close()
    expect(firefox.unexpectedRequests, 'requests that left the browser').toEqual([])
  },
})

export { expect }

/** The texts of what is shown and matches, in the page and in the extension's panel. */
export function texts(page: Page, selector: string): Promise<string[]> {
  return page.evaluate((selector) => {
    const panels = [...document.querySelectorAll('unmute-panel')].flatMap(
      ({ shadowRoot }) => shadowRoot ?? [],
    )
    return [document, ...panels]
      .flatMap((root) => [...root.querySelectorAll<HTMLElement>(selector)])
      .filter((element) => element.checkVisibility())
      .filter((element) => element instanceof HTMLElement)
      .map((element) => element.innerText.trim())
  }, selector)
}

/** Waits for something that is shown, in the page or in the panel, and has this text in it or as its label. */
export async function find(page: Page, selector: string, text: string): Promise<ElementHandle<HTMLElement>> {
  let found: ElementHandle<HTMLElement> | null = null
  await expect
    .poll(
      async () => {
        const handle = await page.evaluateHandle(
          (selector, text) => {
            const panels = [...document.querySelectorAll('unmute-panel')].flatMap(
              ({ shadowRoot }) => shadowRoot ?? [],
            )
            const named = (element: HTMLElement) => [
              element.innerText,
              element.ariaLabel,
              element.title,
              element.closest('label')?.innerText,
            ]
            return [document, ...panels]
              .flatMap((root) => [...root.querySelectorAll<HTMLElement>(selector)])
              .find(
                (element) => element.checkVisibility() && named(element).some((name) => name?.includes(text)),
              )
          },
          selector,
          text,
        )
        found = handle.asElement() as ElementHandle<HTMLElement> | null
        return found !== null
      },
      { message: `${selector} with "${text}" is shown` },
    )
    .toBe(true)
  return found as unknown as ElementHandle<HTMLElement>
}

/** Clicks with the mouse on what `find` finds. */
export async function click(page: Page, selector: string, text: string): Promise<void> {
  const element = await find(page, selector, text)
  await element.scrollIntoView()
  await element.click()
}

/** The texts that are marked in the page, by the highlight's name. */
export function marked(page: Page): Promise<Record<string, string[]>> {
  return page.evaluate(() =>
    Object.fromEntries(
      [...CSS.highlights].map(([name, highlight]) => [name, [...highlight].map((range) => String(range))]),
    ),
  )
}

/** Types at the end of a text box, in one go, as a paste does. */
export async function insertAtEnd(page: Page, selector: string, text: string): Promise<void> {
  await page.evaluate(
    (selector, text) => {
      const box = document.querySelector<HTMLTextAreaElement>(selector)
      if (!box) throw new Error(`There is no ${selector}.`)
      box.focus()
      box.setSelectionRange(box.value.length, box.value.length)
      document.execCommand('insertText', false, text)
    },
    selector,
    text,
  )
}

/** Takes a site from the extension, as the reader may in the browser's add-on manager; by a page of its own. */
export async function withdraw(own: Page, origin: string): Promise<void> {
  const gone = await own.evaluate((origin) => {
    const { browser } = globalThis as unknown as {
      browser: { permissions: { remove(permissions: { origins: string[] }): Promise<boolean> } }
    }
    return browser.permissions.remove({ origins: [origin] })
  }, origin)
  expect(gone).toBe(true)
}
