import type { FactOf } from './facts'

/** Counts of an adapter file's tensors. */
export type AdapterCounts = Pick<FactOf<'adapter'>, 'tensors' | 'nonFinite' | 'zero' | 'dtypes'>

export type AdapterState = 'dead' | 'untrained' | 'partly' | 'fine'

/** What the counts amount to; undefined where there are no tensors. */
export function adapterState({ tensors, nonFinite, zero }: AdapterCounts): AdapterState | undefined {
  if (tensors === 0) return undefined
  if (nonFinite > 0) return 'dead'
  if (zero === 0) return 'fine'
  // a LoRA layer has two tensors, of which one starts as zero
  return zero * 2 >= tensors ? 'untrained' : 'partly'
}
