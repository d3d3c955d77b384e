/** A brace that counts; any other stands for itself. */
const BOUNDS = /^\{\d+(?:,\d*)?\}/

const QUANTIFIER = /^(?:[?*]|\{0)/

/**
 * The longest text that whatever a regular expression matches must contain, empty where there is none to tell: a test
 * that costs a fraction of the expression.
 */
export function literalOf(source: string): string {
  let best = ''
  let run = ''
  let depth = 0
  const end = () => {
    if (run.length > best.length) best = run
    run = ''
  }
  for (let at = 0; at < source.length; at++) {
    const character = source[at]!
    if (character === '[') {
      end()
      at = endOfClass(source, at)
    } else if (character === '(') {
      end()
      depth++
    } else if (character === ')') {
      end()
      depth--
    } else if (character === '|') {
      // an alternative of the whole: nothing is certain
      if (depth === 0) return ''
    } else if (character === '\\') {
      const escaped = source[++at] ?? ''
      if (depth > 0 || /\w/.test(escaped)) {
        end()
        // the digits of an escape such as \u4e00 are no text
        const length = { u: 4, x: 2, c: 1 }[escaped] ?? 0
        at += length
      } else run += escaped
    } else if (depth > 0 || '.^$'.includes(character)) end()
    else if (BOUNDS.test(source.slice(at))) {
      end()
      at = source.indexOf('}', at)
    } else if ('*+?'.includes(character)) end()
    else run += character
    // what may be absent is not certain
    if (run && QUANTIFIER.test(source.slice(at + 1, at + 3))) {
      run = run.slice(0, -1)
      end()
    }
  }
  end()
  return best
}

function endOfClass(source: string, from: number): number {
  for (let at = from + 1; at < source.length; at++) {
    if (source[at] === '\\') at++
    else if (source[at] === ']') return at
  }
  return source.length
}
