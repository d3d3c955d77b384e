import type { PrecisionId } from '../../facts'

/** A key that opens a section: `"fp16": {`, `fp16=dict(`, or `fp16:` alone on its line of YAML. */
const SECTION = /(?<![\w.-])['"]?(fp16|bf16|bfloat16|amp)['"]?(?:\s{0,3}:\s{0,3}\{|\s?=\s?dict\(|\s?:\s*$)/gi
const ENABLED = /['"]?enabled['"]?\s{0,3}[:=]\s{0,3}true/i
/** Longer lines of configuration are searched no further. */
const MOST_SECTIONS = 6

/** A switch that stands on; offsets into the line. */
export interface Switch {
  id: PrecisionId
  start: number
  end: number
}

/**
 * The sections of a line that DeepSpeed and its like switch on: `"fp16": {"enabled": true}`, over several lines as
 * well. `next` are the lines after it. `false` and `"auto"` switch nothing on.
 */
export function switchesIn(text: string, next: string[]): Switch[] {
  const switches: Switch[] = []
  SECTION.lastIndex = 0
  for (let count = 0; count < MOST_SECTIONS; count++) {
    const match = SECTION.exec(text)
    if (!match) break
    const end = match.index + match[0].length
    const body = [text.slice(end), ...next].join('\n').split(/[})]/, 1)[0]!
    if (ENABLED.test(body))
      switches.push({ id: /^b/i.test(match[1]!) ? 'bf16' : 'amp', start: match.index, end })
  }
  return switches
}
