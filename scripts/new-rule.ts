import { existsSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { writeList } from './new-rule/list'
import { scaffold } from './new-rule/scaffold'

/** `npm run new-rule -- some-hazard`: starts a rule and lists it. Without an id only the list is written again. */

const folder = join(import.meta.dirname, '..', 'rules')
const [id] = process.argv.slice(2)

if (id !== undefined && !/^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(id)) {
  console.error(`${id} is no id: lower-case words joined by hyphens, such as peft-encoder-decoder-cache`)
  process.exit(2)
}
if (id !== undefined) {
  const file = join(folder, `${id}.ts`)
  if (existsSync(file)) {
    console.error(`rules/${id}.ts exists already`)
    process.exit(2)
  }
  writeFileSync(file, scaffold(id))
}
const ids = writeList(folder)
console.log(`rules/list.ts has ${ids.length} rules.`)
if (id !== undefined)
  console.log(`Write rules/${id}.ts, then: npx vitest run rules -t ${id}\nCONTRIBUTING.md says how.`)
