const patterns = new Map<string, RegExp>()

/** A rule's regular expression, compiled once. Throws a SyntaxError where it does not compile. */
export function patternOf(source: string): RegExp {
  const known = patterns.get(source)
  if (known) return known
  const pattern = new RegExp(source)
  patterns.set(source, pattern)
  return pattern
}
