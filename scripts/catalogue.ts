import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import * as prettier from 'prettier'
import type { Language } from '../locales/language'
import { rules } from '../rules'
import { reasons } from '../rules/dropped'
import heirs from '../rules/dropped.json'
import { catalogueDocument } from './catalogue/markdown'

/** `npm run catalogue`: writes docs/catalogue.md and its Chinese counterpart from the rules. */

const files: Record<Language, string> = { en: 'catalogue.md', zh_CN: 'catalogue.zh-CN.md' }

for (const language of Object.keys(files) as Language[]) {
  const path = join(import.meta.dirname, '..', 'docs', files[language])
  const options = await prettier.resolveConfig(path)
  const text = await prettier.format(catalogueDocument(rules, { heirs, reasons }, language), {
    ...options,
    filepath: path,
  })
  writeFileSync(path, text)
  console.log(`docs/${files[language]}: ${rules.length} rules`)
}
