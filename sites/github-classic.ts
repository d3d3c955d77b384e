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

  blocks(document) {
    const posts: PageBlock[] = []
    const times = new Map<string, number>()
    for (const element of document.querySelectorAll(TEXT)) {
      if (element.parentElement?.closest(TEXT)) continue
      const post = postOf(element)
      const box = element.closest(BOX) ?? post ?? element.parentElement
      let id = post?.id || 'post'
      // one review may hold several posts without ids of their own
      const time = (times.get(id) ?? 0) + 1
      times.set(id, time)
      if (time > 1) id += `-${time}`
      const isFirst = !posts.length && !/comment|review|_r/.test(id)
      posts.push({
        id,
        kind: isFirst ? 'description' : 'comment',
        // a post without a name must not count as the reporter's
        author:
          loginOf(box?.querySelector(AUTHOR) ?? post?.querySelector(AUTHOR)) ?? (isFirst ? undefined : id),
        date: dateIn(box) ?? dateIn(post),
        element,
      })
    }
    const title = document.querySelector(TITLE)
    const first = posts[0]
    const { author, date } = first?.kind === 'description' ? first : {}
    return title ? [{ id: 'title', kind: 'title', author, date, element: title }, ...posts] : posts
  },

  anchor(document) {
    const element =
      document.querySelector(TIMELINE) ?? document.querySelector(TEXT)?.closest(`.js-timeline-item, ${BOX}`)
    return element ? { element, position: 'before' } : null
  },

  theme: githubTheme,
}
