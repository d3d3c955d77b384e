import { readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { NOT_RULES } from '../../rules/not-rules'

/** The ids of the rules in a folder: what has a second dot is a part of a rule, or a test. */
const ruleIds = (folder: string): string[] =>
  readdirSync(folder)
    .filter((name) => /^[a-z0-9-]+\.ts$/.test(name))
    .map((name) => name.slice(0, -'.ts'.length))
    .filter((id) => !NOT_RULES.has(id))
    .sort()

const identifier = (id: string): string => id.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase())

/** The source of `rules/list.ts` for these rules. Needs no formatting. */
function listSource(ids: string[]): string {
  const imports = ids.map((id) => `import { rule as ${identifier(id)} } from './${id}'`)
  const entries = ids.map((id) => `  ${identifier(id)},`)
  return `${imports.join('\n')}
import type { Rule } from './schema'

/** Every rule of this folder, in the order of their ids. \`npm run new-rule\` writes this file. */
// prettier-ignore
export const all: Rule[] = [
${entries.join('\n')}
]
`
}

/** Writes `list.ts` for what lies in the folder, and gives the ids. */
export function writeList(folder: string): string[] {
  const ids = ruleIds(folder)
  writeFileSync(join(folder, 'list.ts'), listSource(ids))
  return ids
}
