/** Stands for any digit in a needle. */
export const DIGIT = '\u0000'

/** Every kind of blank outside ASCII, zero-width ones included. */
const BLANKS =
  '\u00A0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200A\u200B\u200C\u200D\u2028\u2029\u202F\u205F\u2060\u3000\uFEFF'

const FOLDED = new Uint16Array(65536)
for (let code = 0; code < 65536; code++) FOLDED[code] = code
for (let code = 0xff01; code <= 0xff5e; code++) FOLDED[code] = lowered(code - 0xfee0)
for (let code = 65; code <= 90; code++) FOLDED[code] = lowered(code)
for (let code = 9; code <= 13; code++) FOLDED[code] = 32
for (const blank of BLANKS) FOLDED[blank.charCodeAt(0)] = 32
for (const quote of '\u2018\u2019') FOLDED[quote.charCodeAt(0)] = 39
for (const quote of '\u201C\u201D') FOLDED[quote.charCodeAt(0)] = 34

function lowered(code: number): number {
  return code >= 65 && code <= 90 ? code + 32 : code
}

/**
 * What a UTF-16 unit is compared as, by its code: letters of ASCII in lower case, every kind of blank a space,
 * full-width forms their ASCII counterparts. Coarser than `fold` of the view, so that what is looked for is found in
 * folded text and in the text as written.
 */
export const folded: Readonly<Uint16Array> = FOLDED

/** A text as it is compared. */
export function foldedText(text: string): string {
  let folded = ''
  for (let at = 0; at < text.length; at++) folded += String.fromCharCode(FOLDED[text.charCodeAt(at)]!)
  return folded
}
