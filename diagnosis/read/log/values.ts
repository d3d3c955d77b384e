/** A number as a training log prints it; NaN and infinities as words. */
export type Value = number | 'nan' | 'inf'

/** The pattern of a value, for building others. It ends where no digit, letter or per cent sign follows. */
export const VALUE =
  '([-+]?(?:\\d{1,12}(?:\\.\\d{0,20})?|\\.\\d{1,20})(?:e[-+]?\\d{1,3})?|[-+]?nan|[-+]?inf(?:inity)?)(?![\\w%几]|\\.\\d)'

/** Reads what `VALUE` matched. */
export function valueOf(text: string): Value {
  const word = text.toLowerCase()
  if (word.includes('nan')) return 'nan'
  if (word.includes('inf')) return 'inf'
  const value = Number(word)
  return Number.isFinite(value) ? value : 'inf'
}

/** Whether a loss is of use: not nan, not infinite and not exactly zero. */
export const isSound = (value: Value): boolean => typeof value === 'number' && value !== 0
