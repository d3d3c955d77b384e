import { shownWithin } from './flat-tree'

const scrolls = (element: Element) => {
  const { overflowY } = getComputedStyle(element)
  return /auto|scroll/.test(overflowY) && element.scrollHeight > element.clientHeight
}

/**
 * Brings a stretch of text to the middle of the window, and of every box that scrolls around it: its element alone may
 * be a log of many screens.
 */
export function scrollTo(range: Range): void {
  const element = range.startContainer.parentElement
  for (let fold = element?.closest('details'); fold; fold = fold.parentElement?.closest('details'))
    fold.open = true
  for (let node: Node | null = element; node; node = shownWithin(node)) {
    if (!(node instanceof Element) || node === document.scrollingElement || !scrolls(node)) continue
    const { top } = range.getBoundingClientRect()
    node.scrollTop += top - node.getBoundingClientRect().top - node.clientHeight / 2
  }
  const { top, left, right } = range.getBoundingClientRect()
  const isBeside = right < 0 || left > innerWidth
  scrollBy({ top: top - innerHeight / 2, left: isBeside ? left - innerWidth / 2 : 0, behavior: 'instant' })
  frameElement?.scrollIntoView({ block: 'nearest', behavior: 'instant' })
}
