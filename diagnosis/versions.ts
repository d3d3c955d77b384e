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
  const normal = normaliseVersion(version)
  if (normal === null || range.trim() === '') return false
  try {
    return satisfiesOnce(normal, range)
  } catch {
    return false
  }
}

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
