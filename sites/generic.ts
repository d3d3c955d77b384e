import { githubTheme, threadAt } from './github'
import { huggingfacePage, huggingfaceTheme } from './huggingface'
import type { Site } from './site'

const isHuggingface = (url: URL) => /(?:^|\.)(?:huggingface\.co|hf-mirror\.com)$/.test(url.hostname)

const mainOf = (document: Document) =>
  document.querySelector('main article') ?? document.querySelector('main, article, [role="main"]')

/**
 * For the two sites' own threads and model pages when no reader knows their markup any more: the main text as one
 * post. Who wrote what is lost, so it is the last to be asked.
 */
export const generic: Site = {
  id: 'generic',

  matches(url, document) {
    const { pathname } = url
    const isKnown = isHuggingface(url)
      ? huggingfacePage(url) !== null && pathname.split('/').filter(Boolean).length > 1
      : url.hostname === 'github.com' && threadAt(url) !== null
    return isKnown && mainOf(document) !== null
  },

  about: (document, url) => ({
    site: isHuggingface(url) ? 'huggingface' : 'github',
    title: document.title || undefined,
    authorsUnknown: true,
  }),

  blocks(document) {
    const element = mainOf(document)
    return element ? [{ id: 'main', kind: 'description', element }] : []
  },

  anchor(document) {
    const element = mainOf(document)
    return element && { element, position: element.closest('.SVELTE_HYDRATER') ? 'before' : 'first-child' }
  },

  theme: (document) =>
    document.documentElement.hasAttribute('data-color-mode')
      ? githubTheme(document)
      : huggingfaceTheme(document),
}
