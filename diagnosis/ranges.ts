import { compareVersions, satisfies } from './versions'

const SPECIFIER = /^\s*(~=|===?|!=|<=?|>=?)\s*(\S+)\s*$/

interface Specifier {
  operator: string
  version: string
}

function specifiersOf(range: string): Specifier[] {
  return range.split(',').flatMap((part) => {
    const found = SPECIFIER.exec(part)
    return found ? [{ operator: found[1]!, version: found[2]! }] : []
  })
}

/** The versions that a PEP 440 range names as its lowest or only one: `>=4.43.0,<5` gives `4.43.0`. */
export const lowestOf = (range: string): string[] =>
  specifiersOf(range).flatMap(({ operator, version }) =>
    ['>=', '=='].includes(operator) && !version.endsWith('.*') ? [version] : [],
  )

/**
 * What several PEP 440 ranges have in common, written as one range with the narrowest bounds; undefined where no
 * version that one of them names lies in all, and for `~=` and `==1.*`.
 */
export function commonRange(ranges: string[]): string | undefined {
  const specifiers = ranges.flatMap(specifiersOf)
  // both say two bounds in one: nothing that can be told in one
  if (specifiers.some(({ operator, version }) => operator === '~=' || version.endsWith('.*')))
    return undefined
  const candidates = ranges.flatMap(lowestOf)
  const common = candidates.filter((version) => ranges.every((range) => satisfies(version, range)))
  if (!common.length) return undefined
  const exact = specifiers.find(({ operator }) => operator === '==')
  if (exact) return `==${exact.version}`
  const narrowest = (operators: string[], sign: 1 | -1) =>
    specifiers
      .filter(({ operator }) => operators.includes(operator))
      .sort((a, b) => sign * compareVersions(b.version, a.version))[0]
  const lower = narrowest(['>=', '>'], 1)
  const upper = narrowest(['<', '<='], -1)
  const excluded = specifiers.filter(({ operator }) => operator === '!=')
  return [
    ...new Set([lower, upper, ...excluded].flatMap((one) => (one ? [`${one.operator}${one.version}`] : []))),
  ].join(',')
}
