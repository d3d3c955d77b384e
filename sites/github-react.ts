import { threadAt, githubTheme } from './github'
import { dateIn, lineOf, loginOf } from './page'
import type { PageBlock, Site } from './site'

const PAGE = '[data-testid="issue-viewer-container"]'
const TITLE = '[data-testid="issue-title"]'
const DESCRIPTION = '[data-testid="issue-body"], .react-issue-body'
const DESCRIPTION_AUTHOR = '[data-testid="issue-body-header-author"], a[data-hovercard-url^="/users/"]'
const DESCRIPTION_LINK = '[data-testid="issue-body-header-link"]'
const COMMENT =
  '[data-wrapper-timeline-id^="IC_"], .react-issue-comment, [data-testid^="comment-viewer-outer-box-"]'
const COMMENT_HEADER = '[data-testid="comment-header"]'
const COMMENT_AUTHOR = 'a[data-testid="avatar-link"], a[data-hovercard-url^="/users/"]'
/** The outer of two nested elements comes first: each text is read once. */
const TEXT = '[data-testid="markdown-body"], .markdown-body'

/** GitHub's issue page since 2025. */
export const githubReact: Site = {
  id: 'github-react',

  matches: (url, document) =>
    threadAt(url) !== null && document.querySelector(`${PAGE}, ${DESCRIPTION}`) !== null,

  about: (document) => ({ site: 'github', title: lineOf(document.querySelector(TITLE)) }),

  *blocks(document): Iterable<PageBlock> {
    const description = document.querySelector(DESCRIPTION)
    const author = loginOf(description?.querySelector(DESCRIPTION_AUTHOR))
    const date = dateIn(description)
    const title = document.querySelector(TITLE)
    if (title) yield { id: 'title', kind: 'title', author, date, element: title }

    const text = description?.querySelector(TEXT)
    if (text) {
      const id = description?.querySelector(DESCRIPTION_LINK)?.getAttribute('href')?.split('#')[1]
      yield { id: id || 'issue', kind: 'description', author, date, element: text }
    }

    const seen = new Set<Element | null>([null])
    for (const comment of document.querySelectorAll(COMMENT)) {
      const element = comment.querySelector(TEXT)
      // the hooks are nested: the outermost that is there gives the comment, the others the same text again
      if (seen.has(element)) continue
      seen.add(element)
      const header = comment.querySelector(COMMENT_HEADER) ?? comment
      const id = header.id || comment.getAttribute('data-wrapper-timeline-id') || `comment-${seen.size - 1}`
      yield {
        id,
        kind: 'comment',
        // a post without a name must not count as the reporter's
        author: loginOf(header.querySelector(COMMENT_AUTHOR)) ?? id,
        date: dateIn(header),
        element: element!,
      }
    }
  },

  anchor(document) {
    // above the description's container, whose siblings React leaves alone; its inside is drawn anew on every edit
    const element =
      document.querySelector('[data-testid="issue-viewer-issue-container"]') ??
      document.querySelector(DESCRIPTION)
    if (element) return { element, position: 'before' }
    const page = document.querySelector(PAGE)
    return page && { element: page, position: 'first-child' }
  },

  theme: githubTheme,
}
