import { spawnSync } from 'node:child_process'
import * as v from 'valibot'
import { validRange } from '@renovatebot/pep440'
import { describe, expect, it, test } from 'vitest'
import { PLACEHOLDER } from '../diagnosis/explain/fill'
import { conditionsOf } from '../diagnosis/match/walk'
import dropped from './dropped.json'
import { rules } from './index'
import { NOT_RULES } from './not-rules'
import type { Examples, Rule, RuleProse } from './schema'
import { ruleSchema } from './schema'

/** Walks this folder, so that a new rule is checked without being mentioned here; every failure says what to do. */

const modules = Object.entries(
  import.meta.glob<{ rule?: Rule; examples?: Examples }>(['./*.ts', '!./*.test.ts'], { eager: true }),
)
  .map(([path, module]) => ({ file: path.slice('./'.length, -'.ts'.length), ...module }))
  // what has a second dot is a part of a rule: its prose, its examples
  .filter(({ file }) => !file.includes('.') && !NOT_RULES.has(file))

/** Why a pattern could take more than linear time, or undefined: a repeated group that repeats inside, two open gaps. */
function slowness(pattern: string): string | undefined {
  const plain = pattern.replace(/\\./g, '_').replace(/\[[^\]]*\]/g, '_')
  const repeats: boolean[] = [false]
  for (let at = 0; at < plain.length; at++) {
    const open = /^(?:[*+]|\{\d+,\d*\})/.test(plain.slice(at))
    if (plain[at] === '(') repeats.push(false)
    else if (plain[at] === ')') {
      const inside = repeats.pop()
      const repeated = /^(?:[*+]|\{)/.test(plain.slice(at + 1))
      if (inside && repeated) return 'a repeated group repeats inside: bound it or take it apart'
      if (inside) repeats[repeats.length - 1] = true
    } else if (open) repeats[repeats.length - 1] = true
  }
  if ((plain.match(/[._][*+]/g) ?? []).length > 1) return 'two open gaps: bound them, as in .{0,80}'
  return undefined
}

/** The verdicts that a rule can come to and that have no sentence of their own elsewhere. */
function reachable(rule: Rule): (keyof RuleProse['verdict'])[] {
  if (rule.ceiling) return [rule.ceiling]
  const decisive = JSON.stringify(rule.environment).includes('"decisive":true')
  const doubtful = !!rule.doubts || !!rule.differential
  const warns = rule.freezeCheck === 'definite' || rule.freezeCheck === 'with-model'
  return [
    'confirmed',
    ...(decisive || doubtful ? (['likely'] as const) : []),
    ...(warns ? (['at-risk'] as const) : []),
  ]
}

/** The texts in which the engine fills placeholders, by where they stand. */
const filledTexts = (prose: RuleProse): [string, string][] => [
  ...Object.entries(prose.verdict).map(([id, text]): [string, string] => [`verdict.${id}`, text]),
  ['confirmedByCure', prose.confirmedByCure ?? ''],
  ['cause', prose.cause],
  ['note', prose.note ?? ''],
  ...(prose.chain ?? []).map(({ short, long }): [string, string] => ['chain', `${short} ${long}`]),
  ...Object.entries(prose.fixes).map(([id, { title, limits }]): [string, string] => [
    `fixes.${id}`,
    `${title} ${limits ?? ''}`,
  ]),
]

/** The texts that are shown as they stand. */
const plainTexts = (prose: RuleProse): string[] => [
  prose.name,
  prose.symptom,
  prose.noFix ?? '',
  ...(prose.guesses ?? []).flatMap(({ guess, truth }) => [guess, truth]),
  ...Object.values(prose.differential ?? {}).flatMap(({ what, sign, then }) => [what, sign, then]),
  ...Object.values(prose.guides ?? {}).flatMap(({ title, text, short, warning }) =>
    [title, text, short, warning].filter((words) => words !== undefined),
  ),
]

const sortedIds = (items: { id: string }[] | undefined) => (items ?? []).map(({ id }) => id).sort()
const sortedKeys = (table: object | undefined) => Object.keys(table ?? {}).sort()
const withoutCode = (text: string) => text.replace(/`[^`]*`/g, '')

/** What is wrong with a text's placeholders: a name that the engine does not fill, or one that may stay empty. */
function placeholderFaults(rule: Rule, where: string, text: string): string[] {
  const conditions = conditionsOf(rule)
  const packages = conditions.flatMap((condition) =>
    'package' in condition
      ? [condition.package]
      : 'needs' in condition
        ? [condition.needs.package, 'word', 'needs']
        : [],
  )
  return [...text.matchAll(PLACEHOLDER)].flatMap(([all, name = '', fallback]) => {
    const always = name === 'about' || (name === 'cure' && where === 'confirmedByCure')
    if (name === 'fact' && !where.startsWith('verdict.'))
      return [`${where}: ${all} is filled in verdicts only`]
    if (
      !always &&
      !['model', 'cure', 'fact', ...packages.map((one) => one.replace(/-/g, '_'))].includes(name)
    )
      return [
        `${where}: nothing fills ${all}; use about, model, fact, cure or a package of the rule's conditions`,
      ]
    if (!always && fallback === undefined)
      return [`${where}: ${all} may be unknown; write {${name}|what to say instead}`]
    return []
  })
}

test('list.ts lists every rule of this folder and no other', () => {
  const here = modules.map(({ file }) => file).sort()
  expect(here.length).toBeGreaterThan(0)
  const listed = rules.map(({ id }) => id).sort()
  expect(listed, 'run npm run new-rule without an id: it writes rules/list.ts').toEqual(here)
})

test('dropped.json names gone rules and existing heirs', () => {
  const ids = rules.map(({ id }) => id)
  for (const [gone, heir] of Object.entries(dropped as Record<string, string | null>)) {
    expect(ids, `${gone} exists: take it out of dropped.json`).not.toContain(gone)
    if (heir !== null) expect(ids, `${gone} has no such heir: name an existing rule, or null`).toContain(heir)
  }
})

describe.each(modules)('$file', ({ file, rule, examples }) => {
  if (!rule) {
    test('exports a rule', () =>
      expect.fail(`export const rule from ${file}.ts, or name the file ${file}.part.ts`))
    return
  }

  it('has nothing left to be written', () =>
    expect(JSON.stringify([rule, examples]), 'replace what still says TODO').not.toContain('TODO'))

  it('has the id of its file', () => expect(rule.id, `rename the file to ${rule.id}.ts`).toBe(file))

  it('keeps to the schema', () => {
    const { success, issues } = v.safeParse(ruleSchema, rule)
    const wrong = issues?.map((issue) => `${v.getDotPath(issue) ?? '?'}: ${issue.message}`)
    expect(success, `mend what rules/schema.ts does not allow:\n${wrong?.join('\n')}`).toBe(true)
  })

  it('survives JSON', () =>
    expect(JSON.parse(JSON.stringify(rule)), 'rules are data: no functions, no undefined').toEqual(rule))

  it('has patterns that compile and are linear', () => {
    const patterns = conditionsOf(rule).flatMap((condition) => {
      if ('error' in condition) return [condition.error, condition.within]
      if ('warning' in condition) return [condition.warning]
      return 'needs' in condition ? [condition.word] : []
    })
    for (const pattern of [...patterns, rule.told].filter((one) => one !== undefined)) {
      expect(() => new RegExp(pattern), pattern).not.toThrow()
      expect(slowness(pattern), pattern).toBeUndefined()
    }
  })

  it('has version ranges that can be read', () => {
    const ranges = [
      ...conditionsOf(rule).map((condition) => ('package' in condition ? condition.range : undefined)),
      ...rule.fixes.map(({ installs }) => installs?.range),
      rule.cure?.outside,
      rule.ruler?.broken,
    ].filter((range) => range !== undefined)
    for (const range of ranges) expect(validRange(range), `${range} is no PEP 440 range`).toBe(true)
  })

  it('has each id once', () => {
    for (const ids of [rule.fixes, rule.differential, rule.guides].map(sortedIds))
      expect(ids).toEqual([...new Set(ids)])
  })

  it('has examples of all three kinds', () => {
    for (const kind of ['hits', 'clean', 'misses'] as const)
      expect(examples?.[kind]?.length, `add a text to examples.${kind} of ${file}`).toBeGreaterThan(0)
  })

  describe.each(['en', 'zh_CN'] as const)('in %s', (language) => {
    const prose = rule.prose[language]

    it('has words for each fix, look-alike and guide, and no others', () => {
      const advice = (part: string) => `add the missing or remove the extra ids under ${part} in ${language}`
      expect(sortedKeys(prose.fixes), advice('fixes')).toEqual(sortedIds(rule.fixes))
      expect(sortedKeys(prose.differential), advice('differential')).toEqual(sortedIds(rule.differential))
      expect(sortedKeys(prose.guides), advice('guides')).toEqual(sortedIds(rule.guides))
    })

    it('has a sentence for each verdict that it can reach', () => {
      for (const verdict of reachable(rule))
        expect(prose.verdict[verdict], `write verdict.${verdict} in ${language}`).toBeTruthy()
    })

    it('has a name without markup', () => expect(prose.name).not.toMatch(/[`*[\]]/))

    it('has placeholders only where they are filled', () => {
      expect(filledTexts(prose).flatMap(([where, text]) => placeholderFaults(rule, where, text))).toEqual([])
      for (const text of plainTexts(prose))
        expect(withoutCode(text).match(PLACEHOLDER), `nothing is filled in: ${text}`).toBeNull()
    })

    it('does not shout', () => {
      for (const text of [...filledTexts(prose).map(([, text]) => text), ...plainTexts(prose)])
        expect(withoutCode(text), 'write it without the exclamation mark').not.toMatch(/[!！]/)
    })
  })

  it('is written in both languages, link by link', () => {
    const { en, zh_CN } = rule.prose
    expect(zh_CN.chain?.map(({ measured }) => measured)).toEqual(en.chain?.map(({ measured }) => measured))
    expect(zh_CN.guesses?.map(({ right }) => right)).toEqual(en.guesses?.map(({ right }) => right))
    expect(Boolean(zh_CN.note)).toBe(Boolean(en.note))
    const texts = [
      ...filledTexts(zh_CN).map(([, text]) => text),
      ...plainTexts(zh_CN),
      ...rule.links.map(({ what }) => what.zh_CN),
    ]
    const untranslated = texts.filter((text) => text.trim() && !/\p{Script=Han}/u.test(withoutCode(text)))
    // a sign may be nothing but log lines
    expect(untranslated.filter((text) => /\p{L}/u.test(withoutCode(text)))).toEqual([])
  })

  const scripts = (rule.guides ?? []).filter(({ code }) => code?.includes('import '))
  const python = spawnSync('python3', ['--version']).status === 0
  test.runIf(scripts.length && python)('has Python that compiles', () => {
    for (const { id, code } of scripts) {
      const compile = 'import ast, sys; ast.parse(sys.stdin.buffer.read())'
      const { status, stderr } = spawnSync('python3', ['-c', compile], { input: code, encoding: 'utf8' })
      expect(status, `guide ${id}: ${stderr}`).toBe(0)
    }
  })
})

test('the checks can fail', () => {
  for (const slow of ['(a+)+b', '(?:x|y*)*', '(\\w{2,}z)+', '.*loss.*nan', '(a(b+)c){2,}'])
    expect(slowness(slow), slow).toBeDefined()
  for (const fine of ['cannot import name', "No module named '[\\w.]+'", '(?:a|b){1,3}', 'a.{0,80}b'])
    expect(slowness(fine), fine).toBeUndefined()
  const rule = rules[0]!
  expect(placeholderFaults(rule, 'cause', '{colour|x}')).toHaveLength(1)
  expect(placeholderFaults(rule, 'cause', '{model}')).toHaveLength(1)
  expect(placeholderFaults(rule, 'cause', '{fact|x}')).toHaveLength(1)
  expect(placeholderFaults(rule, 'verdict.confirmed', '{model|x} {about}')).toHaveLength(0)
})
