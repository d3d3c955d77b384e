import type { Fact } from '../facts'
import type { Named } from './model/names'
import { FAMILY_WORD, familyOfClass, modelsNamed, partsOfId } from './model/names'
import { refines } from './model/refinement'
import { modelsOfMetadata } from './model/metadata'
import type { Passage } from './passages'
import { linesAbout, passagesOf } from './passages'
import type { View } from './view'
import { spanOf } from './view'

/** Longer lines are machine output; only their beginning is read. UTF-16 units. */
const LONGEST_LINE = 20_000

/** Lines whose names are of data, licences, templates or the run's own results. */
const NOT_THE_MODEL =
  /^[\s"'-]{0,12}(?:--)?(?:license(?:_name|_link)?|dataset(?:_dir|_name)?s?|eval_dataset|template|report_to|run_name|hub_model_id|wandb_project)['"]?\s{0,4}[:= ]/i
const RESULT =
  /^[\s"'-]{0,12}(?:--)?(?:output_dir|output|save_dir|logging_dir|adapter_name_or_path|lora_path|checkpoint_dir|out_dir|OUTPUT_DIR)['"]?\s{0,4}[:= ]/i

/** The same in the middle of a command: an argument with its value. */
const ARGUMENT =
  /--(?:(?:(output_dir|output|save_dir|logging_dir|adapter_name_or_path|lora_path|checkpoint_dir|out_dir|export_dir|adapters|ckpt_dir|save_path)|dataset(?:_dir|_name)?s?|eval_dataset|template|report_to|run_name|hub_model_id|wandb_project|version|(?:conv(?:ersation)?|prompt|chat)[-_](?:mode|template|type|version|style)|template[-_](?:name|type)))[= ]\s{0,4}["']?([^\s"']{1,300})/gi
/** How a program says which conversation template it takes. */
const TEMPLATE =
  /\b(?:conv(?:ersation)?|prompt|chat)[-_ ](?:mode|template|type|version|style)\b['"`]{0,2}\s{0,3}(?:[:=]|is\b)\s{0,3}['"`]?[^\s"'`,]{1,80}/gi

/** Where a path or a module is meant, a family's bare word is a folder. */
const MACHINE = /site-packages|dist-packages|^\s*File "|^\s*(?:from|import)\s|\btransformers[./]models\b/

const IMAGE = /!\[[^\]]{0,200}\]\([^)]{0,500}\)|<img\s[^>]{0,1000}>/g

/** The parts of a line that are values of arguments which name no base: `isResult` for what the run writes. */
function argumentsIn(text: string): { start: number; end: number; isResult: boolean }[] {
  const place = (match: RegExpExecArray, isResult: boolean) => ({
    start: match.index,
    end: match.index + match[0].length,
    isResult,
  })
  return [
    ...(text.includes('--') ? [...text.matchAll(ARGUMENT)].map((match) => place(match, !!match[1])) : []),
    ...[...text.matchAll(TEMPLATE)].map((match) => place(match, false)),
  ]
}

function namesIn(passage: Passage): Named[] {
  // the name of a picture is nobody's statement
  const text = passage.text.slice(0, LONGEST_LINE).replace(IMAGE, (image) => ' '.repeat(image.length))
  // with more arguments behind it, each is looked at by itself
  if (NOT_THE_MODEL.test(text) && !/\s--\w/.test(text.trimStart().slice(2))) return []
  const names = modelsNamed(text)
  const family = familyOfClass(text)
  if (family) names.push(family)
  const machine = MACHINE.test(text)
  return names.filter(({ bare, start }) => {
    if (!bare) return true
    if (family && start === family.start) return true
    return !passage.code && !machine
  })
}

/** Whether an id names one of the others more exactly: `saves/Qwen2-7B-Instruct` beside `models/qwen2`. */
function refinesOne(id: string, others: Iterable<string>): boolean {
  const exact = partsOfId(id)
  return (
    !!exact?.size &&
    [...others].some((other) => {
      const loose = partsOfId(other)
      return !!loose && !loose.size && !!loose.generation && refines(exact, loose)
    })
  )
}

/**
 * The models that a block names, each once, in the spelling of ids. A name without a size stays without one
 * (`chatglm3`); `reconcile` replaces it by the form that the page gives elsewhere.
 */
export function readModels(view: View): Fact[] {
  if (view.block.kind === 'metadata') return modelsOfMetadata(view)
  const found = new Map<string, { start: number; end: number }>()
  const results = new Map<string, { start: number; end: number }>()
  const passages = passagesOf(view)
  for (const index of linesAbout(view, FAMILY_WORD)) {
    const passage = passages[index]!
    if (!passage.own) continue
    const isResult = RESULT.test(passage.text)
    const values = argumentsIn(passage.text.slice(0, LONGEST_LINE))
    for (const { id, start, end } of namesIn(passage)) {
      const value = values.find((one) => one.start <= start && start < one.end)
      if (value && !value.isResult) continue
      const into = isResult || value ? results : found
      if (!into.has(id)) into.set(id, { start: passage.start + start, end: passage.start + end })
    }
  }
  // a folder that the run writes is named after its base; where the base is stated, that stands
  const all = found.size
    ? new Map([...found, ...[...results].filter(([id]) => !found.has(id) && refinesOne(id, found.keys()))])
    : results
  return [...all].map(([id, { start, end }]) => ({ kind: 'model', id, ...spanOf(view, start, end) }))
}
