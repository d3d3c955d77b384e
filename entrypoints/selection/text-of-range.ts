import { commonAncestor, shownIn } from './flat-tree'
import { Places } from './places'

export interface RangeText {
  text: string
  /** The selection went on beyond the limit. */
  cut: boolean
  places: Places
}

type Boundaries = Pick<AbstractRange, 'startContainer' | 'startOffset' | 'endContainer' | 'endOffset'>

/** Not text, or a text of its own; and this extension's panel. */
const SKIPPED =
  /^(?:script|style|template|noscript|textarea|select|iframe|object|embed|canvas|video|audio|unmute-panel)$/
/** An empty line stands around these when they are copied. */
const PARAGRAPH = /^(?:p|h[1-6]|pre|blockquote|table|ul|ol|dl)$/
const INLINE = /^(?:inline|contents|ruby)/

/** How the text inside an element is shown. */
interface Look {
  keepsBlanks: boolean
  keepsBreaks: boolean
  shown: boolean
  selectable: boolean
  /** A row of boxes: its children stand beside one another. */
  isRow: boolean
}

interface Level {
  node: Node
  look: Look
  children: ArrayLike<Node>
  next: number
  /** Line ends owed before and after. */
  breaks: number
  isCell?: boolean
}

const BARE: Look = { keepsBlanks: false, keepsBreaks: false, shown: true, selectable: true, isRow: false }

function lookOf(style: CSSStyleDeclaration, around: Look): Look {
  const whiteSpace = style.whiteSpace || 'normal'
  const select = style.userSelect || 'auto'
  return {
    keepsBlanks: /^(?:pre(?!-line)|break-spaces|preserve(?!-breaks))/.test(whiteSpace),
    keepsBreaks: /^(?:pre|break-spaces)/.test(whiteSpace),
    shown: style.visibility !== 'hidden' && style.visibility !== 'collapse',
    selectable: select === 'auto' ? around.selectable : select !== 'none',
    isRow: /flex$/.test(style.display) && !/^column/.test(style.flexDirection),
  }
}

/** Puts together what the walk finds, with the line ends, tabs and blanks that are owed in between. */
class Writer {
  text = ''
  places = new Places()
  #breaks = 0
  #between: '' | ' ' | '\t' = ''
  #cellBegins = false

  constructor(readonly limit: number) {}

  get isFull(): boolean {
    return this.text.length >= this.limit
  }

  /** A box begins: the first ones in a cell do not part that cell from the one beside it, or its row from the last. */
  open(breaks: number): void {
    if (!this.#cellBegins) this.#breaks = Math.max(this.#breaks, breaks)
  }

  /** A box ends. */
  close(breaks: number): void {
    this.#breaks = Math.max(this.#breaks, breaks)
    if (breaks) this.#between = ''
  }

  /** A cell ends: what parts it from the next is a tab, or the end of its row. */
  closeCell(): void {
    this.#breaks = 0
    this.#cellBegins = false
  }

  /** A cell begins, beside another or as the first of its row. */
  openCell(isBeside: boolean): void {
    this.#cellBegins = true
    if (!isBeside) return
    this.#breaks = 0
    this.#between = '\t'
  }

  lineEnd(): void {
    this.#settle()
    this.text += '\n'
  }

  #settle(): void {
    if (this.text) {
      const ended = this.text.endsWith('\n\n') ? 2 : this.text.endsWith('\n') ? 1 : 0
      if (this.#breaks) this.text += '\n'.repeat(Math.max(this.#breaks - ended, 0))
      else if (!ended) this.text += this.#between
    }
    this.#breaks = 0
    this.#between = ''
    this.#cellBegins = false
  }

  add(node: Text, from: number, to: number, look: Look): void {
    if (look.keepsBlanks) return this.#write(node, from, to)
    const part = node.data.slice(from, to)
    for (const { 0: word, index } of part.matchAll(look.keepsBreaks ? /[^ \t\r\f]+/g : /[^ \t\r\f\n]+/g)) {
      if (index > 0 && !this.#between) this.#between = ' '
      this.#write(node, from + index, from + index + word.length)
      if (this.isFull) return
    }
    if (/[ \t\r\f\n]$/.test(part) && !this.#between) this.#between = ' '
  }

  #write(node: Text, from: number, to: number): void {
    if (from >= to) return
    this.#settle()
    const length = Math.min(to - from, this.limit - this.text.length)
    this.places.add(node, from, this.text.length, length)
    this.text += node.data.slice(from, from + length)
  }
}

/** A boundary as the node before which, or inside which at the end, it stands. */
function boundary(container: Node, offset: number): { before?: Node; atEndOf?: Node } {
  if (container.nodeType === Node.TEXT_NODE) return {}
  const child = container.childNodes[offset]
  return child ? { before: child } : { atEndOf: container }
}

/** Reads one range into the writer. Walks what is shown, shadow trees included, without recursion. */
function readInto(writer: Writer, range: Boundaries): void {
  const { startContainer, startOffset, endContainer, endOffset } = range
  const root = commonAncestor(startContainer, endContainer)
  if (!root) return
  const start = boundary(startContainer, startOffset)
  const end = boundary(endContainer, endOffset)
  const styleOf = (element: Element) => element.ownerDocument.defaultView?.getComputedStyle(element)
  const lookAround = (node: Node | null): Look => {
    const element = node?.nodeType === Node.ELEMENT_NODE ? (node as Element) : node?.parentElement
    const style = element && styleOf(element)
    return style ? lookOf(style, BARE) : BARE
  }
  let inside = false

  const readText = (node: Text, look: Look) => {
    const from = node === startContainer ? startOffset : 0
    if (node === startContainer) inside = true
    const to = node === endContainer ? endOffset : node.length
    if (inside && look.shown && look.selectable) writer.add(node, from, to, look)
  }

  const enter = (element: Element, around: Look): Level | undefined => {
    if (SKIPPED.test(element.localName)) return undefined
    const style = styleOf(element)
    if (!style || style.display === 'none') return undefined
    if (element.localName === 'br') {
      if (inside) writer.lineEnd()
      return undefined
    }
    const isCell = style.display === 'table-cell' || (around.isRow && element.childElementCount === 0)
    const breaks = INLINE.test(style.display) || isCell ? 0 : PARAGRAPH.test(element.localName) ? 2 : 1
    if (inside && isCell) writer.openCell(element.previousElementSibling !== null)
    else if (inside) writer.open(breaks)
    return { node: element, look: lookOf(style, around), children: shownIn(element), next: 0, breaks, isCell }
  }

  if (root.nodeType === Node.TEXT_NODE) return readText(root as Text, lookAround(root))
  const levels: Level[] = [
    { node: root, look: lookAround(root), children: shownIn(root), next: 0, breaks: 0 },
  ]
  for (let level = levels.at(-1); level && !writer.isFull; level = levels.at(-1)) {
    const node = level.children[level.next++]
    if (!node) {
      if (level.node === start.atEndOf) inside = true
      if (level.node === end.atEndOf) return
      if (inside && level.isCell) writer.closeCell()
      else if (inside) writer.close(level.breaks)
      levels.pop()
      continue
    }
    if (node === start.before) inside = true
    if (node === end.before) return
    if (node.nodeType === Node.TEXT_NODE) {
      readText(node as Text, level.look)
      if (node === endContainer) return
    } else if (node.nodeType === Node.ELEMENT_NODE) {
      const below = enter(node as Element, level.look)
      if (below) levels.push(below)
    }
  }
}

/**
 * The text of some ranges as it is shown, with the line breaks that a copy would have: a line for every box, a tab
 * between the cells of a row. What is hidden or cannot be selected is left out.
 * @param limit where reading stops, UTF-16 units
 */
export function textOfRanges(ranges: Boundaries[], limit: number): RangeText {
  const writer = new Writer(limit)
  for (const range of ranges) {
    writer.close(1)
    readInto(writer, range)
  }
  return { text: writer.text, cut: writer.isFull, places: writer.places }
}
