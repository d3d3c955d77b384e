import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import type { Page } from '@playwright/test'
import type { Thread } from '../../diagnosis/thread'
import { threadPage } from '../pages/fill'

/** Addresses on the real site, of repositories and people that do not exist. */
export const addresses = {
  issue: 'https://github.com/example/chatglm3-lora/issues/12',
  otherIssue: 'https://github.com/example/chatglm3-lora/issues/13',
  unrelated: 'https://github.com/example/calendar/issues/7',
}

/** A file of tests/pages, and the address that it names as its own. */
export function savedPage(name: string): { html: string; url: string } {
  const html = readFileSync(resolve(import.meta.dirname, '../pages', name), 'utf8')
  const url = /<link rel="canonical" href="([^"]+)">/.exec(html)?.[1]
  if (!url) throw new Error(`tests/pages/${name} does not name its address.`)
  return { html, url }
}

/** The React issue page that shows a thread. */
export function issuePage(thread: Thread, url = addresses.issue): string {
  return threadPage('react', { ...thread, url })
}

/**
 * Goes to another address the way GitHub does it: without a load, first the address, then the content, then an event
 * that is not always the same.
 */
export async function navigateInPage(
  page: Page,
  url: string,
  html: string,
  hint: 'turbo:render' | 'soft-nav:react-done' | 'none',
): Promise<void> {
  await page.evaluate(
    ({ url, html, hint }) => {
      history.pushState({}, '', url)
      const next = new DOMParser().parseFromString(html, 'text/html')
      document.title = next.title
      document.body.replaceChildren(...next.body.childNodes)
      if (hint !== 'none') document.dispatchEvent(new CustomEvent(hint, { bubbles: true }))
    },
    { url, html, hint },
  )
}

/** Lets the last comment of a longer version of the open React issue page arrive, as GitHub does when one is posted. */
export async function loadLastComment(page: Page, html: string): Promise<void> {
  await page.evaluate((html) => {
    const comments = '[data-wrapper-timeline-id^="IC_"]'
    const last = [...document.querySelectorAll(comments)].at(-1)
    const added = [...new DOMParser().parseFromString(html, 'text/html').querySelectorAll(comments)].at(-1)
    if (!last || !added) throw new Error('The page has no comments.')
    last.after(added)
  }, html)
}
