import type { Pair } from './pairs'

/**
 * transformers and the oldest accelerate with which its Trainer starts: the check in `training_args.py`, read in 40
 * releases from 4.33 to 5.24.
 */
export const transformersAndAccelerate: Pair[] = [
  { line: '>=4.30.0,<4.37.0', fits: '>=0.20.1' },
  { line: '>=4.37.0,<4.43.0', fits: '>=0.21.0' },
  // the check still asks for 0.21, but trainer.py imports a name that came with 0.29
  { line: '>=4.43.0,<4.45.0', fits: '>=0.29.0' },
  { line: '>=4.45.0,<5.0.0', fits: '>=0.26.0' },
  { line: '>=5.0.0.dev0', fits: '>=1.1.0' },
]
