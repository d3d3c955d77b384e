import { compare, explain, satisfies as pep440Satisfies, validRange } from '@renovatebot/pep440'

/** Longer than any version that a package index has accepted; what is longer is not one. Characters. */
const LONGEST_VERSION = 80

/** What most versions look like; the full grammar costs twenty times as much. */
const alreadyNormal = /^(?:0|[1-9]\d{0,8})(?:\.(?:0|[1-9]\d{0,8})){1,4}$/

/**
 * A Python version in PEP 440 normal form, its local part kept (`V2.1.2+CU121` → `2.1.2+cu121`, `1.0-rc1` →
 * `1.0rc1`); null for what is no version (`0.9.O`, an empty text). Never throws.
 */
export function normaliseVersion(text: string): string | null {
  if (alreadyNormal.test(text)) return text
  const trimmed = text.trim()
  if (trimmed.length > LONGEST_VERSION || !/^v?\d/i.test(trimmed) || /\d{15}/.test(trimmed)) return null
  try {
    const parts = explain(trimmed.toLowerCase())
    if (!parts) return null
    return parts.local ? `${parts.public}+${parts.local}` : parts.public
  } catch {
    return null
  }
}

/**
 * Whether a version lies in a PEP 440 range (`>=0.7.0,<0.12.0`), development and pre-releases included: `0.8.3.dev0`
 * does. False where either is malformed. Never throws.
 */
export function satisfies(version: string, range: string): boolean {
  if (alreadyNormal.test(version)) {
    const bounds = plainBounds(range)
    if (bounds) return isWithin(releaseOf(version), bounds)
  }
  const normal = normaliseVersion(version)
  if (normal === null || range.trim() === '') return false
  try {
    return satisfiesOnce(normal, range)
  } catch {
    return false
  }
}

/** A bound of a range that compares with a plain release: no wildcard, no pre-release, no local part. */
interface Bound {
  sign: string
  release: number[]
}

const plainBound = /^\s*(>=|<=|>|<|==|!=)\s*((?:0|[1-9]\d{0,8})(?:\.(?:0|[1-9]\d{0,8})){1,4})\s*$/
const boundsOf = new Map<string, Bound[] | null>()
const releases = new Map<string, number[]>()

/** The bounds of a range, where all of them are plain; null for any other range. */
function plainBounds(range: string): Bound[] | null {
  let bounds = boundsOf.get(range)
  if (bounds === undefined) {
    const parts = range.split(',').map((part) => plainBound.exec(part))
    bounds = parts.every((part) => part !== null)
      ? parts.map(([, sign = '', release = '']) => ({ sign, release: releaseOf(release) }))
      : null
    if (boundsOf.size >= MOST_REMEMBERED) boundsOf.clear()
    boundsOf.set(range, bounds)
  }
  return bounds
}

function releaseOf(version: string): number[] {
  let release = releases.get(version)
  if (!release) {
    release = version.split('.').map(Number)
    if (releases.size >= MOST_REMEMBERED) releases.clear()
    releases.set(version, release)
  }
  return release
}

/** What PEP 440 says of plain releases, missing parts being 0; the library's parser costs a hundred times as much. */
const isWithin = (release: number[], bounds: Bound[]): boolean =>
  bounds.every(({ sign, release: bound }) => {
    let order = 0
    for (let part = 0; order === 0 && part < Math.max(release.length, bound.length); part++)
      order = (release[part] ?? 0) - (bound[part] ?? 0)
    if (sign === '==') return order === 0
    if (sign === '!=') return order !== 0
    return sign[0] === '>'
      ? order > 0 || (order === 0 && sign === '>=')
      : order < 0 || (order === 0 && sign === '<=')
  })

const MOST_REMEMBERED = 10_000
const remembered = new Map<string, boolean>()

/** The same few versions are compared with the same few ranges for every person and rule; parsing is what costs. */
function satisfiesOnce(version: string, range: string): boolean {
  const key = `${version} ${range}`
  const known = remembered.get(key)
  if (known !== undefined) return known
  // without `prereleases` a development version would be in no range at all
  const found = validRange(range) && pep440Satisfies(version, range, { prereleases: true })
  if (remembered.size >= MOST_REMEMBERED) remembered.clear()
  remembered.set(key, found)
  return found
}

/** Negative where the first PEP 440 version is older, positive where it is newer, 0 for equal or malformed ones. */
export function compareVersions(one: string, other: string): number {
  const [first, second] = [normaliseVersion(one), normaliseVersion(other)]
  return first === null || second === null ? 0 : compare(first, second)
}

/** A package name in its PEP 503 normal form: `Flash_Attn` → `flash-attn`. */
export function normaliseName(text: string): string {
  return text
    .trim()
    .toLowerCase()
    .replace(/[-_.]+/g, '-')
}
