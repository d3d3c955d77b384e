import type { Theme } from '../diagnosis/theme'

/** What both generations of GitHub's pages share. */

const THREAD = /^\/(?:orgs\/[^/]+\/discussions|[^/]+\/[^/]+\/(issues|pull|discussions))\/(\d+)\/?$/

/** The kind and number of a thread's address; null for every other page, such as `/pull/1/files`. */
export function threadAt(url: URL): { kind: string; number: string } | null {
  const match = THREAD.exec(url.pathname)
  return match && { kind: match[1] ?? 'discussions', number: match[2]! }
}

/**
 * GitHub names the theme for day and the theme for night, and which of them counts. The name decides: a reader may
 * have chosen a dark theme for the day.
 */
export function githubTheme({ documentElement: root }: Document): Theme {
  const mode = root.getAttribute('data-color-mode')
  const names = (mode === 'light' || mode === 'dark' ? [mode] : ['light', 'dark']).map(
    (time) => root.getAttribute(`data-${time}-theme`) || time,
  )
  const schemes = names.map((name) => (name.startsWith('dark') ? 'dark' : 'light'))
  return {
    scheme: schemes.every((scheme) => scheme === schemes[0]) ? schemes[0]! : 'auto',
    highContrast: names.some((name) => name.includes('high_contrast')),
  }
}
