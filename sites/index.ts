import { logOnce } from '../diagnosis/log-once'
import { generic } from './generic'
import { githubClassic } from './github-classic'
import { githubReact } from './github-react'
import { huggingface } from './huggingface'
import type { Site } from './site'

/** In the order they are asked. */
export const SITES: readonly Site[] = [githubReact, githubClassic, huggingface, generic]

/**
 * The reader for a page: the first that knows it and finds something to read. Null on pages that are no thread and
 * no model page. A reader that throws is logged once, and the next is asked.
 */
export function siteFor(url: URL, document: Document, sites: readonly Site[] = SITES): Site | null {
  for (const site of sites) {
    try {
      if (!site.matches(url, document)) continue
      for (const _block of site.blocks(document, url)) return site
    } catch (error) {
      logOnce(`site ${site.id}`, error)
    }
  }
  return null
}
