/** `npm run catalogue`: writes docs/catalogue.md and its Chinese counterpart from the rules. */
import { writeFileSync } from 'node:fs'
import { basename } from 'node:path'
import { rules } from '../rules'
import { cataloguePages } from './catalogue/pages'

for (const { path, text } of await cataloguePages()) {
  writeFileSync(path, text)
  console.log(`docs/${basename(path)}: ${rules.length} rules`)
}
