import { normaliseVersion } from '../../versions'

/** A number in running text that can be a package's version. */
export interface VersionText {
  version: string
  /** End of the number in the text, after a wildcard or a trailing plus. */
  end: number
  /** `4.45.*`, `4.45.x`. */
  wildcard: boolean
  /** `2.0.0+`: from that version on. */
  orLater: boolean
}

const number =
  /v?\d{1,4}(?:\.\d{1,8}){1,4}(?:[-_.]?(?:alpha|beta|preview|pre|rc|a|b)[-_.]?\d{1,4})?(?:[-_.]?post[-_.]?\d{1,6})?(?:[-_.]?dev[-_.]?\d{0,10})?(?:\+[a-z0-9]{1,40}(?:[-_.][a-z0-9]{1,40}){0,6})?/iy
/** A finger that slipped on the space bar: `4. 46. 3`. */
const spaced = /\d{1,2}\. {0,2}\d{1,3}\. {0,2}\d{1,3}(?![\d.])/y
const unit =
  /\s?(?:[GMK]i?B?\b|s\b|ms\b|sec|min|hours?|h\b|it\/s|steps?\b|epochs?\b|tokens?\b|billion|million|x\b|%|倍|小时|分钟|秒|万|亿|张|条|步|轮|节|章|页|个(?!版)|sections?\b|chapters?\b)/iy
/** What may stand right behind a version though it is a letter: a CUDA build glued to it. */
const gluedBuild = /(?:cu\d|cpu|rocm)/iy

/** The version that begins at an offset, or null where the number there is something else. */
export function versionAt(text: string, at: number): VersionText | null {
  const first = text.charCodeAt(at)
  const isDigit = first >= 48 && first <= 57
  if (!isDigit && !((first | 32) === 118 && /\d/.test(text[at + 1] ?? ''))) return null
  number.lastIndex = at
  let raw = number.exec(text)?.[0]
  let end = at + (raw?.length ?? 0)
  if (!raw || (text[end] === '.' && text[end + 1] === ' ' && /\d/.test(text[end + 2] ?? ''))) {
    spaced.lastIndex = at
    const slipped = spaced.exec(text)?.[0]
    if (slipped) {
      end = at + slipped.length
      raw = slipped.replace(/ /g, '')
    }
  }
  if (!raw) return null
  let wildcard = false
  if (text[end] === '.' && /[*xX]/.test(text[end + 1] ?? '') && !/\w/.test(text[end + 2] ?? '')) {
    wildcard = true
    end += 2
  }
  const next = text[end] ?? ''
  if (/[A-Za-z0-9_%]/.test(next)) {
    gluedBuild.lastIndex = end
    if (!gluedBuild.test(text)) return null
  }
  if (next === '.' && /[A-Za-z0-9]/.test(text[end + 1] ?? '')) return null
  if (next === '-' && /^-(?:\d+(?:\.\d+)?b\b|py\d|cp\d)/i.test(text.slice(end, end + 8))) return null
  unit.lastIndex = end
  if (unit.test(text)) return null
  const orLater = next === '+' && !/[\w+]/.test(text[end + 1] ?? '')
  if (orLater) end++
  const version = normaliseVersion(raw)
  return version === null ? null : { version, end, wildcard, orLater }
}

/** A number of prose that no release carries: `0.05`, `00.1`. */
export function looksMeasured(raw: string): boolean {
  return /^v?(?:0\d|\d+\.0\d)/i.test(raw) && !/^v?\d{4}\./i.test(raw)
}
