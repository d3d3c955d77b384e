/** A part of a line, and where the telling part stands in it. */
interface Marked {
  text: string
  start: number
  end: number
}

/** Takes two columns of a monospaced line. */
const WIDE =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Emoji_Presentation}\u3000-\u303f\uff00-\uff60]/u
const WORD = /[\p{Script=Latin}\d_]/u
/** A cut word up to this long is left out whole: its rest would say nothing. */
const LONGEST_STUB = 10
const DOTS = '…'
/** Says nothing beside dots. */
const LOOSE_START = /^[\s,;，；、]+/u
const LOOSE_END = /[\s,;，；、(（]{1,4}$/u

/** Columns that a text takes in a monospaced font: two for a Chinese character. */
export const columnsOf = (text: Iterable<string>): number =>
  Array.from(text).reduce((sum, character) => sum + (WIDE.test(character) ? 2 : 1), 0)

/** The first characters that fit, without the stub of a word that the cut goes through. */
function headOf(characters: string[], columns: number): string[] {
  let count = 0
  for (let left = columns; count < characters.length; count++) {
    left -= columnsOf(characters[count]!)
    if (left < 0) break
  }
  const head = characters.slice(0, count)
  if (count === characters.length || !WORD.test(characters[count]!)) return head
  let stub = 0
  while (stub < head.length && WORD.test(head[head.length - 1 - stub]!)) stub++
  return stub < head.length && stub <= LONGEST_STUB ? head.slice(0, head.length - stub) : head
}

/**
 * A quoted line cut down around its telling part, dots where something is left out.
 * @param most columns of a monospaced font; a Chinese character takes two
 */
export function shorten({ text, start, end }: Marked, most: number): Marked {
  const before = Array.from(text.slice(0, start)).reverse()
  const match = Array.from(text.slice(start, end))
  const after = Array.from(text.slice(end))
  const [wanted, needed, rest] = [columnsOf(before), columnsOf(match), columnsOf(after)]
  if (wanted + needed + rest <= most) return { text, start, end }

  const room = Math.max(0, most - needed)
  const ahead = Math.min(wanted, Math.max(Math.floor(room / 2), room - rest))
  const lead = headOf(before, ahead).reverse().join('')
  const told = (needed > most ? headOf(match, most) : match).join('')
  const trail = headOf(after, room - ahead).join('')
  const dots = (cut: boolean) => (cut ? DOTS : '')
  const opening = dots(lead.length < start) + (lead.length < start ? lead.replace(LOOSE_START, '') : lead)
  const marked = told + dots(told.length < end - start)
  const isCut = trail.length < text.length - end
  const closing = needed > most ? '' : (isCut ? trail.replace(LOOSE_END, '') : trail) + dots(isCut)
  return { text: opening + marked + closing, start: opening.length, end: opening.length + marked.length }
}
