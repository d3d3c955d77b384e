import type { Condition } from '../schema'
import { mismatched } from './pairs'

/** What one release line of LlamaFactory asks of the packages beside it. PEP 440. */
interface Window {
  line: string
  transformers: string
  datasets: string
  accelerate: string
  peft: string
  trl: string
}

const BROKEN_ACCUMULATION = '!=4.46.0,!=4.46.1,!=4.46.2,!=4.46.3,!=4.47.0,!=4.47.1,!=4.48.0'

/**
 * The windows that `check_dependencies` in `extras/misc.py` has at each tag. Neighbours with the same windows share a
 * line; a development version between two windows is in none.
 */
const llamaFactoryWindows: Window[] = [
  {
    line: '==0.6.0',
    transformers: '>=4.37.2',
    datasets: '>=2.14.3',
    accelerate: '>=0.27.2',
    peft: '>=0.9.0',
    trl: '>=0.8.1',
  },
  {
    line: '>=0.6.1,<=0.7.1',
    transformers: '>=4.37.2',
    datasets: '>=2.14.3',
    accelerate: '>=0.27.2',
    peft: '>=0.10.0',
    trl: '>=0.8.1',
  },
  {
    line: '>=0.8.0,<=0.8.3',
    transformers: '>=4.41.2',
    datasets: '>=2.16.0',
    accelerate: '>=0.30.1',
    peft: '>=0.11.1',
    trl: '>=0.8.6',
  },
  {
    line: '==0.9.0',
    transformers: '>=4.41.2,<=4.45.0',
    datasets: '>=2.16.0,<=2.21.0',
    accelerate: '>=0.30.1,<=0.33.0',
    peft: '>=0.11.1,<=0.12.0',
    trl: '>=0.8.6,<=0.9.6',
  },
  {
    line: '==0.9.1',
    transformers: '>=4.41.2,<=4.46.1',
    datasets: '>=2.16.0,<=3.1.0',
    accelerate: '>=0.34.0,<=1.0.1',
    peft: '>=0.11.1,<=0.12.0',
    trl: '>=0.8.6,<=0.9.6',
  },
  {
    line: '==0.9.2',
    transformers: `>=4.41.2,<=4.49.0,${BROKEN_ACCUMULATION}`,
    datasets: '>=2.16.0,<=3.2.0',
    accelerate: '>=0.34.0,<=1.2.1',
    peft: '>=0.11.1,<=0.12.0',
    trl: '>=0.8.6,<=0.9.6',
  },
  {
    line: '==0.9.3',
    transformers: `>=4.45.0,<=4.52.4,${BROKEN_ACCUMULATION},!=4.52.0`,
    datasets: '>=2.16.0,<=3.6.0',
    accelerate: '>=0.34.0,<=1.7.0',
    peft: '>=0.14.0,<=0.15.2',
    trl: '>=0.8.6,<=0.9.6',
  },
  {
    line: '==0.9.4',
    transformers: '>=4.51.0,<=4.57.1',
    datasets: '>=2.16.0,<=4.0.0',
    accelerate: '>=1.3.0,<=1.11.0',
    peft: '>=0.14.0,<=0.17.1',
    trl: '>=0.18.0,<=0.24.0',
  },
  {
    line: '==0.9.5',
    transformers: '>=4.55.0,<=5.6.0',
    datasets: '>=2.16.0,<=4.0.0',
    accelerate: '>=1.3.0,<=1.15.0',
    peft: '>=0.18.0,<=0.20.0',
    trl: '>=0.18.0,<=0.24.0',
  },
]

const CHECKED = ['transformers', 'datasets', 'accelerate', 'peft', 'trl'] as const

/** The installed LlamaFactory refuses one of the packages installed beside it. */
export const outsideWindow: Condition = {
  anyOf: CHECKED.map((name) =>
    mismatched(
      'llamafactory',
      name,
      llamaFactoryWindows.map((window) => ({ line: window.line, fits: window[name] })),
    ),
  ),
}
