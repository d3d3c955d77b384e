import { dateIn, lineOf, loginOf } from './page'
import type { Theme } from '../diagnosis/theme'
import type { PageBlock, Site } from './site'

const ISLAND = '.SVELTE_HYDRATER'
const MODEL = '[data-target="ModelHeader"]'
const CARD = '.model-card-content'
const POST = '.prose'
const README = /^\/[^/]+(?:\/[^/]+)?\/blob\/[^/]+\/(?:.*\/)?README\.md$/i
const DISCUSSION = /^\/[^/]+(?:\/[^/]+)?\/discussions\/\d+\/?$/
const MODEL_PAGE = /^\/[^/]+(?:\/[^/]+)?\/?$/
/** First segments that are no owner of models. */
const RESERVED =
  /^\/(?:datasets|spaces|docs|models|blog|chat|collections|settings|papers|posts|learn|tasks|organizations|api|join|login|new|search|pricing|enterprise|inference|kernels|buckets|notifications)(?:\/|$)/

/** Larger page data is not parsed, and larger parts of it are left out: UTF-16 units. */
const LONGEST_PROPS = 2_000_000
const LONGEST_PART = 100_000

/** Which of the pages that have something to read an address leads to, by its shape alone. */
export function huggingfacePage({ pathname }: URL): 'model' | 'readme' | 'discussion' | null {
  if (RESERVED.test(pathname)) return null
  if (README.test(pathname)) return 'readme'
  if (DISCUSSION.test(pathname)) return 'discussion'
  return MODEL_PAGE.test(pathname) ? 'model' : null
}

/** Hugging Face marks the dark theme and nothing else. */
export function huggingfaceTheme(document: Document): Theme {
  return {
    scheme: document.documentElement.classList.contains('dark') ? 'dark' : 'light',
    highContrast: false,
  }
}

type Json = Record<string, unknown>

/** `value[key]…` as far as there are objects. */
function dig(value: unknown, ...keys: string[]): unknown {
  for (const key of keys) value = (value as Json | null | undefined)?.[key]
  return value
}

const asText = (value: unknown) => (typeof value === 'string' && value ? value : undefined)

const parsed = new WeakMap<Element, unknown>()

/** The data that an island of the page was drawn from. Undefined when it is missing, huge or no JSON. */
function propsOf(document: Document, target: string): unknown {
  const island = document.querySelector(`[data-target="${target}"]`)
  if (!island) return
  if (!parsed.has(island)) {
    const json = island.getAttribute('data-props') ?? ''
    let props: unknown
    try {
      if (json.length <= LONGEST_PROPS) props = JSON.parse(json)
    } catch {
      // the page shows the same in its elements
    }
    parsed.set(island, props)
  }
  return parsed.get(island)
}

const modelId = (document: Document) => asText(dig(propsOf(document, 'ModelHeader'), 'model', 'id'))

const ownerOf = (document: Document) => /^([^/]+)\//.exec(modelId(document) ?? '')?.[1]

/** What a model's data says of its make, as JSON text. */
function metadataBlock(document: Document): PageBlock[] {
  const model = dig(propsOf(document, 'ModelHeader'), 'model')
  const kept: Json = {}
  for (const key of ['id', 'tags', 'library_name', 'cardData', 'config']) {
    const value = dig(model, key)
    if (value != null && JSON.stringify(value).length <= LONGEST_PART) kept[key] = value
  }
  if (!asText(kept.id)) return []
  return [
    { id: 'metadata', kind: 'metadata', author: ownerOf(document), text: JSON.stringify(kept, null, 1) },
  ]
}

/** The posts as the page shows them: the largest element around each text that holds no other text. */
function shownPosts(document: Document): PageBlock[] {
  const root = document.querySelector('[data-target="DiscussionEvents"]') ?? document.querySelector('main')
  const texts = [...(root?.querySelectorAll(POST) ?? [])].filter((text) => !text.parentElement?.closest(POST))
  return texts.map((element, index) => {
    const others = [texts[index - 1], texts[index + 1], document.querySelector(MODEL)]
    let box = element
    for (let outer = box.parentElement; outer && outer !== root; outer = outer.parentElement) {
      if (others.some((other) => other && outer?.contains(other))) break
      box = outer
    }
    const around = [box, ...box.querySelectorAll('[id], a[href]')].filter((part) => !element.contains(part))
    const author = around.find((part) => /^\/[\w.-]+$/.test(part.getAttribute('href') ?? ''))
    const id = around.find((part) => /^[0-9a-f]{24}$/.test(part.id))?.id ?? ''
    return { id, kind: 'comment', author: loginOf(author), date: dateIn(box), element }
  })
}

/** The posts out of the page's data, for when they are not where they were. Its keys are those of the Hub's API. */
function listedPosts(document: Document): PageBlock[] {
  for (const target of ['DiscussionEvents', 'DiscussionHeader']) {
    const props = propsOf(document, target)
    const events = dig(props, 'discussion', 'events') ?? dig(props, 'events')
    if (!Array.isArray(events)) continue
    const posts = events.flatMap((event): PageBlock[] => {
      const text = asText(dig(event, 'data', 'latest', 'raw'))
      if (!text) return []
      const author = asText(dig(event, 'author', 'name'))
      return [
        { id: asText(dig(event, 'id')) ?? '', kind: 'comment', author, date: asText(event.createdAt), text },
      ]
    })
    if (posts.length) return posts
  }
  return []
}

function discussionTitle(document: Document): string | undefined {
  return (
    asText(dig(propsOf(document, 'DiscussionHeader'), 'discussion', 'title')) ??
    lineOf(document.querySelector('[data-target="DiscussionHeader"] :is(h1, h2)'))
  )
}

function discussionBlocks(document: Document): PageBlock[] {
  const shown = shownPosts(document)
  const posts = (shown.length ? shown : listedPosts(document)).map((post, index): PageBlock => {
    const id = post.id || `post-${index}`
    // a later post without a name must not count as the reporter's
    return {
      ...post,
      id,
      kind: index ? 'comment' : 'description',
      author: post.author ?? (index ? id : undefined),
    }
  })
  const title = discussionTitle(document)
  if (!title || !posts[0]) return posts
  const { author, date } = posts[0]
  const heading = document.querySelector('[data-target="DiscussionHeader"] :is(h1, h2)')
  return [
    { id: 'title', kind: 'title', author, date, ...(heading ? { element: heading } : { text: title }) },
    ...posts,
  ]
}

const cardOf = (document: Document, url: URL) =>
  document.querySelector(CARD) ??
  (huggingfacePage(url) === 'readme' ? document.querySelector('main .prose') : null)

/** Hugging Face's model pages, the README in the file viewer, and discussions of models. */
export const huggingface: Site = {
  id: 'huggingface',

  matches(url, document) {
    const page = huggingfacePage(url)
    return page !== null && document.querySelector(MODEL) !== null
  },

  about: (document, url) => ({
    site: 'huggingface',
    title: huggingfacePage(url) === 'discussion' ? discussionTitle(document) : modelId(document),
  }),

  blocks(document, url) {
    if (huggingfacePage(url) === 'discussion') return discussionBlocks(document)
    const blocks = metadataBlock(document)
    const card = cardOf(document, url)
    if (card) blocks.push({ id: 'card', kind: 'card', author: ownerOf(document), element: card })
    return blocks
  },

  anchor(document) {
    let element =
      document.querySelector(`${CARD}, main ${POST}`) ??
      document.querySelector('[data-target="DiscussionEvents"]')
    // hydration removes strangers from an island, so outside the outermost
    for (let island = element?.closest(ISLAND); island; island = island.parentElement?.closest(ISLAND))
      element = island
    if (element) return { element, position: 'before' }
    const header = document.querySelector(MODEL)
    return header && { element: header, position: 'after' }
  },

  theme: huggingfaceTheme,
}
