/** What a text says, with where it says so and whose setup it is about. */

export type Verdict = 'confirmed' | 'likely' | 'cannot-tell' | 'at-risk' | 'ruled-out'

/**
 * installed: the writer's environment. cure: the same setup failed before and worked after the change, said by
 * someone who has the symptom or acknowledged by one. mentioned: advice, a bound, history, another product's version.
 */
export type PackageStance = 'installed' | 'cure' | 'mentioned'

/** used: what the writer runs or did. cure: as on packages. mentioned: asked about, advised, denied, quoted. */
export type Stance = 'used' | 'cure' | 'mentioned'

/** fp16 means float16 weights; the mixed-precision flag (`fp16: true`, `--fp16`, "Native AMP") is amp. */
export type PrecisionId = 'fp16' | 'amp' | 'bf16' | 'fp32' | 'int8' | 'int4'
export type SymptomId = 'loss-zero' | 'loss-nan' | 'mute-output'
export type MethodId = 'lora' | 'qlora' | 'full' | 'p-tuning' | 'freeze'
export type OptimizerId =
  'adamw' | 'adamw-fused' | 'adamw-8bit' | 'adam' | 'adafactor' | 'lion' | 'sgd' | 'other'
export type FrameworkId =
  'trainer' | 'llamafactory' | 'ms-swift' | 'xtuner' | 'axolotl' | 'deepspeed' | 'lightning' | 'own-loop'
export type HardwareId =
  'v100' | 't4' | '2080ti' | 'titan' | 'p100' | 'ampere-or-newer' | 'ascend' | 'mps' | 'cpu' | 'other-gpu'

/** What the writer's code does, or what looking at it showed. */
export type CodeId =
  | 'half-after-get-peft-model'
  | 'autocast-adapter-dtype-false'
  | 'modules-to-save'
  | 'inject-adapter-in-model'
  | 'prepare-model-for-kbit-training'
  | 'cast-trainable-to-float32'
  | 'adam-epsilon-raised'
  | 'enable-input-require-grads'
  | 'gradient-checkpointing'
  | 'resume-from-checkpoint'
  | 'adapter-is-float16'
  | 'adapter-is-float32'
  | 'adapter-is-nan'
  | 'adapter-not-loaded'
  | 'labels-all-masked'
  /** The loss goes down as it should, as its writer tells. */
  | 'loss-falls'

/** Where in the thread a fact stands, and the line around it for showing. */
interface Place {
  /** The block's id; `url` for what only the address says. */
  block: string
  /** UTF-16 offsets into the block's text, end exclusive. */
  start: number
  end: number
  /** Whose setup the fact is about; absent when it holds for everyone in the thread (the address). */
  author?: string
  /** The line it stands in, trimmed to a readable length, and where in that line the fact is. */
  quote: { text: string; start: number; end: number }
}

export type Fact = Place &
  (
    | {
        kind: 'package'
        name: string
        version: string
        stance: PackageStance
        /** Said as something for others to try; a later confirmation turns it into a cure. */
        advice?: boolean
        /** For a cure given as a range (`>=0.12,<0.14`): that range. */
        range?: string
        /** Said to have been tried without effect; installed where its writer states no other version. */
        tried?: boolean
        /** Said to be pinned by a file that its writer installs from; installed where they state no other version. */
        pinned?: boolean
        /** On which of its writer's machines, where they speak of several: another than the one that fails, or by its job. */
        machine?: 'other' | 'training' | 'inference'
        /** Said to be so after all: what its writer had stated of the package before was wrong. */
        corrects?: boolean
        /** What the block by itself says, where the thread says otherwise. */
        stated?: PackageStance
        /** Its block has the number alone: the name is from elsewhere in the thread. */
        inferred?: boolean
      }
    /** A version whose package the block does not name; `settle` gives it one where the thread does. */
    | {
        kind: 'bare-version'
        version: string
        meant: PackageStance
        advice?: boolean
        tried?: boolean
        /** It could measure anything: a version only as an answer, or where the thread names the same release. */
        loose?: boolean
      }
    /** Somebody is asked which version of the package they have. */
    | { kind: 'question'; package: string }
    | { kind: 'python'; version: string; stance: PackageStance; stated?: PackageStance }
    | { kind: 'model'; id: string }
    | { kind: 'symptom'; id: SymptomId; stance: Stance; stated?: Stance }
    | {
        kind: 'precision'
        id: PrecisionId
        stance: Stance
        stated?: Stance
        advice?: boolean
        /** The bare word `fp16`, which may mean the flag as well as float16 weights. */
        loose?: boolean
      }
    | { kind: 'method'; id: MethodId; stance: Stance; stated?: Stance }
    | { kind: 'optimizer'; id: OptimizerId; stance: Stance; stated?: Stance; advice?: boolean }
    | { kind: 'framework'; id: FrameworkId; stance: Stance; stated?: Stance }
    | { kind: 'code'; id: CodeId; stance: Stance; stated?: Stance; advice?: boolean }
    | { kind: 'hardware'; id: HardwareId; name: string; stance: Stance; stated?: Stance }
    /** An exception line. `traceback`: the lines around it, where it stands in one. Without a stance it is shown. */
    | { kind: 'error'; text: string; traceback?: string; stance?: 'mentioned' }
    /** A line of warning or of log that tells of a fault and is no exception. Without a stance it is shown. */
    | { kind: 'warning'; text: string; stance?: 'mentioned' }
    /** The writer's model was tuned, by whatever method. */
    | { kind: 'training' }
    /** A sentence of prose that complains of something by its name in the program. */
    | { kind: 'complaint'; text: string }
    /** The keys of an adapter's configuration file. */
    | { kind: 'adapter-config'; keys: string[] }
    | { kind: 'log'; series: LossSeries }
    | { kind: 'date'; date: string }
    /** An adapter file: counts of tensors; `zero` counts the `lora_B` tensors that are all zero, as before training. */
    | { kind: 'adapter'; tensors: number; nonFinite: number; zero: number; dtypes: string[] }
    | {
        kind: 'confirmation'
        outcome: 'worked' | 'failed' | 'same-symptom'
        /** The package that is said to have nothing to do with the fault. */
        refutes?: string
        /** A version that the confirmation names without saying of which package. */
        version?: string
      }
  )

export type FactOf<K extends Fact['kind']> = Extract<Fact, { kind: K }>

/** One line of a training log; what a line does not say is absent. NaN and infinities are the strings, so that JSON keeps them. */
export interface LossPoint {
  step?: number
  loss?: number | 'nan' | 'inf'
  gradNorm?: number | 'nan' | 'inf'
  learningRate?: number
}

export interface LossSeries {
  /** In the order of the log, thinned to a few hundred; the lines around the break are always kept. */
  points: LossPoint[]
  /** How many lines the log had before thinning. */
  length: number
  /**
   * How the loss goes: exactly zero or nan after finite values, or from the first line on; alternating with finite
   * values; or finite to the end.
   */
  shape:
    'finite-then-zero' | 'finite-then-nan' | 'zero-from-first' | 'nan-from-first' | 'alternating' | 'finite'
  /** Index into `points` of the first zero or nan loss. */
  breakAt?: number
  /** How many finite, non-zero losses came before the break. */
  finiteBefore: number
  /** The gradient norm on the lines after the break (before it, where there is none). */
  gradNormAfter?: 'nan' | 'zero' | 'finite'
  /** The gradient norm on the log's first line. */
  gradNormFirst?: 'nan' | 'zero' | 'finite'
  highestLearningRate?: number
}
