import { knownName } from './names'
import type { Page } from './page'
import { versionAt } from './version-text'

/** Asks a package for its version: `torch.__version__`, `version("peft")`. */
const attribute = /([A-Za-z_][\w]{0,40})\.(?:__version__|VERSION|version\.__version__)/g
const metadata = /\bversion\(\s{0,3}["']([\w.-]{1,60})["']\s{0,3}\)/g
const answer = /^[\s>]{0,12}(?:(?:Out\s?)?\[\d{0,4}\]:?\s{0,4})?[(['"`]{0,2}v?\d/
const showCommand = /\bpip3?\s{1,4}show\s{1,4}(?:-[\w-]{1,12}\s{1,4})?([A-Za-z0-9][\w.-]{0,98})/
const installedLine = /Successfully installed\s/
/** What stands between a question and its answer on one line: `→ '0.8.0'`, `# 0.9.0`, `gives 0.9.0`. */
const sameLine =
  /[`)\s"';,.]{0,8}(?:-{1,2}>|=>|→|:|=|#|is|gives|prints|says|shows|returns|outputs|输出|显示|打印|返回|是|为|得到)[\s`'"(:]{0,8}/iy

/** Reads what a machine prints about itself: interpreter sessions, `pip show`, the installer's closing lines. */
export function readConsole(page: Page): void {
  readSessions(page)
  readShow(page)
  readInstaller(page)
  readComplaints(page)
}

/** `print(torch.__version__)` and the line with the answer; several questions are answered in their order. */
function readSessions(page: Page): void {
  let waiting: string[] = []
  let patience = 0
  page.lines.forEach((line, index) => {
    const { text } = line
    if (text.length > 1000 || page.isQuoted(index)) return
    if (waiting.length && answer.test(text)) {
      readAnswer(page, index, waiting)
      return
    }
    if (waiting.length && --patience <= 0) waiting = []
    const asksPython = /\bpython3?\s{1,4}(?:--version|-V)\b/.test(text)
    if (
      !asksPython &&
      !text.includes('__version__') &&
      !/\bversion\(/.test(text) &&
      !text.includes('.VERSION')
    )
      return
    const asked = [...text.matchAll(attribute), ...text.matchAll(metadata)]
      .sort((a, b) => a.index - b.index)
      .flatMap((match) => {
        const name = match[1]?.toLowerCase()
        return name && knownName(name)
          ? [{ name: knownName(name)?.name ?? name, end: match.index + match[0].length }]
          : []
      })
    const last = asked.at(-1)
    if (!last) return
    sameLine.lastIndex = last.end
    const gap = sameLine.exec(text)
    const here = gap && asked.length === 1 ? versionAt(text, sameLine.lastIndex) : null
    if (here) {
      const start = line.start + sameLine.lastIndex
      page.add({
        name: last.name,
        version: here.version,
        start,
        end: line.start + here.end,
        line: index,
        how: 'machine',
      })
      return
    }
    waiting.push(...asked.map(({ name }) => name))
    patience = 8
  })
}

/** Gives the numbers of an answering line to the packages that wait for one. */
function readAnswer(page: Page, index: number, waiting: string[]): void {
  const line = page.lines[index]
  if (!line) return
  for (const match of line.text.matchAll(/v?\d[\w.+]{0,60}/g)) {
    const version = versionAt(line.text, match.index)
    const rest = line.text.replace(/v?\d[\w.+]{0,60}/g, '')
    if (!version || /[A-Za-z]{2}/.test(rest.replace(/Out|In/g, ''))) continue
    const name = waiting.shift()
    if (!name) return
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
  let name = ''
  let since = 0
  page.lines.forEach((line, index) => {
    const { text } = line
    if (text.length > 1000 || page.isQuoted(index)) return
    for (const command of text.matchAll(new RegExp(showCommand.source, 'g'))) {
      const after = command.index + command[0].length
      const inline = /Version:\s{0,4}/.exec(text.slice(after, after + 80))
      if (inline) {
        const at = after + inline.index + inline[0].length
        const version = versionAt(text, at)
        if (version && command[1])
          page.add({
            name: command[1],
            version: version.version,
            start: line.start + at,
            end: line.start + version.end,
            line: index,
            how: 'machine',
          })
      } else {
        name = command[1] ?? ''
        since = index
      }
    }
    const named = /^[\s>]{0,12}Name:\s{1,4}([A-Za-z0-9][\w.-]{0,98})\s*$/.exec(text)
    if (named) {
      name = named[1] ?? ''
      since = index
    }
    const numbered = /^[\s>]{0,12}Version:\s{1,4}/.exec(text)
    if (!numbered || !name || index - since > 4) return
    const version = versionAt(text, numbered[0].length)
    if (!version) return
    const start = line.start + numbered[0].length
    page.add({
      name,
      version: version.version,
      start,
      end: line.start + version.end,
      line: index,
      how: 'machine',
    })
    page.claim(index)
    name = ''
  })
}

/** `Successfully installed peft-0.9.0 torch-2.1.2`, and what was there before or already. */
function readInstaller(page: Page): void {
  page.lines.forEach((line, index) => {
    const { text } = line
    if (installedLine.test(text)) {
      const word = /([A-Za-z0-9][\w.]{0,60}(?:-[A-Za-z][\w.]{0,60}){0,6})-(\d[\w.+!]{0,60})(?=\s|$)/g
      for (const match of text.slice(0, 20000).matchAll(word)) {
        const [whole, name = '', version = ''] = match
        const start = line.start + match.index + whole.length - version.length
        page.add({ name, version, start, end: start + version.length, line: index, how: 'machine' })
      }
      page.claim(index)
    } else if (/Requirement already satisfied:/.test(text)) {
      const match = /satisfied:\s{1,4}([A-Za-z0-9][\w.-]{0,98}).{0,300}?\(([\d][\w.+]{0,60})\)\s*$/.exec(
        text.slice(0, 600),
      )
      const [, name, version] = match ?? []
      if (name && version) {
        const start = line.start + text.slice(0, 600).lastIndexOf(version)
        page.add({ name, version, start, end: start + version.length, line: index, how: 'machine' })
      }
      page.claim(index)
    } else if (
      /Found existing installation:|Uninstalling |Successfully uninstalled|Collecting |Downloading |Using cached |Attempting uninstall/.test(
        text,
      ) &&
      !/[。，]/.test(text)
    )
      page.claim(index)
  })
}

/** A program that complains of a version names the one it found: "but you have peft 0.5.0", "but found transformers==4.45.0". */
function readComplaints(page: Page): void {
  const { text } = page.view
  const pattern =
    /\bbut (?:you have|found|got|the installed version is)\s{1,4}([A-Za-z0-9][\w-]{0,60})\s{0,3}(?:==|\s|version)\s{0,3}(?=v?\d)/gi
  for (const match of text.matchAll(pattern)) {
    const at = match.index + match[0].length
    const version = versionAt(text, at)
    if (version && match[1])
      page.add({
        name: match[1],
        version: version.version,
        start: at,
        end: version.end,
        line: page.lineAt(at),
        how: 'machine',
      })
  }
  // NumPy breaks its own message over two lines
  for (const match of text.matchAll(/cannot be run in\s{1,4}NumPy\s{1,4}(?=\d)/g)) {
    const at = match.index + match[0].length
    const version = versionAt(text, at)
    if (version)
      page.add({
        name: 'numpy',
        version: version.version,
        start: at,
        end: version.end,
        line: page.lineAt(at),
        how: 'machine',
      })
  }
  // pip names the installed package that is dissatisfied: "peft 0.14.0 requires transformers>=4.43, but you have …"
  const verb = ' requires '
  for (let at = text.indexOf(verb); at >= 0; at = text.indexOf(verb, at + 1)) {
    const rest = text.slice(at, at + 200)
    if (!/^[^\n]{1,160}(?:but you have|which is not installed)/.test(rest)) continue
    const [whole, name = '', version = ''] =
      /([A-Za-z0-9][\w.-]{0,60})\s(\d[\w.+]{0,40})$/.exec(text.slice(Math.max(0, at - 110), at)) ?? []
    if (!whole) continue
    page.add({ name, version, start: at - version.length, end: at, line: page.lineAt(at), how: 'machine' })
  }
}

/** A known name alone on its line, its number alone on the next. */
export function readSeparateLines(page: Page): void {
  let name = ''
  page.lines.forEach((line, index) => {
    const trimmed = line.text.length < 80 ? line.text.replace(/^[\s>*•|-]{0,20}/, '').trim() : ''
    if (trimmed === '') {
      if (line.text.trim() !== '') name = ''
      return
    }
    const version = name ? versionAt(trimmed, 0) : null
    if (version?.end === trimmed.length && !page.isClaimed(index)) {
      const start = line.start + line.text.indexOf(trimmed)
      page.add({
        name,
        version: version.version,
        start,
        end: start + trimmed.length,
        line: index,
        how: 'list',
      })
      page.claim(index)
    }
    name = knownName(trimmed.replace(/[`*:]/g, ''))?.name ?? ''
  })
}
