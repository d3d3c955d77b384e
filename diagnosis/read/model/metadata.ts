import type { Fact } from '../../facts'
import type { View } from '../view'
import { spanOf } from '../view'
import { modelsNamed } from './names'

/** Longer page data is not read. UTF-16 units. */
const LONGEST_METADATA = 2_000_000

type Json = null | boolean | number | string | Json[] | { [key: string]: Json }

const objectOf = (value: Json | undefined): { [key: string]: Json } =>
  value && typeof value === 'object' && !Array.isArray(value) ? value : {}
const stringsOf = (value: Json | undefined): string[] =>
  (Array.isArray(value) ? value : [value]).filter((one): one is string => typeof one === 'string')

/**
 * The models that Hugging Face's page data states: the bases in `cardData.base_model` and in the tags
 * (`base_model:adapter:THUDM/chatglm3-6b`), and the page's own id where it is a known model's.
 */
export function modelsOfMetadata(view: View): Fact[] {
  if (view.text.length > LONGEST_METADATA) return []
  let json: Json
  try {
    json = JSON.parse(view.block.text) as Json
  } catch {
    return []
  }
  const props = objectOf(json)
  const model = objectOf(props.model ?? props)
  const bases = [
    ...stringsOf(objectOf(model.cardData).base_model),
    ...stringsOf(model.tags).flatMap((tag) => /^base_model:(?:\w+:)?(.+)$/.exec(tag)?.[1] ?? []),
  ]
  const named = bases.length ? bases : stringsOf(model.id)
  const ids = new Map<string, string>()
  for (const name of named) for (const { id } of modelsNamed(name)) if (!ids.has(id)) ids.set(id, name)
  return [...ids].map(([id, name]) => {
    const start = Math.max(0, view.block.text.indexOf(name))
    return { kind: 'model', id, ...spanOf(view, start, start + name.length) }
  })
}
