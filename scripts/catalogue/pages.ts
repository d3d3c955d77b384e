import { join } from 'node:path'
import * as prettier from 'prettier'
import type { Language } from '../../locales/language'
import { rules } from '../../rules'
import { reasons } from '../../rules/dropped'
import heirs from '../../rules/dropped.json'
import { catalogueDocument } from './markdown'

const files: Record<Language, string> = { en: 'catalogue.md', zh_CN: 'catalogue.zh-CN.md' }

/** The catalogue's documents as they belong into `docs/`, with their paths. */
export const cataloguePages = (): Promise<{ path: string; text: string }[]> =>
  Promise.all(
    (Object.keys(files) as Language[]).map(async (language) => {
      const path = join(import.meta.dirname, '..', '..', 'docs', files[language])
      const options = await prettier.resolveConfig(path)
      const document = catalogueDocument(rules, { heirs, reasons }, language)
      return { path, text: await prettier.format(document, { ...options, filepath: path }) }
    }),
  )
