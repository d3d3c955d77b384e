import { afterEach, expect, it, vi } from 'vitest'
import { pack } from '../rules'
import { ENGINE, rulesFrom } from './pack'

const warn = vi.spyOn(console, 'warn').mockImplementation(() => {})
afterEach(() => warn.mockClear())

it('takes every rule of the bundled pack, unchanged', () => {
  expect(rulesFrom(pack)).toEqual(pack.rules)
  expect(warn).not.toHaveBeenCalled()
})

it('takes nothing from a pack for another engine, and says so once', () => {
  const major = Number(ENGINE.split('.')[0])
  const newer = { ...pack, engine: `^${major + 1}.0.0` }
  expect(rulesFrom(newer)).toEqual([])
  expect(rulesFrom(newer)).toEqual([])
  expect(warn).toHaveBeenCalledOnce()
})

it('leaves out a rule that does not fit the schema, and keeps the rest', () => {
  const broken = { ...pack.rules[0], id: 'broken', symptoms: { smell: 'burnt' } }
  expect(rulesFrom({ ...pack, rules: [broken, null, ...pack.rules] })).toEqual(pack.rules)
  expect(warn).toHaveBeenCalledTimes(2)
})
