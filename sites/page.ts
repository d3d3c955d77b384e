/** The login that a profile link leads to: page translators rewrite its words, not its address. */
export function loginOf(link: Element | null | undefined): string | undefined {
  const path = link?.getAttribute('href')?.split(/[?#]/)[0]
  return path?.split('/').filter(Boolean).pop() ?? (link?.textContent?.trim() || undefined)
}

/** The first date written for machines inside an element, ISO 8601. */
export function dateIn(element: Element | null | undefined): string | undefined {
  return element?.querySelector('[datetime]')?.getAttribute('datetime') ?? undefined
}

/** The trimmed text of an element on one line; for titles, not for posts. */
export function lineOf(element: Element | null | undefined): string | undefined {
  return element?.textContent?.replace(/\s+/g, ' ').trim() || undefined
}
