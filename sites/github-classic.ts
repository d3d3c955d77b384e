import { threadAt, githubTheme } from './github'
import { dateIn, lineOf, loginOf } from './page'
import type { PageBlock, Site } from './site'

const TITLE = '.js-issue-title'
const TEXT = '.js-comment-body, .comment-body.markdown-body'
const POST_ID = /^(?:(?:issue|pullrequest|discussion)(?:comment|review)?-|discussion_r|r)\d+$/
/** What holds one post with its header, and, around it, no other. */
const BOX = '.timeline-comment, .review-comment, .js-comment'
const AUTHOR = 'a.author, a[data-hovercard-type="user"]'
const TIMELINE = '.js-discussion'

function postOf(element: Element): Element | null {
  let post: Element | null = element
  while (post && !POST_ID.test(post.id)) post = post.parentElement
  return post
}

/** GitHub's older pages: the conversation of a pull request, discussions, issues before 2025 and on Enterprise. */
export const githubClassic: Site = {
  id: 'github-classic',

  matches: (url, document) => threadAt(url) !== null && document.querySelector(TEXT) !== null,

  about: (document) => ({ site: 'github', title: lineOf(document.querySelector(TITLE)) }),

  *blocks(document): Iterable<PageBlock> {
    const times = new Map<string, number>()
    for (const element of document.querySelectorAll(TEXT)) {
      if (element.parentElement?.closest(TEXT)) continue
      const post = postOf(element)
      const box = element.closest(BOX) ?? post ?? element.parentElement
      let id = post?.id || 'post'
      const isFirst = !times.size
      const isDescription = isFirst && !/comment|review|_r/.test(id)
      // one review may hold several posts without ids of their own
      const time = (times.get(id) ?? 0) + 1
      times.set(id, time)
      if (time > 1) id += `-${time}`
      const named = loginOf(box?.querySelector(AUTHOR) ?? post?.querySelector(AUTHOR))
      // a post without a name must not count as the reporter's
      const author = named ?? (isDescription ? undefined : id)
      const date = dateIn(box) ?? dateIn(post)
      const title = isFirst && document.querySelector(TITLE)
      if (title) yield { id: 'title', kind: 'title', ...(isDescription && { author, date }), element: title }
      yield { id, kind: isDescription ? 'description' : 'comment', author, date, element }
    }
  },

  anchor(document) {
    const element =
      document.querySelector(TIMELINE) ?? document.querySelector(TEXT)?.closest(`.js-timeline-item, ${BOX}`)
    return element ? { element, position: 'before' } : null
  },

  theme: githubTheme,
}
