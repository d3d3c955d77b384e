import type { Language } from '../../language'
import { en } from './en'
import { zh_CN } from './zh_CN'

type SeverityId = 'silent-corruption' | 'crash' | 'wrong-result' | 'warning'
type FreezeCheckId = 'definite' | 'with-model' | 'with-script-or-file' | 'log-only'

/** The words of the catalogue, on its page and in the documents. */
export interface CatalogueWords {
  title: string
  lead: (count: number) => string
  search: string
  searchHint: string
  package: string
  everyPackage: string
  found: (count: number) => string
  none: string
  severity: Record<SeverityId, string>
  freezeCheck: Record<FreezeCheckId, string>
  affects: string
  /** Between two ranges of which either is affected. */
  or: string
  symptom: string
  cause: string
  fixes: string
  workaround: string
  links: string
  /** What used to be an entry. */
  dropped: string
  heir: (id: string) => string
  generated: string
}

export const catalogueWords: Record<Language, CatalogueWords> = { en, zh_CN }
