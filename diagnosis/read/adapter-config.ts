import type { Fact } from '../facts'
import type { View } from './view'
import { spanOf } from './view'

/** An adapter's configuration has a few dozen keys; what is longer is something else. UTF-16 units. */
const LONGEST_CONFIG = 20_000

const MARK = '"peft_type"'

/** A text that names the mark more often tells of many files. */
const MOST_MARKS = 8

/** The object around an offset: from the brace that is open there to the one that closes it. */
function objectAround(text: string, at: number): { start: number; end: number } | undefined {
  let start = at
  for (let depth = 0; ;) {
    if (--start < 0 || at - start > LONGEST_CONFIG) return undefined
    // PEFT sorts the keys: whole objects, such as `alpha_pattern`, stand before the mark
    if (text[start] === '}') depth++
    else if (text[start] === '{' && depth-- === 0) break
  }
  let depth = 1
  for (let end = at; end < Math.min(text.length, start + LONGEST_CONFIG); end++) {
    if (text[end] === '{') depth++
    else if (text[end] === '}' && --depth === 0) return { start, end: end + 1 }
  }
  return undefined
}

/** The keys of the JSON object around the mark at an offset; none where there is no such object. */
function keysAround(text: string, at: number): string[] {
  const place = objectAround(text, at)
  if (!place) return []
  try {
    const config: unknown = JSON.parse(text.slice(place.start, place.end))
    const keys = typeof config === 'object' && config !== null ? Object.keys(config) : []
    return keys.includes('peft_type') ? keys.sort() : []
  } catch {
    return []
  }
}

/**
 * The keys of the first `adapter_config.json` in the text: they say which release of PEFT wrote it. An object that is
 * no JSON gives nothing.
 */
export function readAdapterConfig(view: View): Fact[] {
  const { text } = view.block
  let at = text.indexOf(MARK)
  for (let marks = 0; at >= 0 && marks < MOST_MARKS; marks++) {
    const keys = keysAround(text, at)
    if (keys.length) return [{ kind: 'adapter-config', keys, ...spanOf(view, at, at + MARK.length) }]
    at = text.indexOf(MARK, at + MARK.length)
  }
  return []
}
