import { describe, expect, it } from 'vitest'
import { lineIn } from './reading'

/** A line as evidence has it: found in `diagnosed`, the fact being `fact`. */
function evidence(diagnosed: string, line: string, fact: string) {
  const start = diagnosed.indexOf(line) + line.indexOf(fact)
  const from = line.indexOf(fact)
  return {
    start,
    end: start + fact.length,
    quote: { text: line, start: from, end: from + fact.length },
  }
}

describe('the line in the text that was selected', () => {
  const text = "one\nloss 0.0 here\npeft==0.9.0\n{'loss': 0.0}"
  const shown = (place: ReturnType<typeof lineIn>, within = text) =>
    place && within.slice(place.start, place.end)

  it('is found where the diagnosis saw it', () =>
    expect(shown(lineIn(text, evidence(text, 'peft==0.9.0', '0.9.0')))).toBe('peft==0.9.0'))

  it('is the one at its offsets where two lines say the same', () => {
    const twice = 'loss 0.0\nmore\nloss 0.0\nend'
    const second = { start: 19, end: 22, quote: { text: 'loss 0.0', start: 5, end: 8 } }
    expect(lineIn(twice, second)).toEqual({ start: 14, end: 22 })
  })

  it('is found by its words where line breaks were put back or taken out', () => {
    const flat = text.replaceAll('\n', ' ')
    expect(shown(lineIn(flat, evidence(`\n\n${text}`, 'peft==0.9.0', '0.9.0')), flat)).toBe('peft==0.9.0')
  })

  it('is no more than the line where the quotation is shortened', () => {
    const long = `a ${'b '.repeat(200)}loss 0.0 ${'c '.repeat(200)}\nnext`
    const place = lineIn(long, evidence(long, 'b b loss 0.0 c c', '0.0'))
    expect(shown(place, long)).toContain('loss 0.0')
    expect(shown(place, long)).not.toContain('next')
  })

  it('is nowhere when the page no longer says it', () =>
    expect(lineIn('something else', evidence(text, 'peft==0.9.0', '0.9.0'))).toBeNull())
})
