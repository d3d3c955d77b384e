import type { Block, Thread } from '../../diagnosis/thread'
import { escapeHtml, renderMarkdown } from './markdown'

const STYLE = `
:root { --bg: #fff; --fg: #1f2328; --muted: #59636e; --line: #d1d9e0; --soft: #f6f8fa; --link: #0969da; --open: #1f883d; color-scheme: light }
[data-color-mode="dark"] { --bg: #0d1117; --fg: #f0f6fc; --muted: #9198a1; --line: #3d444d; --soft: #151b23; --link: #4493f8; --open: #238636; color-scheme: dark }
@media (prefers-color-scheme: dark) { [data-color-mode="auto"] { --bg: #0d1117; --fg: #f0f6fc; --muted: #9198a1; --line: #3d444d; --soft: #151b23; --link: #4493f8; --open: #238636; color-scheme: dark } }
* { box-sizing: border-box }
body { margin: 0; background: var(--bg); color: var(--fg); font: 14px/1.5 -apple-system, "Segoe UI", "Noto Sans", "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", sans-serif }
a { color: var(--link); text-decoration: none }
.site { display: flex; gap: 8px; align-items: center; padding: 14px 24px; background: var(--soft); border-bottom: 1px solid var(--line) }
.site a { color: var(--fg) } .site b { font-weight: 600 }
.tabs { display: flex; gap: 20px; padding: 10px 24px; border-bottom: 1px solid var(--line); background: var(--soft); color: var(--muted) }
.tabs .selected { color: var(--fg); font-weight: 600; border-bottom: 2px solid #fd8c73; margin-bottom: -11px }
.page { max-width: 1216px; margin: 0 auto; padding: 24px }
h1 { font-size: 26px; font-weight: 400; margin: 0 0 8px; color: var(--fg) } .number { color: var(--muted); font-weight: 300 }
.state { display: inline-block; background: var(--open); color: #fff; border-radius: 2em; padding: 3px 12px; font-weight: 500 }
.head { border-bottom: 1px solid var(--line); padding-bottom: 16px; margin-bottom: 24px; color: var(--muted) }
.columns { display: grid; grid-template-columns: minmax(0, 1fr) 256px; gap: 24px }
.post { position: relative; margin: 0 0 16px 56px; border: 1px solid var(--line); border-radius: 6px }
.face { position: absolute; left: -56px; top: 0; width: 40px; height: 40px; border-radius: 50%; background: var(--line); color: var(--muted); display: grid; place-items: center; font-weight: 600 }
.bar { display: flex; gap: 6px; align-items: center; padding: 8px 16px; background: var(--soft); border-bottom: 1px solid var(--line); border-radius: 6px 6px 0 0; color: var(--muted) }
.bar a { color: var(--muted) } .bar button { margin-left: auto; border: 0; background: none; color: inherit } .bar > a:first-of-type { color: var(--fg); font-weight: 600 }
.text { padding: 16px } .text > :first-child { margin-top: 0 } .text > :last-child, .text > :last-child pre { margin-bottom: 0 }
.text p, .text ul, .text ol, .text blockquote, .text table, .text pre { margin: 0 0 16px } .text ul, .text ol { padding-left: 2em }
.text h1, .text h2, .text h3, .text h4 { margin: 24px 0 12px; font-size: 1.25em; font-weight: 600 } .markdown-heading:first-child h3 { margin-top: 0 }
.text blockquote { padding: 0 1em; color: var(--muted); border-left: .25em solid var(--line); margin-left: 0; margin-right: 0 }
.text code { background: rgba(129, 139, 152, .15); border-radius: 6px; padding: .2em .4em; font: 85%/1.45 ui-monospace, Menlo, Consolas, monospace }
.text pre { background: var(--soft); border-radius: 6px; padding: 16px; overflow: auto } .text pre code { background: none; padding: 0 }
.text table { border-collapse: collapse } .text th, .text td { border: 1px solid var(--line); padding: 6px 13px }
.task-list-item { list-style: none; margin-left: -1.4em } .anchor { display: none }
.side { color: var(--muted); font-size: 12px } .side h3 { font-size: 12px; margin: 0 0 4px } .side div { border-bottom: 1px solid var(--line); padding-bottom: 12px; margin-bottom: 12px }
.sr-only { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%) }
.more { margin: 0 0 16px 56px; color: var(--link); background: none; border: 1px solid var(--line); border-radius: 6px; padding: 6px 16px }
@media (max-width: 800px) { .columns { grid-template-columns: 1fr } .post, .more { margin-left: 0 } .face { display: none } }
`

export type PageKind = 'react' | 'classic'

interface Post {
  block: Block
  author: string
  date: string
  html: string
}

interface Page {
  title: string
  owner: string
  name: string
  section: string
  number: string
  url: string
  posts: Post[]
}

function pageOf(thread: Thread, kind: PageKind): Page {
  const url = thread.url ?? `https://github.com/someone/something/${kind === 'react' ? 'issues' : 'pull'}/1`
  const [owner = '', name = '', section = '', number = ''] = new URL(url).pathname
    .replace(/^\/orgs\/([^/]+)\//, '/$1/.community/')
    .split('/')
    .slice(1)
  const posts = thread.blocks
    .filter((block) => block.kind !== 'title')
    .map((block, index): Post => ({
      block,
      author: block.author ?? 'reporter',
      date: block.date ?? new Date(Date.UTC(2024, 2, 8, 2 + index, 30)).toISOString(),
      html: renderMarkdown(
        block.kind === 'log' || block.kind === 'code' ? `~~~\n${block.text}\n~~~` : block.text,
      ),
    }))
  const title = thread.title ?? thread.blocks.find((block) => block.kind === 'title')?.text ?? ''
  return { title, owner, name, section, number, url, posts }
}

const day = (date: string) => date.slice(0, 10)

const face = ({ author }: Post, classes: string) =>
  `<a class="face ${classes}" href="https://github.com/${escapeHtml(author)}" data-hovercard-url="/users/${escapeHtml(author)}/hovercard" aria-label="@${escapeHtml(author)}'s profile">${escapeHtml(author.slice(0, 1).toUpperCase())}</a>`

function shell(page: Page, main: string): string {
  const repository = `/${page.owner}/${page.name}`
  const tabs = ['issues', 'pull', 'discussions']
    .map(
      (tab) =>
        `<a class="${tab === page.section ? 'selected' : ''}" href="${escapeHtml(`${repository}/${tab}`)}">${{ issues: 'Issues', pull: 'Pull requests', discussions: 'Discussions' }[tab]}</a>`,
    )
    .join('\n')
  return `<!doctype html>
<html lang="en" data-color-mode="auto" data-light-theme="light" data-dark-theme="dark">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>${escapeHtml(page.title)} #${escapeHtml(page.number)} · ${escapeHtml(`${page.owner}/${page.name}`)}</title>
<link rel="canonical" href="${escapeHtml(page.url)}">
<style>${STYLE}</style>
</head>
<body class="logged-out env-production page-responsive">
<div class="site" id="repository-container-header"><span class="author"><a rel="author" href="/${escapeHtml(page.owner)}">${escapeHtml(page.owner)}</a></span> / <b><a href="${escapeHtml(repository)}">${escapeHtml(page.name)}</a></b></div>
<nav class="tabs" aria-label="Repository">
${tabs}
</nav>
<main id="js-repo-pjax-container">
${main}
</main>
</body>
</html>
`
}

const markdownBody = (html: string) =>
  `<div data-testid="markdown-body" class="markdown-body"><div class="markdown-body NewMarkdownViewer-module__safe-html-box--x1 text">${html}</div></div>`

function reactComment(post: Post, index: number): string {
  const node = `IC_test${index}`
  const number = /^issuecomment-(\d+)$/.exec(post.block.id)?.[1] ?? 2000000000 + index
  const author = escapeHtml(post.author)
  return `<div class="LayoutHelpers-module__timelineElement--x1 post" data-wrapper-timeline-id="${node}">${face(post, 'Avatar-module__avatarOuter--x1')}
<div data-timeline-event-id="${node}" data-testid="timeline-row-border-${node}"><div class="react-issue-comment"><div data-testid="comment-viewer-outer-box-${node}">
<div id="issuecomment-${number}" data-testid="comment-header" class="bar"><h3 class="sr-only">${author} commented <relative-time datetime="${post.date}">on ${day(post.date)}</relative-time></h3><a data-testid="avatar-link" href="/${author}" data-hovercard-url="/users/${author}/hovercard">${author}</a> <span><a href="#issuecomment-${number}"><relative-time datetime="${post.date}">on ${day(post.date)}</relative-time></a></span><button type="button" data-testid="comment-header-hamburger" aria-label="Actions">⋯</button></div>
<div class="IssueCommentViewer-module__IssueCommentBody--x1">${markdownBody(post.html)}<div role="toolbar" aria-label="Reactions"></div></div>
</div></div></div></div>`
}

function reactPage(page: Page): string {
  const [description, ...comments] = page.posts
  const title = escapeHtml(page.title)
  const author = escapeHtml(description?.author ?? '')
  const body = description
    ? `<div data-testid="issue-viewer-issue-container"><div class="post">${face(description, 'Avatar-module__avatarOuter--x1')}<div data-testid="issue-body" class="react-issue-body"><h2 class="sr-only">Description</h2>
<div class="bar"><a data-testid="issue-body-header-author" href="https://github.com/${author}" data-hovercard-url="/users/${author}/hovercard">${author}</a> <span>opened </span><a data-testid="issue-body-header-link" href="${escapeHtml(page.url)}#issue-3000000001"><relative-time datetime="${description.date}">on ${day(description.date)}</relative-time></a></div>
<div id="issue-body-viewer" data-testid="issue-body-viewer">${markdownBody(description.html)}</div></div></div></div>`
    : ''
  return shell(
    page,
    `<react-app app-name="issues-react"><div data-target="react-app.reactRoot"><div class="page" data-testid="issue-viewer-container">
<div class="head" data-testid="issue-header"><h1 data-component="PH_Title"><bdi class="markdown-title" data-testid="issue-title">${title}</bdi>&nbsp;<span class="number">#${escapeHtml(page.number)}</span></h1>
<span class="state" data-testid="header-state">Open</span>
<div hidden data-testid="issue-metadata-sticky"><bdi class="markdown-title" data-testid="issue-title-sticky">${title}</bdi></div></div>
<div class="columns"><div class="IssueViewer-module__contentArea--x1">
${body}
<div data-testid="issue-viewer-comments-container"><h2 class="sr-only">Activity</h2><div data-testid="issue-timeline-container">
<button type="button" class="more" data-testid="issue-timeline-load-more-load-top" hidden>Load more</button>
${comments.map(reactComment).join('\n')}
<button type="button" class="more" data-testid="issue-timeline-load-more-load-bottom" hidden>Load more</button>
</div></div>
</div>
<div class="side" data-testid="issue-viewer-metadata-container"><div><h3>Assignees</h3>No one assigned</div><div><h3>Labels</h3>No labels</div><div><h3>Milestone</h3>No milestone</div></div>
</div></div></div></react-app>`,
  )
}

function classicPost(post: Post, index: number, section: string): string {
  const number = /-(\d+)$/.exec(post.block.id)?.[1] ?? 1000000000 + index
  const prefix =
    section === 'discussions'
      ? ['discussion', 'discussioncomment']
      : section === 'pull'
        ? ['pullrequest', 'issuecomment']
        : ['issue', 'issuecomment']
  const id = `${prefix[Math.min(index, 1)]}-${number}`
  const author = escapeHtml(post.author)
  return `<div class="js-timeline-item"><div class="post timeline-comment-group js-comment-container" id="${id}">${face(post, 'TimelineItem-avatar')}
<div class="timeline-comment js-comment"><div class="bar timeline-comment-header"><a class="author Link--primary" data-hovercard-type="user" data-hovercard-url="/users/${author}/hovercard" href="/${author}">${author}</a> commented <a class="js-timestamp" href="#${id}"><relative-time datetime="${post.date}">on ${day(post.date)}</relative-time></a><details class="details-overlay" hidden><summary>Show options</summary></details></div>
<div class="edit-comment-hide"><div class="text comment-body markdown-body js-comment-body">
${post.html}
</div></div>
<form class="js-comment-update" hidden><textarea>${escapeHtml(post.block.text)}</textarea></form>
</div></div></div>`
}

function classicPage(page: Page): string {
  return shell(
    page,
    `<div class="page"><div class="head gh-header"><h1 class="gh-header-title"><bdi class="js-issue-title markdown-title">${escapeHtml(page.title)}</bdi> <span class="number">#${escapeHtml(page.number)}</span></h1>
<span class="state State">Open</span></div>
<div class="columns"><div class="Layout-main"><div class="js-discussion">
${page.posts.map((post, index) => classicPost(post, index, page.section)).join('\n')}
<form class="ajax-pagination-form js-ajax-pagination" hidden><button type="submit" class="more ajax-pagination-btn">Load more…</button></form>
</div></div>
<div class="side Layout-sidebar"><div><h3>Assignees</h3>No one assigned</div><div><h3>Labels</h3>None yet</div></div>
</div></div>`,
  )
}

/**
 * A GitHub page that shows a thread: `react` for the issue page, `classic` for pull requests, discussions and older
 * issues (the address of the thread says which). Blocks other than the title become the description and the comments,
 * in order; their text is taken as Markdown, logs and code as it stands. Everything is escaped.
 */
export function threadPage(kind: PageKind, thread: Thread): string {
  const page = pageOf(thread, kind)
  return kind === 'react' ? reactPage(page) : classicPage(page)
}
