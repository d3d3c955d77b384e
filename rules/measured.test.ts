import { describe, expect, it } from 'vitest'
import { diagnose } from '../diagnosis/diagnose'
import { isLoud } from '../diagnosis/report'
import { rules } from './index'
import { all } from './list'
import { measured } from './measured'

/** The runs of `evidence/` are put to the rules as a reader would paste them: the rules have to say what came out. */

interface Run {
  side: 'inside' | 'outside' | null
  packages: Record<string, string>
  companions: Record<string, string>
  outcome: string
  message: string
}
interface Case {
  hazard: string | null
  runs: Run[]
}

const groups = import.meta.glob<Record<string, Case>>(
  ['../evidence/results/*.json', '!../evidence/results/{summary,measured}.json'],
  { eager: true, import: 'default' },
)
const cases = Object.values(groups)
  .flatMap((group) => Object.entries(group))
  // the mute model prints no exception; its own tests have its ranges
  .filter(([, { hazard }]) => hazard && hazard !== 'mute-model')

const versions = ({ packages, companions }: Run) =>
  Object.entries({ ...companions, ...packages })
    .map(([name, version]) => `${name}==${version}`)
    .join('\n')

function verdictOn(text: string, hazard: string | null) {
  const report = diagnose({ site: 'text', blocks: [{ id: '1', kind: 'paste', author: 'ada', text }] }, rules)
  return report.diagnoses.find(({ rule }) => rule === hazard)?.verdict
}

/** Some rules take the message itself for what they ask of the setup, and so rule out no version that is said with it. */
const takesItsWord = (environment: string, message: string) =>
  /"(?:error|warning|needs)":/.test(environment) || /but found [\w-]+==/.test(message)

describe('what was measured', () => {
  it('is told of rules that exist, at least thirty of them', () => {
    const ids = all.map(({ id }) => id)
    expect(Object.keys(measured).filter((id) => !ids.includes(id))).toEqual([])
    expect(rules.filter((rule) => rule.measured).length).toBeGreaterThanOrEqual(30)
  })
})

describe.each(cases)('the runs of %s', (_, { hazard, runs }) => {
  const rule = rules.find(({ id }) => id === hazard)
  const message = runs.find(({ outcome }) => outcome === 'reproduced')?.message ?? ''
  const reproduced = runs.filter(({ side, outcome }) => side === 'inside' && outcome === 'reproduced')
  const outside = runs.filter(({ side }) => side === 'outside')
  const environment = JSON.stringify(rule?.environment)

  it.each(reproduced.map((run) => [versions(run), run.message]))('%s: it is this', (text, printed) => {
    // only the last line of a traceback was kept, and here that is too little to know it by
    const wants = hazard === 'chatglm-past-tuple-unpack' ? [undefined] : ['confirmed', 'at-risk']
    expect(wants).toContain(verdictOn(`${text}\n${printed}`, hazard))
  })

  it.skipIf(!outside.length).each(outside.map((run) => [versions(run)]))('%s: no risk of it', (text) => {
    expect(verdictOn(text, hazard)).toBeUndefined()
  })

  it
    .skipIf(!outside.length || takesItsWord(environment, message))
    .each(outside.map((run) => [versions(run)]))('%s: not the place where it was printed', (text) => {
    const verdict = verdictOn(`${text}\n${message}`, hazard)
    expect(verdict && isLoud(verdict) ? verdict : 'quiet').toBe('quiet')
  })
})
