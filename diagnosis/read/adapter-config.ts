import type { Fact } from '../facts'
import type { View } from './view'
import { spanOf } from './view'

/** An adapter's configuration has a few dozen keys; what is longer is something else. UTF-16 units. */
const LONGEST_CONFIG = 20_000

const MARK = '"peft_type"'

/** The object around an offset: from the last brace that opens before it to the one that closes it. */
function objectAround(text: string, at: number): { start: number; end: number } | undefined {
  const start = text.lastIndexOf('{', at)
  if (start < 0 || at - start > LONGEST_CONFIG) return undefined
  let depth = 0
  for (let end = start; end < Math.min(text.length, start + LONGEST_CONFIG); end++) {
    if (text[end] === '{') depth++
    else if (text[end] === '}' && --depth === 0) return { start, end: end + 1 }
  }
  return undefined
}

/**
 * The keys of an `adapter_config.json` in the text: they say which release of PEFT wrote it. An object that is no
 * JSON, or has a nested object before its `peft_type`, gives nothing.
 */
export function readAdapterConfig(view: View): Fact[] {
  const { text } = view.block
  const at = text.indexOf(MARK)
  const place = at < 0 ? undefined : objectAround(text, at)
  if (!place) return []
  try {
    const config: unknown = JSON.parse(text.slice(place.start, place.end))
    if (typeof config !== 'object' || config === null) return []
    return [
      { kind: 'adapter-config', keys: Object.keys(config).sort(), ...spanOf(view, at, at + MARK.length) },
    ]
  } catch {
    return []
  }
}
