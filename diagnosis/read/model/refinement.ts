import type { IdParts } from './names'

/** Families of one maker whose class names and nicknames run into one another. */
const KIN: Record<string, string[]> = { chatglm: ['chatglm', 'glm', 'visualglm'], glm: ['glm', 'chatglm'] }

/** The families that a family's name may stand for, itself among them. */
export const kinOf = (family: string): string[] => KIN[family] ?? [family]

/** Whether `exact` is the same model as `loose`, more exactly named. */
export function refines(exact: IdParts, loose: IdParts): boolean {
  if (!loose.generation && !loose.size && !loose.words.length)
    return kinOf(loose.family).includes(exact.family) && (!!exact.generation || !!exact.size)
  if (exact.family !== loose.family) return false
  const isVision = loose.family === 'glm' && !loose.size && exact.generation === `${loose.generation}v`
  if (loose.generation && loose.generation !== exact.generation && !isVision) return false
  if (!loose.words.every((word) => exact.words.includes(word))) return false
  if (!loose.size) return !!exact.size && (!!loose.generation || !!loose.words.length)
  if (loose.size !== exact.size || loose.generation !== exact.generation) return false
  // "baichuan2-13B" in a title means the -Chat of the command; of GLM-4 people name both
  const added = exact.words.filter((word) => !loose.words.includes(word))
  return (
    loose.family !== 'glm' &&
    loose.family !== 'chatglm' &&
    added.length === 1 &&
    /^(?:chat|instruct|it|v0\.1)$/.test(added[0]!)
  )
}
