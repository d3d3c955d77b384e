import { existsSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { siteFor } from './index'
import type { Site } from './site'
import { readThread } from './thread'

/** For tests: a page of tests/pages, or of the shared collection, put into the test's document. */

const root = resolve(import.meta.dirname, '..')
const sharedFolder = resolve(root, '../shared/pages')

/** The shared collection stands beside the project and may be missing. */
export const hasSharedPages = existsSync(sharedFolder)

export function showHtml(html: string): Document {
  return new DOMParser().parseFromString(html, 'text/html')
}

export const testPage = (name: string) => readFileSync(resolve(root, 'tests/pages', name), 'utf8')

export const sharedPage = (name: string) => readFileSync(resolve(sharedFolder, name), 'utf8')

/** The address that a saved page gives as its own. */
export function addressOf(document: Document): URL {
  const canonical = document.querySelector('link[rel="canonical"]')?.getAttribute('href')
  const og = document.querySelector('meta[property="og:url"]')?.getAttribute('content')
  return new URL(canonical ?? og ?? 'about:blank')
}

/** Reads a page as the extension would; throws when no reader knows it. */
export function readPage(html: string, url?: string) {
  const document = showHtml(html)
  const address = url ? new URL(url) : addressOf(document)
  const site: Site | null = siteFor(address, document)
  if (!site) throw new Error(`No reader knows ${address.href}`)
  return { document, address, site, ...readThread(site, document, address) }
}
