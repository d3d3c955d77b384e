import type { Theme } from '../../diagnosis/theme'

/** Above this the page's ground is light. The luminance of sRGB, without its curve: a guess needs no more. */
const MIDDLE = 128

function luminance(colour: string): number | undefined {
  const [red, green, blue, alpha = 1] = (colour.match(/[\d.]{1,10}/g) ?? []).map(Number)
  if (!/^rgb/.test(colour) || red === undefined || green === undefined || blue === undefined || alpha < 0.5)
    return undefined
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

/** What a page of any site looks like: by its ground, or else by the schemes it says it has. */
export function pageTheme(document: Document): Theme {
  const scheme = (): Theme['scheme'] => {
    const { body, documentElement } = document
    for (const element of [body, documentElement]) {
      const ground = element && luminance(getComputedStyle(element).backgroundColor)
      if (ground !== undefined) return ground < MIDDLE ? 'dark' : 'light'
    }
    const schemes = getComputedStyle(documentElement).colorScheme
    if (/dark/.test(schemes)) return /light/.test(schemes) ? 'auto' : 'dark'
    // a page that says nothing stands on the browser's white
    return 'light'
  }
  return { scheme: scheme(), highContrast: false }
}
