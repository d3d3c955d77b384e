import type { Condition } from '../schema'
import { type Pair, mismatched } from './pairs'

/** From this transformers release on, another package has to be in the range. PEP 440. */
interface Step {
  from: string
  fits: string
}

/** The newest transformers release that was read: what a later one asks for is not known. */
const LAST_READ = '5.24.0'

/**
 * The huggingface-hub that transformers accepts. Read in the requirements of the releases from 4.31 on, before that in
 * `setup.py`; `dependency_versions_check.py` compares them on import.
 */
const HUB: Step[] = [
  { from: '4.26.0', fits: '>=0.11.0,<1.0.0' },
  { from: '4.30.0', fits: '>=0.14.1,<1.0.0' },
  { from: '4.32.0', fits: '>=0.15.1,<1.0.0' },
  { from: '4.34.0', fits: '>=0.16.4,<1.0.0' },
  { from: '4.36.0', fits: '>=0.19.3,<1.0.0' },
  { from: '4.41.0', fits: '>=0.23.0,<1.0.0' },
  { from: '4.42.0', fits: '>=0.23.2,<1.0.0' },
  { from: '4.47.0', fits: '>=0.24.0,<1.0.0' },
  { from: '4.49.0', fits: '>=0.26.0,<1.0.0' },
  { from: '4.51.0', fits: '>=0.30.0,<1.0.0' },
  { from: '4.54.0', fits: '>=0.34.0,<1.0.0' },
  { from: '5.0.0', fits: '>=1.3.0,<2.0.0' },
  { from: '5.4.0', fits: '>=1.5.0,<2.0.0' },
  { from: '5.18.0', fits: '>=1.31.0,<3.0.0' },
]

/** The tokenizers that transformers accepts, read and compared as above. */
const TOKENIZERS: Step[] = [
  { from: '4.26.0', fits: '>=0.11.1,!=0.11.3,<0.14.0' },
  { from: '4.34.0', fits: '>=0.14.0,<0.15.0' },
  { from: '4.35.2', fits: '>=0.14.0,<0.19.0' },
  { from: '4.40.0', fits: '>=0.19.0,<0.20.0' },
  { from: '4.45.0', fits: '>=0.20.0,<0.21.0' },
  { from: '4.47.0', fits: '>=0.21.0,<0.22.0' },
  { from: '4.56.0', fits: '>=0.22.0,<=0.23.0' },
  { from: '5.16.0', fits: '>=0.23.1,<0.24.0' },
]

/** Development versions and candidates of a release: they may have its changes or not. */
export const beforeRelease = (release: string): string => `>=${release}.dev0,<=${release},!=${release}`

/** True where transformers refuses the other package; unknown for releases that nobody read. */
function refused(other: string, steps: Step[]): Condition {
  const pairs = steps.map(({ from, fits }, index): Pair => {
    const next = steps[index + 1]?.from
    return { line: `>=${from},${next ? `<${next}` : `<=${LAST_READ}`}`, fits }
  })
  const unread = [`<${steps[0]!.from}`, `>${LAST_READ}`, ...steps.map(({ from }) => beforeRelease(from))]
  return {
    anyOf: [
      mismatched('transformers', other, pairs),
      // no release is in this range: the condition is there for what it cannot say
      { package: 'transformers', range: '<0', unsure: unread },
    ],
  }
}

/** The installed transformers stops on import because of the huggingface-hub beside it. */
export const refusedHub = refused('huggingface-hub', HUB)

/**
 * The installed transformers stops on import because of the tokenizers beside it. Llama's tokenizer asks for 0.13.3
 * where the rest is content with less.
 */
export const refusedTokenizers: Condition = {
  anyOf: [
    refused('tokenizers', TOKENIZERS),
    { package: 'tokenizers', range: '<0', unsure: ['>=0.11.1,<0.13.3'] },
  ],
}
