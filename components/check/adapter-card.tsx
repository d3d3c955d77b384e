import { useWords } from './words'

/** Counts of an adapter file's tensors. */
export interface AdapterCounts {
  tensors: number
  nonFinite: number
  zero: number
  dtypes: string[]
}

type State = 'dead' | 'untrained' | 'partly' | 'fine'

const tones = { dead: 'confirmed', untrained: 'at-risk', partly: 'at-risk', fine: 'ruled-out' } as const

/** A LoRA layer has two tensors, of which one starts as zero. */
function stateOf({ tensors, nonFinite, zero }: AdapterCounts): State {
  if (nonFinite > 0) return 'dead'
  if (zero === 0) return 'fine'
  return zero * 2 >= tensors ? 'untrained' : 'partly'
}

/** What the weights of an adapter file say, in words. */
export function AdapterCard({ counts }: { counts: AdapterCounts }) {
  const words = useWords().adapter
  const { tensors, nonFinite, zero, dtypes } = counts
  if (tensors === 0) return <p class="problem">{words.noTensors}</p>
  const state = stateOf(counts)
  return (
    <div class="adapter" data-verdict={tones[state]}>
      <p class="adapter-state">{words[state]}</p>
      <p>{words[`${state}Help`]}</p>
      <p class="quiet">{words.counts(tensors, dtypes.join(', '), nonFinite, zero)}</p>
    </div>
  )
}
