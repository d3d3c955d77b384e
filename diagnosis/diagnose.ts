import type { Language } from '../locales/language'
import type { Rule } from '../rules/schema'
import type { Fact } from './facts'
import { match } from './match/match'
import { readBlock } from './read'
import { readAddress } from './read/address'
import { reconcile } from './read/reconcile'
import { settle } from './read/settle'
import { reporterOf } from './read/view'
import type { Diagnosis, Note, Report } from './report'
import type { Outline, Thread } from './thread'
import { outlineOf } from './thread'

/** The base models that the page itself is about, where a rule has a remark on them. */
function notesOf(outline: Outline, facts: Fact[], rules: Rule[]): Note[] {
  const isModelPage =
    outline.site === 'huggingface' &&
    outline.blocks.some(({ kind }) => kind === 'card' || kind === 'metadata')
  if (!isModelPage) return []
  const models = facts.flatMap((fact) => (fact.kind === 'model' && fact.block === 'url' ? [fact.id] : []))
  return rules.flatMap((rule) => {
    const model = models.find((id) => rule.bases?.some((base) => id.startsWith(base)))
    return model ? [{ rule: rule.id, model }] : []
  })
}

/** Chinese where the title or what the facts were read from has a few Chinese words; logs have none. */
function languageOf({ title = '' }: Outline, facts: Fact[]): Language {
  const lines = new Set(facts.map(({ quote }) => quote.text))
  const chinese = [title, ...lines].join('\n').match(/[\u4E00-\u9FFF]/g)?.length ?? 0
  return chinese >= 4 ? 'zh_CN' : 'en'
}

/** Where two people's facts may have been put together, nothing is certain. */
const softened = (diagnosis: Diagnosis): Diagnosis =>
  diagnosis.verdict === 'confirmed' ? { ...diagnosis, verdict: 'likely' } : diagnosis

/**
 * The report on facts that were read earlier, block by block. Cheap: its cost is that of the facts, not of the text.
 * Takes every block's facts, in any order, as `readBlock` gave them.
 */
export function conclude(outline: Outline, facts: Fact[], rules: Rule[]): Report {
  const settled = settle(reconcile([...readAddress(outline), ...facts], outline), outline)
  const diagnoses = match(settled, rules, reporterOf(outline))
  return {
    facts: settled,
    diagnoses: outline.authorsUnknown ? diagnoses.map(softened) : diagnoses,
    notes: notesOf(outline, settled, rules),
    language: languageOf(outline, settled),
  }
}

/** The report on a whole thread: the same for page, paste, file and selection. */
export function diagnose(thread: Thread, rules: Rule[]): Report {
  const outline = outlineOf(thread)
  return conclude(
    outline,
    thread.blocks.flatMap((block) => readBlock(block, outline)),
    rules,
  )
}
