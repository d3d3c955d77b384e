/** An element's text, and the way back from it to the page. Offsets are UTF-16 units into `text`. */
export interface ReadText {
  text: string
  /**
   * The part of the page that shows `text.slice(start, end)`. Characters that the page does not have (fences, quote
   * marks, list markers, line breaks) count for the nearest text beside them. Null when there is no text, or when the
   * page has changed since it was read.
   */
  rangeOf(start: number, end: number): Range | null
  /** The innermost element around the character at `offset`, or around the nearest one that the page has. */
  elementAt(offset: number): Element | null
}

/** Never text, or the page's own controls; what somebody is still typing is nobody's business. */
const SKIPPED =
  /^(?:script|style|template|noscript|svg|button|select|textarea|iframe|clipboard-copy|tool-tip|dialog)$/i
const LINE =
  /^(?:DIV|LI|TR|DT|DD|SUMMARY|SECTION|ARTICLE|HEADER|FOOTER|MAIN|ASIDE|NAV|FIGURE|FIGCAPTION|FORM|HR)$/
const PARAGRAPH = /^(?:P|H[1-6]|BLOCKQUOTE|TABLE|DL|DETAILS)$/
const LIST = /^[UO]L$/
/** Deeper quotations are marked no deeper: a page may nest thousands. */
const DEEPEST_QUOTE = 12

/** GitHub marks what a reply by e-mail repeats with this class and no `blockquote`. */
const isQuote = (element: Element, tag: string) =>
  tag === 'BLOCKQUOTE' || (tag === 'DIV' && element.classList.contains('email-quoted-reply'))

const isSpace = (code: number) => code === 32 || (code >= 9 && code <= 13)

const isHidden = (element: Element) =>
  element.hasAttribute('hidden') || /display:\s{0,9}none/.test(element.getAttribute('style') ?? '')

/** One cell, or one beside an empty one (a line of code with its number), is a line and no table. */
const isTableRow = (row: Element) =>
  row.nodeName === 'TR' && row.childElementCount > (row.firstElementChild?.hasChildNodes() ? 1 : 2)

/**
 * Reads an element as the Markdown that a person would copy: fences around `pre` (its text untouched), backticks
 * around `code`, `> `, `- `, `### `, one table row a line. What is hidden or a control is left out. Reads the tree
 * only, no layout, and changes nothing; nesting of any depth is walked without recursion.
 */
export function readText(root: Element): ReadText {
  let text = ''
  // run i: text[starts[i], ends[i]) is nodes[i].data from froms[i] on
  const starts: number[] = []
  const ends: number[] = []
  const nodes: Text[] = []
  const froms: number[] = []

  let breaks = 1 // line ends owed before the next character; two make an empty line
  let marker = '' // list or heading marks owed
  let space: [Text, number, number] | ' ' | undefined // a blank owed, lost at a line's end
  let fresh = true // nothing yet on this line or in this cell: blanks are dropped
  let quotes = 0
  let quotesBetween = 0 // the fewest since the last character: the depth of an owed empty line
  let cells = 0
  let pre = 0
  let fence = ''
  let lineEnded = false // the last character of a `pre` so far was a line end
  const numbers = new Map<Node, number>()

  const quoteMarks = (depth: number) => '> '.repeat(Math.min(depth, DEEPEST_QUOTE))

  const open = () => {
    if (breaks) {
      if (text) text += breaks > 1 ? '\n' + quoteMarks(quotesBetween).trimEnd() + '\n' : '\n'
      text += quoteMarks(quotes)
    } else if (space) {
      const owed = space
      space = undefined
      if (owed === ' ') text += owed
      else add(...owed)
    }
    text += marker
    marker = ''
    breaks = 0
    space = undefined
    fresh = lineEnded = false
    quotesBetween = quotes
  }

  const add = (node: Text, from: number, to: number) => {
    const last = nodes.length - 1
    const start = text.length
    text += node.data.slice(from, to)
    // nothing is left out within a line, so what adjoins here adjoins in the node
    if (nodes[last] === node && ends[last] === start) {
      ends[last] = text.length
    } else {
      starts.push(start)
      ends.push(text.length)
      nodes.push(node)
      froms.push(from)
    }
  }

  const virtual = (characters: string) => {
    open()
    text += characters
  }

  const lineBreak = (count: number) => {
    if (cells && !pre) {
      if (!fresh) space ??= ' '
    } else if (!lineEnded) {
      breaks = Math.max(breaks, count)
      space = undefined
    }
  }

  const readProse = (node: Text) => {
    const { data } = node
    let at = 0
    while (at < data.length) {
      const from = at
      let ended = false
      while (at < data.length && isSpace(data.charCodeAt(at))) ended = data.charCodeAt(at++) === 10 || ended
      if (ended) lineBreak(1)
      else if (at > from && !breaks && !fresh) space ??= [node, from, at]
      let stop = data.indexOf('\n', at)
      if (stop < 0) stop = data.length
      while (stop > at && isSpace(data.charCodeAt(stop - 1))) stop--
      if (stop > at) {
        open()
        add(node, at, stop)
      }
      at = stop
    }
  }

  const readVerbatim = (node: Text) => {
    const { data } = node
    let at = 0
    while (at < data.length) {
      const end = (quotes && data.indexOf('\n', at) + 1) || data.length
      if (lineEnded) text += quoteMarks(quotes)
      open()
      add(node, at, end)
      lineEnded = data.charCodeAt(end - 1) === 10
      at = end
    }
  }

  /** Returns whether its children are to be read. */
  const enter = (element: Element, tag: string): boolean => {
    if (SKIPPED.test(tag) || isHidden(element)) return false
    if (tag === 'BR') {
      if (pre) {
        virtual('\n')
        lineEnded = true
      } else lineBreak(Math.min(breaks + 1, 2))
    } else if (/^T[DH]$/.test(tag)) {
      const row = element.parentElement
      if (row && isTableRow(row)) {
        space = undefined
        virtual(row.firstElementChild === element ? '| ' : ' | ')
        fresh = true
      }
    } else if (tag === 'INPUT') {
      if ((element as HTMLInputElement).type === 'checkbox') {
        virtual((element as HTMLInputElement).checked ? '[x] ' : '[ ] ')
        fresh = true
      }
    } else {
      breakAround(element, tag)
      if (isQuote(element, tag)) quotes++
      if (tag === 'TR') cells += +isTableRow(element)
      else if (tag === 'PRE') {
        if (!pre) {
          // a fence behind a list marker would not be seen as one
          const marked = marker !== ''
          if (marked) virtual('')
          breaks = marked ? 1 : 2
          fence = element.textContent?.includes('```') ? '~~~' : '```'
          virtual(fence)
          breaks = 1
        }
        pre++
      } else if (tag === 'CODE') {
        if (!pre) {
          virtual('`')
          fresh = true
        }
      } else if (tag === 'LI') {
        const list = element.parentNode!
        const number = numbers.get(list) ?? (list as HTMLOListElement).start ?? 1
        numbers.set(list, number + 1)
        marker += list.nodeName === 'OL' ? `${number}. ` : '- '
      } else if (/^H[1-6]$/.test(tag)) marker += '#'.repeat(+tag[1]!) + ' '
    }
    return true
  }

  const breakAround = (element: Element, tag: string) => {
    if (PARAGRAPH.test(tag) || isQuote(element, tag)) lineBreak(2)
    else if (LIST.test(tag)) lineBreak(element.parentNode?.nodeName === 'LI' ? 1 : 2)
    else if (LINE.test(tag)) lineBreak(1)
  }

  const leave = (element: Element, tag: string) => {
    if (tag === 'PRE') {
      if (--pre) return
      if (lineEnded) text += quoteMarks(quotes)
      else breaks = 1
      virtual(fence)
      breaks = 2
      return
    }
    if (tag === 'CODE' && !pre) {
      space = undefined
      virtual('`')
    }
    if (tag === 'TR' && isTableRow(element)) {
      space = undefined
      virtual(' |')
      if (element.parentNode?.nodeName === 'THEAD')
        text += `\n${quoteMarks(quotes)}|${' --- |'.repeat(element.childElementCount)}`
      cells--
    }
    if (isQuote(element, tag)) quotesBetween = Math.min(quotesBetween, --quotes)
    if (tag === 'LI' || /^H[1-6]$/.test(tag)) marker = ''
    breakAround(element, tag)
  }

  let node: Node | null = root.firstChild
  while (node) {
    let down = false
    if (node.nodeType === 3) (pre ? readVerbatim : readProse)(node as Text)
    else if (node.nodeType === 1) down = enter(node as Element, (node as Element).tagName)
    if (down && node.firstChild) {
      node = node.firstChild
      continue
    }
    if (down) leave(node as Element, (node as Element).tagName)
    while (!node.nextSibling && node.parentNode && node.parentNode !== root) {
      node = node.parentNode
      leave(node as Element, (node as Element).tagName)
    }
    node = node.nextSibling
  }

  /** How many runs start before `offset`. */
  const countBefore = (offset: number) => {
    let low = 0
    let high = starts.length
    while (low < high) {
      const middle = (low + high) >> 1
      if (starts[middle]! < offset) low = middle + 1
      else high = middle
    }
    return low
  }

  return {
    text,
    rangeOf(start, end) {
      let last = countBefore(end) - 1
      let first = Math.max(countBefore(start + 1) - 1, 0)
      if (ends[first]! <= start && first + 1 < nodes.length) first++
      // between two runs: an empty range where the next one begins
      if (last < first) last = first
      const firstNode = nodes[first]
      const lastNode = nodes[last]
      if (!firstNode?.isConnected || !lastNode?.isConnected) return null
      const offsetIn = (run: number, offset: number) =>
        froms[run]! + Math.min(Math.max(offset - starts[run]!, 0), ends[run]! - starts[run]!)
      try {
        const range = firstNode.ownerDocument.createRange()
        range.setStart(firstNode, offsetIn(first, start))
        range.setEnd(lastNode, offsetIn(last, end))
        return range
      } catch {
        // a text node that has been shortened since
        return null
      }
    },
    elementAt(offset) {
      return nodes[Math.max(countBefore(offset + 1) - 1, 0)]?.parentElement ?? null
    },
  }
}
