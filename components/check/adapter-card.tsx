import { type AdapterCounts, adapterState } from '../../diagnosis/adapter-state'
import { useWords } from './words'

const tones = { dead: 'confirmed', untrained: 'at-risk', partly: 'at-risk', fine: 'ruled-out' } as const

/** What the weights of an adapter file say, in words. */
export function AdapterCard({ counts }: { counts: AdapterCounts }) {
  const words = useWords().adapter
  const { tensors, nonFinite, zero, dtypes } = counts
  const state = adapterState(counts)
  if (!state) return <p class="problem">{words.noTensors}</p>
  return (
    <div class="adapter" data-verdict={tones[state]}>
      <p class="adapter-state">{words[state]}</p>
      <p>{words[`${state}Help`]}</p>
      <p class="quiet">{words.counts(tensors, dtypes, nonFinite, zero)}</p>
    </div>
  )
}
