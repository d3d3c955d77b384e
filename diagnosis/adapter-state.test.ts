import { expect, test } from 'vitest'
import { adapterState } from './adapter-state'

test.each([
  [4, 1, 2, 'dead'],
  [4, 0, 2, 'untrained'],
  [4, 0, 1, 'partly'],
  [4, 0, 0, 'fine'],
  [0, 0, 0, undefined],
] as const)('%i tensors, %i not finite, %i lora_B zero: %s', (tensors, nonFinite, zero, state) => {
  expect(adapterState({ tensors, nonFinite, zero, dtypes: ['F16'] })).toBe(state)
})
