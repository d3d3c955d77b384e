import * as v from 'valibot'

/** Rules are data: everything here survives JSON. One source for the type, the check and the JSON Schema. */

const id = v.pipe(
  v.string(),
  v.regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'ids are lower-case words joined by hyphens'),
)
const sentence = v.pipe(v.string(), v.trim(), v.minLength(1))
const nonEmpty = <T extends v.GenericSchema>(item: T) => v.pipe(v.array(item), v.minLength(1))

/** What one condition asks of the facts. `decisive`: enough by itself for *likely*. */
export type Condition =
  | { allOf: Condition[] }
  | { anyOf: Condition[] }
  | { not: Condition }
  /**
   * An installed version in the PEP 440 range (any version without one). Unknown while the version is, where versions
   * on both sides are installed, and in the `unsure` ranges: development versions that may hold a change or not.
   */
  | { package: string; range?: string; unsure?: string[]; decisive?: boolean }
  /** A version in the range was tried in vain: the symptom stayed. */
  | { triedInVain: string; range: string }
  /** The text has a fact about the package: a version of it, installed or not. Its bare name in prose is none. */
  | { mentions: string }
  /** Some model whose id begins with one of these names. */
  | { model: string[] }
  | { precision: string[]; decisive?: boolean }
  | { method: string[] }
  | { optimizer: string[] }
  /** Somebody tuned the model, by whatever method. */
  | { trained: true }
  /** `named`: used, or only named, as by the address of its repository. */
  | { framework: string[]; named?: true }
  | { hardware: string[] }
  | { code: string[]; decisive?: boolean }
  | { symptom: string[] }
  /**
   * An exception line; a regular expression. `within`: another, for the traceback around it, where the line alone says
   * too little. `decisive`: only this hazard prints it.
   */
  | { error: string; within?: string; decisive?: boolean }
  /** A line of warning or of log that is no exception; a regular expression. */
  | { warning: string; decisive?: boolean }
  /**
   * What an exception, a warning or an adapter's config names came later than the installed release: the first group
   * of `word` finds the name, or `key` takes an adapter config's keys; `first` has the release that brought it.
   * Unknown while the version is, and for names that the table does not have.
   */
  | { needs: FirstReleases; word?: string; adapterConfig?: boolean; decisive?: boolean }
  /** How a training log goes. */
  | { log: LogShape[]; gradNormAfter?: GradNorm[]; gradNormFirst?: GradNorm[]; finiteBeforeAtLeast?: number }
  | { learningRateAtLeast: number }
  /** The writer's text is older than this day (ISO), and `unless` is not true. Unknown while there is no date. */
  | { before: string; unless?: Condition }

/** The first release of a package that knows each name: a key of a config, a model type. PEP 440. */
export interface FirstReleases {
  package: string
  first: Record<string, string>
}

export type LogShape =
  'finite-then-zero' | 'finite-then-nan' | 'zero-from-first' | 'nan-from-first' | 'alternating' | 'finite'
export type GradNorm = 'nan' | 'zero' | 'finite'

const decisive = v.optional(v.boolean())
const names = nonEmpty(v.string())

export const conditionSchema: v.GenericSchema<Condition> = v.lazy(() =>
  v.union([
    v.strictObject({ allOf: nonEmpty(conditionSchema) }),
    v.strictObject({ anyOf: nonEmpty(conditionSchema) }),
    v.strictObject({ not: conditionSchema }),
    v.strictObject({
      package: id,
      range: v.optional(v.string()),
      unsure: v.optional(nonEmpty(v.string())),
      decisive,
    }),
    v.strictObject({ triedInVain: id, range: v.string() }),
    v.strictObject({ mentions: v.string() }),
    v.strictObject({ model: names }),
    v.strictObject({ precision: names, decisive }),
    v.strictObject({ method: names }),
    v.strictObject({ optimizer: names }),
    v.strictObject({ trained: v.literal(true) }),
    v.strictObject({ framework: names, named: v.optional(v.literal(true)) }),
    v.strictObject({ hardware: names }),
    v.strictObject({ code: names, decisive }),
    v.strictObject({ symptom: names }),
    v.strictObject({ error: v.string(), within: v.optional(v.string()), decisive }),
    v.strictObject({ warning: v.string(), decisive }),
    v.strictObject({
      needs: v.strictObject({ package: id, first: v.record(v.string(), v.string()) }),
      word: v.optional(v.string()),
      adapterConfig: v.optional(v.boolean()),
      decisive,
    }),
    v.strictObject({
      log: nonEmpty(
        v.picklist([
          'finite-then-zero',
          'finite-then-nan',
          'zero-from-first',
          'nan-from-first',
          'alternating',
          'finite',
        ]),
      ),
      gradNormAfter: v.optional(nonEmpty(v.picklist(['nan', 'zero', 'finite']))),
      gradNormFirst: v.optional(nonEmpty(v.picklist(['nan', 'zero', 'finite']))),
      finiteBeforeAtLeast: v.optional(v.number()),
    }),
    v.strictObject({ learningRateAtLeast: v.number() }),
    v.strictObject({ before: v.pipe(v.string(), v.isoDate()), unless: v.optional(conditionSchema) }),
  ]),
)

/** One change that helps. The words for it stand in the prose under the same id. */
const fixSchema = v.strictObject({
  id,
  /** What to run in a shell. `{package}` is replaced by the installed version. */
  command: v.optional(v.string()),
  /** What to write in the training script. */
  code: v.optional(v.string()),
  /** Not offered when this is true; offered while it is unknown. */
  unless: v.optional(conditionSchema),
  /** Offered only when this is true. */
  when: v.optional(conditionSchema),
  /** Helps without removing the cause: named as such. */
  workaround: v.optional(v.boolean()),
  /** The releases it installs: marked on the version ruler, and compared with the cures a thread reports. */
  installs: v.optional(
    v.strictObject({
      package: id,
      range: v.string(),
      /** The package whose installed version the range was chosen for. */
      chosenFor: v.optional(id),
    }),
  ),
})

const fixProse = v.strictObject({
  /** Markdown, one line, without the command. */
  title: sentence,
  /** Markdown: when it does not work or what it costs. */
  limits: v.optional(sentence),
})

const proseSchema = v.strictObject({
  /** A short name for the hazard. */
  name: sentence,
  /** Markdown, one sentence: what a person sees when it strikes. */
  symptom: sentence,
  /**
   * One sentence for each verdict that the rule can reach. `{peft}`, `{model}` … are filled from the facts; `{word}` and
   * `{needs}` with the name that a `needs` condition found and the release that brought it.
   */
  verdict: v.record(v.picklist(['confirmed', 'likely', 'cannot-tell', 'at-risk', 'ruled-out']), sentence),
  /** Instead of the confirmed sentence where the package of `cure` is known only from the cure. */
  confirmedByCure: v.optional(sentence),
  /** Markdown, two sentences that a tired person understands. */
  cause: sentence,
  /** The cause link by link, each short first. */
  chain: v.optional(nonEmpty(v.strictObject({ short: sentence, long: sentence, measured: v.boolean() }))),
  /** What public accounts guess, and what is so. */
  guesses: v.optional(nonEmpty(v.strictObject({ guess: sentence, right: v.boolean(), truth: sentence }))),
  fixes: v.record(id, fixProse),
  /** What does not help, though it is often advised. */
  noFix: v.optional(sentence),
  /** What else looks like this: what it is, which line would show it, what to do. */
  differential: v.optional(v.record(id, v.strictObject({ what: sentence, sign: sentence, then: sentence }))),
  /** Further things worth knowing, each unfoldable: a preflight check, a dead adapter, a reproducible environment. */
  guides: v.optional(
    v.record(
      id,
      v.strictObject({
        title: sentence,
        text: sentence,
        /** A name of two or three words: the guide is then linked beside the fixes. */
        short: v.optional(sentence),
        /** What is lost for good once the hazard has struck, in one short line beside the fixes. */
        warning: v.optional(sentence),
      }),
    ),
  ),
  /** The quiet line on a listed base model's own page. */
  note: v.optional(sentence),
})

export const ruleSchema = v.strictObject({
  id,
  severity: v.picklist(['silent-corruption', 'crash', 'wrong-result', 'warning']),
  /** The loudest verdict it may reach. */
  ceiling: v.optional(v.picklist(['at-risk'])),
  /**
   * When versions alone are enough to warn: always; with the base model; never, since it takes a certain script or
   * file; never, since versions do not decide it.
   */
  freezeCheck: v.picklist(['definite', 'with-model', 'with-script-or-file', 'log-only']),
  /** The packages state this requirement themselves: a `pip install` of one brings the fitting other. */
  keptByPip: v.optional(v.literal(true)),
  /** What the range rests on where no run of ours measured it: the releases' source, or what users report. */
  basis: v.picklist(['source', 'reports']),
  /** How many releases were run for it, and when. Comes with the results of the runs; no rule writes it itself. */
  measured: v.optional(v.strictObject({ releases: v.number(), date: v.pipe(v.string(), v.isoDate()) })),
  /** Absent where symptoms and environment say by themselves what the rule is about. */
  about: v.optional(conditionSchema),
  symptoms: conditionSchema,
  /**
   * Names by which people tell of the message without quoting it; a regular expression on their complaints. It counts as
   * the symptom, and *likely* is then the most.
   */
  told: v.optional(v.string()),
  environment: conditionSchema,
  against: v.optional(conditionSchema),
  /** What leaves a *confirmed* open to doubt: *likely* is then the most. So does every look-alike that is pointed to. */
  doubts: v.optional(conditionSchema),
  /** What was seen of the fault itself, so that no doubt is left. */
  certain: v.optional(conditionSchema),
  /** A cure outside this range, reported by someone who has the symptom, stands for the unstated environment. */
  cure: v.optional(v.strictObject({ package: id, outside: v.string() })),
  /** Best first. */
  fixes: nonEmpty(fixSchema),
  /** Look-alikes, and what in the text points to each. */
  differential: v.optional(nonEmpty(v.strictObject({ id, when: conditionSchema }))),
  /** Scripts that the prose's guides explain, by the guide's id. */
  guides: v.optional(nonEmpty(v.strictObject({ id, code: v.optional(v.string()) }))),
  /** The package whose releases the panel draws, with the broken range. */
  ruler: v.optional(v.strictObject({ package: id, broken: v.string() })),
  /** Base models on whose own page the note stands; ids begin with one of these. */
  bases: v.optional(names),
  links: nonEmpty(
    v.strictObject({
      url: v.pipe(v.string(), v.url()),
      label: v.string(),
      what: v.strictObject({ en: sentence, zh_CN: sentence }),
    }),
  ),
  prose: v.strictObject({ en: proseSchema, zh_CN: proseSchema }),
})

export type Rule = v.InferOutput<typeof ruleSchema>
export type RuleProse = v.InferOutput<typeof proseSchema>
export type Fix = v.InferOutput<typeof fixSchema>

/**
 * A text, alone or as a thread. Alone it is a paste of the reader's own; where there are blocks, it is the thread's
 * title, the first block is the description and the others are comments. A block with a `kind` of its own is that.
 */
export interface Example {
  text: string
  blocks?: { author?: string; date?: string; kind?: 'card' | 'log' | 'code'; text: string }[]
  why: string
}

/** Texts that stand beside a rule and are run by the tests: what it must find, must leave alone, and is known to miss. */
export interface Examples {
  hits: (Example & { verdict: 'confirmed' | 'likely' | 'cannot-tell' | 'at-risk' | 'ruled-out' })[]
  clean: Example[]
  misses: Example[]
}
