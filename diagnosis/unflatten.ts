/** A stretch of a line; `end` is exclusive. UTF-16 offsets. */
interface Stretch {
  start: number
  end: number
}

const NAME = '[A-Za-z0-9_][\\w.-]{0,98}'
/** Columns were aligned with blanks. */
const GAP = '\\s{1,120}'
/** A name and a number: how a row of a list of packages begins. */
const PACKAGE = `${NAME}${GAP}\\d[\\w.+!]{0,60}`

/** `peft==0.9.0`, `certifi @ file:///…`, `-e git+https://…`, `[pip3] torch==2.1.2`: one line each of a list. */
const REQUIREMENT = new RegExp(
  `(?<!\\S)(?:\\[(?:pip3?|conda)\\]\\s)?(?:${NAME}(?:\\[[^\\]\\s]{0,80}\\])?(?:={2,3}[^\\s,;"'\`]{1,80}|\\s@\\s(?:file|https?|git\\+\\w{2,5}):\\S{1,400})|-e\\s(?:git\\+|[./])\\S{1,400})(?!\\S)`,
  'g',
)

/** The start, the end of a log's line, the command that prints a list. */
const LINE_BEGINS = /(?:^|[}\]]|\bfreeze)\s*$/

/** A command up to its first requirement: what follows belongs to it and is no list. */
const COMMAND =
  /\b(?:install|add|download|uninstall)(?:\s(?:--?[\w=:/.-]{1,80}|["']?[A-Za-z][\w.[\]-]{0,60}(?:[<>=!~]=?[\w.,<>=*]{1,40})?["']?)){0,12}\s$/

const PIP_HEADER = new RegExp(
  `(?<!\\S)Package${GAP}Version(?:${GAP}(?:Editable project location|Location|Latest|Type|Build)){0,4}${GAP}(?=-{3})`,
  'g',
)
const PIP_RULE = new RegExp(`-{3,200}(?:${GAP}-{3,200}){1,5}(?:${GAP}|$)`, 'y')
const PIP_ROW = new RegExp(
  `${PACKAGE}(?:${GAP}(?:[/~]|[A-Z]:\\\\)\\S{1,300})?(?:${GAP}(?=${NAME}${GAP}\\d)|(?=\\s|$))`,
  'y',
)
const CONDA_HEADER = new RegExp(
  `(?<!\\S)(?:#${GAP})?Name${GAP}Version${GAP}Build(?:${GAP}Channel)?(?:${GAP}|$)`,
  'g',
)
const CONDA_ROW = new RegExp(`${PACKAGE}(?:${GAP}(?!${NAME}${GAP}\\d)[\\w.-]{1,60}){0,2}(?:${GAP}|$)`, 'y')

const NOTEBOOK_HEADER = /(?<!\S)Step\s{1,9}Training Loss(\s{1,9}Validation Loss)?\s{1,9}(?=\d)/g
const LOSS_VALUE = '(?:\\d{1,9}\\.\\d{1,20}|nan|inf|No log)'
const NOTEBOOK_ROWS = {
  2: new RegExp(`\\d{1,9}${GAP}${LOSS_VALUE}(?:${GAP}|$)`, 'y'),
  3: new RegExp(`\\d{1,9}${GAP}${LOSS_VALUE}${GAP}${LOSS_VALUE}(?:${GAP}|$)`, 'y'),
}

/** A step as the Trainer prints it: an object with a loss or a run's summary, whichever key stands first. */
const LOG_OBJECT =
  /\{\s?['"](?:\w{1,30}[_/])?(?:loss|step|steps|epoch|runtime|grad_norm|learning_rate)['"]\s?:[^{}]{1,2000}\}/g
const PROGRESS = /(?<!\S)\d{1,3}%\|[^|]{0,200}\|[^\]|]{0,120}\]?/g
/** What opens a row of a training loop's own log. */
const ROW_KEY = /(?<![\w'"])(epoch|step|iter|iteration|batch|loss)[\s:=#[]{1,3}(?:\d|nan\b)/gi
const LONGEST_ROW = 400

const TRACEBACK = /Traceback \(most recent call last\):/g
const FRAME = /(?<!\S)File "[^"]{1,400}", line \d{1,7}(?:, in [^\s]{1,200})?/g
/** The source line between a frame and the exception. */
const LONGEST_STATEMENT = 300
const EXCEPTION = /(?<=\s)(?:[a-z_]\w{0,40}\.){0,6}[A-Z]\w{0,60}(?:Error|Exception|Interrupt)(?::\s|\s?$)/g

/** What opens a line of a logger, with the file and the time where it prints both. */
const TIME = '20\\d\\d[-/]\\d\\d[-/]\\d\\d[ T]\\d\\d:\\d\\d:\\d\\d'
const LOGGER = new RegExp(
  `(?<!\\S)(?:\\[(?:INFO|WARNING|WARN|ERROR|DEBUG)\\|[^\\]]{1,80}\\](?:\\s{1,4}${TIME})?|\\[?${TIME}|\\[rank\\d{1,4}\\]:)`,
  'g',
)
const PROMPT = /(?<=\s)(?:\$|>>>|\([\w.-]{1,40}\)\s[\w@:~/.-]{0,80}[$#]|In \[\d{1,4}\]:)\s(?=\S)/g

/** A line of an environment report. */
const REPORT_ITEM = /(?<=\s)-\s(?=`?[A-Za-z][\w`.()?/+ -]{0,60}:\s)/g
const REPORT_KEYS =
  /(?<=\s)(?:PyTorch version|Is debug build|CUDA used to build PyTorch|ROCM used to build PyTorch|OS|GCC version|Clang version|CMake version|Libc version|Python version|Python platform|Is CUDA available|CUDA runtime version|GPU models and configuration|Nvidia driver version|cuDNN version|Versions of relevant libraries):\s/g

/** Where a line of the text evidently began. */
type Finder = (line: string) => Iterable<number>

const startsOf = (pattern: RegExp, line: string): number[] =>
  Array.from(line.matchAll(pattern), ({ index }) => index)

const stretchesOf = (pattern: RegExp, line: string): Stretch[] =>
  Array.from(line.matchAll(pattern), ({ index, 0: { length } }) => ({ start: index, end: index + length }))

const bothEnds = (stretches: Stretch[]): number[] => stretches.flatMap(({ start, end }) => [start, end])

/** Stretches with nothing but blanks between them. */
function runsOf(line: string, stretches: Stretch[]): Stretch[][] {
  const runs: Stretch[][] = []
  for (const stretch of stretches) {
    const last = runs.at(-1)?.at(-1)
    if (last && line.slice(last.end, stretch.start).trim() === '') runs.at(-1)?.push(stretch)
    else runs.push([stretch])
  }
  return runs
}

/** Two requirements where a line begins, three anywhere, or one with a tool's tag are a list, unless a command takes them. */
function* requirements(line: string): Iterable<number> {
  if (!line.includes('==') && !line.includes(' @ ')) return
  for (const run of runsOf(line, stretchesOf(REQUIREMENT, line))) {
    const start = run[0]?.start ?? 0
    const before = line.slice(Math.max(0, start - 600), start)
    const least = line.startsWith('[', start) ? 1 : LINE_BEGINS.test(before) ? 2 : 3
    if (run.length < least || COMMAND.test(before)) continue
    yield* bothEnds(run)
  }
}

/** The rows behind each header, one after the other for as long as they look like rows. */
function* rows(line: string, header: RegExp, row: (header: RegExpMatchArray) => RegExp, rule?: RegExp) {
  for (const match of line.matchAll(header)) {
    let at = match.index + match[0].length
    yield match.index
    yield at
    if (rule) {
      rule.lastIndex = at
      at += rule.exec(line)?.[0].length ?? 0
    }
    const pattern = row(match)
    for (;;) {
      pattern.lastIndex = at
      const found = pattern.exec(line)
      yield at
      if (!found) break
      at += found[0].length
    }
  }
}

/** A loop's own log: the word that opens the first row opens the others, when a loss stands in each. */
function* loopRows(line: string): Iterable<number> {
  if (!/loss/i.test(line)) return
  const keys = [...line.matchAll(ROW_KEY)]
  const first = keys[0]?.[1]?.toLowerCase()
  const starts = keys.filter(([, key]) => key?.toLowerCase() === first).map(({ index }) => index)
  if (starts.length < 3) return
  const isRow = starts.every((start, index) => {
    const row = line.slice(start, starts[index + 1] ?? start + LONGEST_ROW)
    return row.length <= LONGEST_ROW && /loss/i.test(row)
  })
  if (isRow) yield* starts
}

/** An exception begins a line where a traceback or the end of a call stands before it, not in a sentence. */
function* exceptions(line: string): Iterable<number> {
  const frames = stretchesOf(FRAME, line)
  for (const { index } of line.matchAll(EXCEPTION)) {
    const afterFrame = frames.some(({ end }) => end < index && index - end < LONGEST_STATEMENT)
    const afterCall = /[)\]}'"^]\s{1,4}$/.test(line.slice(Math.max(0, index - 6), index))
    if (afterFrame || afterCall) yield index
  }
}

/** Nothing that occurs once was a list. */
const several = (starts: number[], least: number): number[] => (starts.length >= least ? starts : [])

const FINDERS: Finder[] = [
  requirements,
  (line) => rows(line, PIP_HEADER, () => PIP_ROW, PIP_RULE),
  (line) => rows(line, CONDA_HEADER, () => CONDA_ROW),
  (line) => rows(line, NOTEBOOK_HEADER, (header) => NOTEBOOK_ROWS[header[1] ? 3 : 2]),
  (line) => bothEnds(stretchesOf(LOG_OBJECT, line)),
  (line) => bothEnds(stretchesOf(PROGRESS, line)),
  loopRows,
  (line) => bothEnds(stretchesOf(TRACEBACK, line)),
  (line) => bothEnds(stretchesOf(FRAME, line)),
  exceptions,
  (line) => startsOf(LOGGER, line),
  (line) => startsOf(PROMPT, line),
  (line) => several(startsOf(REPORT_ITEM, line), 2),
  (line) => several(startsOf(REPORT_KEYS, line), 2),
]

/** The line with breaks for the blanks in front of what evidently began a line. */
function breakLine(line: string): string {
  const isBlank = (at: number) => /\s/.test(line.charAt(at))
  const starts = new Set<number>()
  for (const find of FINDERS)
    for (let start of find(line)) {
      while (isBlank(start)) start++
      if (isBlank(start - 1) && start < line.length) starts.add(start)
    }
  const pieces: string[] = []
  let last = 0
  for (const start of [...starts].sort((a, b) => a - b)) {
    const piece = line.slice(last, start)
    // a line's own indentation is no line
    if (piece.trim() === '') continue
    pieces.push(piece.trimEnd())
    last = start
  }
  return [...pieces, line.slice(last)].join('\n')
}

function isJson(text: string): boolean {
  if (!/^\s*[{[]/.test(text)) return false
  try {
    JSON.parse(text)
    return true
  } catch {
    return false
  }
}

/**
 * A text that lost its line breaks, with a break wherever a line of a log, a list of packages, an environment report
 * or a traceback evidently began. Only blanks become line breaks: every other character stays, in its order. A text
 * that has its line breaks, JSON and prose come back as they are. Linear in the text's length.
 *
 * Chrome's `selectionText` of a context menu click has a blank for every line break (crbug 116429).
 */
export function unflatten(text: string): string {
  return isJson(text) ? text : text.split('\n').map(breakLine).join('\n')
}
