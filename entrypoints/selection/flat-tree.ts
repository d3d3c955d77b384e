type WithRoot = Element & { openOrClosedShadowRoot?: ShadowRoot | null }
type Dom = { dom?: { openOrClosedShadowRoot?: (element: Element) => ShadowRoot | null } }

/** An element's shadow root, also a closed one: only extensions are told of those, each browser in its own way. */
export function shadowRootOf(element: Element): ShadowRoot | null {
  if (element.shadowRoot || !element.localName.includes('-')) return element.shadowRoot
  const { chrome } = globalThis as unknown as { chrome?: Dom }
  try {
    return (
      (element as WithRoot).openOrClosedShadowRoot ?? chrome?.dom?.openOrClosedShadowRoot?.(element) ?? null
    )
  } catch {
    return null
  }
}

/** All shadow roots of the page, the inner ones too. */
export function shadowRootsIn(root: Document | ShadowRoot): ShadowRoot[] {
  const found: ShadowRoot[] = []
  for (const element of root.querySelectorAll('*')) {
    const shadow = shadowRootOf(element)
    if (shadow) found.push(shadow, ...shadowRootsIn(shadow))
  }
  return found
}

/** The nodes that are shown inside a node: those of its shadow root, and in a slot those that were put there. */
export function shownIn(node: Node): ArrayLike<Node> {
  if (node.nodeType !== Node.ELEMENT_NODE) return node.childNodes
  const element = node as Element
  const shadow = shadowRootOf(element)
  if (shadow) return shadow.childNodes
  const assigned = element.localName === 'slot' ? (element as HTMLSlotElement).assignedNodes() : []
  return assigned.length ? assigned : element.childNodes
}

/** The node that a node is shown in. */
export function shownWithin(node: Node): Node | null {
  const slot = (node as Text).assignedSlot
  if (slot) return slot
  const parent = node.parentNode
  return parent?.nodeType === Node.DOCUMENT_FRAGMENT_NODE ? ((parent as ShadowRoot).host ?? null) : parent
}

/** The innermost node in which both are shown. */
export function commonAncestor(one: Node, other: Node): Node | null {
  const above = new Set<Node>()
  for (let node: Node | null = one; node; node = shownWithin(node)) above.add(node)
  for (let node: Node | null = other; node; node = shownWithin(node)) if (above.has(node)) return node
  return null
}
