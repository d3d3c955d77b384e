import { knownName } from './names'
import type { Page } from './page'
import { versionAt } from './version-text'

/** Asks a package for its version: `torch.__version__`, `version("peft")`. */
const attribute = /([A-Za-z_]\w{0,40})\.(?:__version__|VERSION|version\.__version__)/g
const metadata = /\bversion\(\s{0,3}["']([\w.-]{1,60})["']\s{0,3}\)/g
const answer = /^[\s>]{0,12}(?:(?:Out\s?)?\[\d{0,4}\]:?\s{0,4})?[(['"`]{0,2}v?\d/
/** What stands between a question and its answer on one line: `→ '0.8.0'`, `# 0.9.0`, `gives 0.9.0`. */
const sameLine =
  /[`)\s"';,.]{0,8}(?:-{1,2}>|=>|→|:|=|#|is|gives|prints|says|shows|returns|outputs|输出|显示|打印|返回|是|为|得到)[\s`'"(:]{0,8}/iy
const showCommand = /\bpip3?\s{1,4}show\s{1,4}(?:-[\w-]{1,12}\s{1,4})?([A-Za-z0-9][\w.-]{0,98})/g
/** How many lines an answer may keep its question waiting. */
const PATIENCE = 8

/** Reads what a machine prints about itself: interpreter sessions, `pip show`, complaints about a version. */
export function readConsole(page: Page): void {
  readSessions(page)
  readShow(page)
  readComplaints(page)
}

/** `print(torch.__version__)` and the line with the answer; several questions are answered in their order. */
function readSessions(page: Page): void {
  const asking = [
    ...page.linesWith('__version__'),
    ...page.linesWith('version('),
    ...page.linesWith('.VERSION'),
  ]
  let next = 0
  for (const start of asking.sort((a, b) => a - b)) {
    if (start < next) continue
    const waiting: string[] = []
    let patience = PATIENCE
    for (next = start; next < page.lines.length; next++) {
      const asked = askedIn(page, next)
      if (asked.length) {
        waiting.push(...asked)
        patience = PATIENCE
      } else if (!waiting.length || --patience <= 0) break
      else readAnswer(page, next, waiting)
    }
  }
}

/** The packages that a line asks for; a question that the line answers itself is read and not returned. */
function askedIn(page: Page, index: number): string[] {
  const line = page.lines[index]
  if (!line || line.text.length > 1000 || page.isQuoted(index) || !/version|VERSION/.test(line.text))
    return []
  const { text } = line
  const asked = [...text.matchAll(attribute), ...text.matchAll(metadata)]
    .sort((a, b) => a.index - b.index)
    .flatMap((match) => {
      const name = knownName(match[1] ?? '')?.name
      return name ? [{ name, end: match.index + match[0].length }] : []
    })
  const last = asked.at(-1)
  if (!last) return []
  sameLine.lastIndex = last.end
  const here = sameLine.test(text) && asked.length === 1 ? versionAt(text, sameLine.lastIndex) : null
  if (!here) return asked.map(({ name }) => name)
  const start = line.start + versionStart(text, last.end)
  page.add({
    name: last.name,
    version: here.version,
    start,
    end: line.start + here.end,
    line: index,
    how: 'machine',
  })
  return []
}

function versionStart(text: string, from: number): number {
  const digit = /v?\d/.exec(text.slice(from))
  return from + (digit?.index ?? 0)
}

/** Gives the numbers of an answering line to the packages that wait for one. */
function readAnswer(page: Page, index: number, waiting: string[]): void {
  const line = page.lines[index]
  if (!line || line.text.length > 1000 || page.isQuoted(index) || !answer.test(line.text)) return
  const words = line.text.replace(/v?\d[\w.+]{0,60}|Out|In/g, '')
  if (/[A-Za-z]{2}/.test(words)) return
  for (const match of line.text.matchAll(/v?\d[\w.+]{0,60}/g)) {
    const version = versionAt(line.text, match.index)
    const name = version ? waiting.shift() : undefined
    if (!version || !name) continue
    const start = line.start + match.index
    page.add({
      name,
      version: version.version,
      start,
      end: line.start + version.end,
      line: index,
      how: 'machine',
    })
    page.claim(index)
  }
}

/** `Name: peft` / `Version: 0.11.0`, and the number after a quoted `pip show peft`. */
function readShow(page: Page): void {
  for (const index of page.linesWith('Version:')) {
    const line = page.lines[index]
    if (!line || line.text.length > 1000 || page.isQuoted(index)) continue
    const { text } = line
    const add = (name: string, at: number) => {
      const version = versionAt(text, at)
      if (!version) return
      page.add({
        name,
        version: version.version,
        start: line.start + at,
        end: line.start + version.end,
        line: index,
        how: 'machine',
      })
    }
    for (const command of text.matchAll(showCommand)) {
      const after = command.index + command[0].length
      const number = /Version:\s{0,4}/.exec(text.slice(after, after + 80))
      if (number && command[1]) add(command[1], after + number.index + number[0].length)
    }
    const head = /^[\s>]{0,12}Version:\s{1,4}/.exec(text)?.[0]
    const name = head ? shownBefore(page, index) : undefined
    if (!head || !name) continue
    add(name, head.length)
    page.claim(index)
  }
}

/** The package that `pip show` speaks of, by the lines above its `Version:`. */
function shownBefore(page: Page, index: number): string | undefined {
  for (let at = index - 1; at >= Math.max(0, index - 4); at--) {
    const text = page.lines[at]?.text.slice(0, 400) ?? ''
    const named = /^[\s>]{0,12}Name:\s{1,4}([A-Za-z0-9][\w.-]{0,98})\s*$/.exec(text)
    if (named) return named[1]
    const command = [...text.matchAll(showCommand)].at(-1)
    if (command) return command[1]
    if (/^[\s>]{0,12}Version:/.test(text)) return undefined
  }
  return undefined
}

/** A program that complains of a version names the one it found: "but you have peft 0.5.0", "but found transformers==4.45.0". */
function readComplaints(page: Page): void {
  const { text } = page.view
  for (const phrase of ['but you have ', 'but found ', 'but got ', 'but the installed version is '])
    for (let at = text.indexOf(phrase); at >= 0; at = text.indexOf(phrase, at + 1)) {
      const from = at + phrase.length
      const head = /^([A-Za-z0-9][\w-]{0,60})\s{0,3}(?:==|\s|version)\s{0,3}(?=v?\d)/.exec(
        text.slice(from, from + 100),
      )
      addAt(page, head?.[1], from + (head?.[0].length ?? 0))
    }
  // NumPy breaks its own message over two lines
  const numpy = 'cannot be run in'
  for (let at = text.indexOf(numpy); at >= 0; at = text.indexOf(numpy, at + 1)) {
    const from = at + numpy.length
    const head = /^\s{1,4}NumPy\s{1,4}(?=\d)/.exec(text.slice(from, from + 20))?.[0]
    if (head) addAt(page, 'numpy', from + head.length)
  }
  // pip names the installed package that is dissatisfied: "peft 0.14.0 requires transformers>=4.43, but you have …"
  const verb = ' requires '
  if (!/but you have|which is not installed/.test(text)) return
  for (let at = text.indexOf(verb); at >= 0; at = text.indexOf(verb, at + 1)) {
    if (!/^[^\n]{1,160}(?:but you have|which is not installed)/.test(text.slice(at, at + 200))) continue
    const [whole, name, version = ''] =
      /([A-Za-z0-9][\w.-]{0,60})\s(\d[\w.+]{0,40})$/.exec(text.slice(Math.max(0, at - 110), at)) ?? []
    if (whole) addAt(page, name, at - version.length)
  }
}

function addAt(page: Page, name: string | undefined, at: number): void {
  const version = name ? versionAt(page.view.text, at) : null
  if (name && version)
    page.add({
      name,
      version: version.version,
      start: at,
      end: version.end,
      line: page.lineAt(at),
      how: 'machine',
    })
}

/** A known name alone on its line, its number alone on the next. */
export function readSeparateLines(page: Page): void {
  for (const { name, line: index } of page.names) {
    const alone = (page.lines[index]?.text.length ?? 0) < 60 ? wordOf(page, index).replace(/[`*:]/g, '') : ''
    if (alone === '' || knownName(alone)?.name !== name) continue
    const next = index + 1
    const text = page.lines[next]?.text ?? ''
    const word = wordOf(page, next)
    if (page.isClaimed(next) || !word || versionAt(word, 0)?.end !== word.length) continue
    const start = (page.lines[next]?.start ?? 0) + text.indexOf(word)
    page.add({ name, version: word, start, end: start + word.length, line: next, how: 'list' })
    page.claim(next)
  }
}

/** A short line without bullets and table bars; empty for a long one. */
function wordOf(page: Page, index: number): string {
  const text = page.lines[index]?.text ?? ''
  return text.length < 80 ? text.replace(/^[\s>*•|-]{0,20}/, '').trim() : ''
}
