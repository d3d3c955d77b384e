import { isWorthTrying } from '../passages'
import { isKnown, listedName } from './names'
import type { Found, How, Page } from './page'

/** What precedes the requirement in a line: a prompt, a bullet, a quotation mark, a tool's tag, a diff's sign. */
const leading = /^[\s>]{0,40}(?:[*+•-]\s{1,8})?(?:\[(?:pip3?|conda)\]\s{1,4})?["'`]{0,3}/
const simplePin =
  /^([A-Za-z0-9][A-Za-z0-9._-]{0,98})(\[[^\]\s]{0,80}\])?\s{0,4}(={2,3})\s{0,4}([^\s;,#"'`\\]{1,80})/
const condaPin = /^([A-Za-z0-9_][A-Za-z0-9._-]{0,98})=(\d[^\s=;,#"'`]{0,60})(?:=([\w.]{1,60}))?$/
const bounds = /([<>=!~^]{1,3}|≥|≤)\s{0,3}(\d[\w.+*-]{0,40})/g
const installCommand = /(?:\bpip3?|\buv pip|\buv|\bconda|\bmamba|\bpoetry)\s{1,4}(?:install|add)\b/i
const patch = /(?:```|~~~) ?(?:diff|patch)|^@@ -/m
const exactSigns = new Set(['==', '===', '='])
/** Reads every line or command that pins or bounds packages: freezes, requirements, environment files, `pip install`. */
export function readRequirements(page: Page): void {
  const diff = diffLines(page)
  readEnvironments(page, diff)
  const candidates = [
    ...page.linesWith('=='),
    ...page.linesWith(' @ '),
    ...page.names.map(({ line }) => line),
  ]
  let last = -1
  for (const index of candidates.sort((a, b) => a - b)) {
    if (index === last) continue
    last = index
    if (!page.isClaimed(index) && !page.isQuoted(index)) readLine(page, index, diff.has(index))
  }
}

function readLine(page: Page, index: number, isDiff: boolean): void {
  const line = page.lines[index]
  if (!line || !/[=<>~@≥≤]/.test(line.text)) return
  const { text } = line
  if (text.length < 2000 && /install|\sadd\s/.test(text) && installCommand.test(text)) {
    readCommand(page, index, isDiff)
    return
  }
  if (isDiff) {
    readDiffLine(page, index)
    return
  }
  if (text.length > 600) return
  const offset = leading.exec(text)?.[0].length ?? 0
  const body = text.slice(offset)
  const start = line.start + offset
  if (readPin(page, index, start, body) || readUrl(page, index, start, body)) page.claim(index)
  else readRange(page, index, start, body)
}

/** A whole line that is one exact pin; a marker, a hash or a comment may follow. */
function readPin(page: Page, index: number, start: number, body: string): boolean {
  const [whole, name = '', extras = '', signs = '', version = ''] = simplePin.exec(body) ?? []
  if (!whole) return false
  const rest = body.slice(whole.length).trim()
  // more words, or another pin behind a semicolon: a sentence
  if (
    !/^(?:$|["'`,)\\]{1,4}$|["'`,]{0,3}\s{0,4}#|\\|--hash|;\s{0,4}(?:python|platform|sys_|os_|extra|implementation)\w{0,30}\s)/.test(
      rest,
    )
  )
    return false
  const head = name.length + extras.length
  const at = start + head + body.slice(head).indexOf(version, signs.length)
  return addPin(
    page,
    name,
    version,
    at,
    index,
    'list',
    /^;.{0,80}\bextra\s*==/.test(rest) ? 'mentioned' : undefined,
  )
}

/** A known package with its bounds at the head of a line: `peft[x]>=0.10,<0.14 ; python_version > "3.8"`. */
function readRange(page: Page, index: number, start: number, body: string): void {
  const [whole, name = ''] =
    /^([A-Za-z0-9][\w.-]{0,98})(?:\[[^\]\s]{0,80}\])?(?=\s{0,4}(?:[<>!~]=?|=={1,2}))/.exec(body) ?? []
  if (!whole || !isKnown(listedName(name) ?? '')) return
  const bound =
    /^\s{0,4}(?:[<>=!~]{1,3}\s{0,3}[\w.*+]{1,40}\s{0,3},?\s{0,3}){1,6}/.exec(body.slice(whole.length))?.[0] ??
    ''
  if (/[<>!~]/.test(bound)) addBounds(page, name, bound, start + whole.length, index, 'list')
}

/** The `dependencies:` of environment files. */
function readEnvironments(page: Page, diff: Set<number>): void {
  for (const first of page.linesWith('dependencies:')) {
    if (!/^\s{0,8}dependencies:\s*$/.test(page.lines[first]?.text ?? '')) continue
    for (let index = first + 1; index < page.lines.length; index++) {
      const text = page.lines[index]?.text ?? ''
      if (text.trim() !== '' && !/^\s{0,40}(?:-|#)/.test(text)) break
      if (text.length < 300 && !page.isQuoted(index)) readCondaLine(page, index, diff.has(index))
    }
  }
}

/** Adds one exact pin; a wildcard is a range. */
function addPin(
  page: Page,
  name: string,
  version: string,
  start: number,
  line: number,
  how: How,
  stance?: Found['stance'],
) {
  if (version.endsWith('.*'))
    return page.add({
      name,
      version: version.slice(0, -2),
      start,
      end: start + version.length,
      line,
      how,
      stance: 'mentioned',
      range: `==${version}`,
    })
  return page.add({ name, version, start, end: start + version.length, line, how, stance })
}

/** `peft @ https://…/peft-0.9.0-py3-none-any.whl`: the version stands in the file's name, or in a tag. */
function readUrl(page: Page, index: number, start: number, body: string): boolean {
  const [whole, name = '', url = ''] =
    /^([A-Za-z0-9][\w.-]{0,98})(?:\[[^\]\s]{0,80}\])?\s{1,4}@\s{1,4}(\S{1,400})/.exec(body) ?? []
  if (!whole) return false
  const version = versionOfUrl(url)
  const at = version ? start + whole.lastIndexOf(version) : 0
  if (version) page.add({ name, version, start: at, end: at + version.length, line: index, how: 'list' })
  return true
}

/** The version in a wheel's or an archive's file name, or in a tag: PEP 427, `…@v0.9.0`. */
function versionOfUrl(url: string): string | null {
  const file = url.split(/[#?]/)[0] ?? ''
  const wheel = /\/[A-Za-z0-9_.]{1,80}-(\d[\w.+!]{0,40})-[^/]{1,80}\.whl$/.exec(file.replace(/%2B/gi, '+'))
  const archive = /\/[A-Za-z0-9_.-]{1,80}?-(\d[\w.+]{0,40}?)\.(?:tar\.gz|zip)$/.exec(file)
  const tag = /@v?(\d{1,4}(?:\.\d{1,6}){1,3}(?:\.?(?:post|dev|rc)\d{1,4})?)$/.exec(file)
  return (wheel ?? archive ?? tag)?.[1] ?? null
}

/** `name>=1,<2` as one finding: an exact pin, or the range with its first bound as the number. */
function addBounds(page: Page, name: string, text: string, start: number, line: number, how: How): boolean {
  const found = [...text.matchAll(bounds)].slice(0, 6)
  const first = found[0]
  const version = first?.[2]
  if (!first || !version) return false
  const at = start + first.index + first[0].length - version.length
  if (found.length === 1 && exactSigns.has(first[1] ?? '')) return addPin(page, name, version, at, line, how)
  const range = found
    .map(([, sign, bound]) => `${sign === '≥' ? '>=' : sign === '≤' ? '<=' : sign}${bound}`)
    .join(',')
  return page.add({
    name,
    version: version.replace(/\.\*$/, ''),
    start: at,
    end: at + version.length,
    line,
    how,
    stance: 'mentioned',
    range,
  })
}

/** `pip install "peft>=0.12,<0.14" torch==2.1.2`, with a prompt or inside a sentence. */
function readCommand(page: Page, index: number, isDiff: boolean): void {
  const line = page.lines[index]
  if (!line) return
  const command = installCommand.exec(line.text)
  let at = (command?.index ?? 0) + (command?.[0].length ?? 0)
  const word = /\s{1,8}(?:"([^"]{1,200})"|'([^']{1,200})'|([^\s"'`]{1,200}))/y
  for (let count = 0; count < 80; count++) {
    word.lastIndex = at
    const match = word.exec(line.text)
    if (!match) break
    const argument = match[1] ?? match[2] ?? match[3] ?? ''
    const argumentAt = match.index + match[0].indexOf(argument)
    at = word.lastIndex
    const name = /^[A-Za-z0-9][\w.-]{0,98}/.exec(argument)?.[0]
    const rest = name ? argument.slice(name.length) : ''
    if (name && /^(?:\[[^\]]{0,80}\])?\s{0,3}[<>=!~]/.test(rest))
      addBounds(page, name, rest, line.start + argumentAt + name.length, index, isDiff ? 'diff' : 'command')
    else if (
      !argument.startsWith('-') &&
      !/^[A-Za-z0-9][\w.-]{0,98}(?:\[[^\]]{0,80}\])?$/.test(argument) &&
      !/^[a-z+]{2,8}:\/\//.test(argument)
    )
      break
  }
}

/** A row of `conda env export` or an environment file: `- pytorch=2.1.2=py3.10_cuda12.1`, `- peft==0.9.0`. */
function readCondaLine(page: Page, index: number, isDiff: boolean): void {
  const line = page.lines[index]
  const row = /^(\s{0,40}-\s{1,8}["']?)([^\s#"']{1,160})/.exec(line?.text ?? '')
  if (!line || !row) return
  const [, before = '', spec = ''] = row
  const start = line.start + before.length
  const pin = condaPin.exec(spec)
  const how = isDiff ? 'diff' : 'list'
  if (pin) {
    const [, name = '', version = ''] = pin
    addPin(page, name.replace(/^_+/, ''), version, start + name.length + 1, index, how)
  } else {
    const name = /^[A-Za-z0-9][\w.-]{0,98}/.exec(spec)?.[0]
    if (name && /[<>=~]/.test(spec))
      addBounds(page, name, spec.slice(name.length), start + name.length, index, how)
  }
  page.claim(index)
}

/** A changed line of a patch speaks of what a file says, not of what is installed. */
function readDiffLine(page: Page, index: number): void {
  const line = page.lines[index]
  if (!line) return
  const pin = /([A-Za-z0-9][\w.-]{0,98})(?:\[[^\]]{0,80}\])?\s{0,3}([=<>~!]=)\s{0,3}(\d[\w.+]{0,40})/.exec(
    line.text.slice(0, 300),
  )
  const [whole, name, , version] = pin ?? []
  if (!pin || !whole || !name || !version || !isKnown(listedName(name) ?? '')) return
  const start = line.start + pin.index + whole.length - version.length
  page.add({
    name,
    version,
    start,
    end: start + version.length,
    line: index,
    how: 'diff',
    stance: 'mentioned',
  })
}

/** The lines of patches: inside a ```diff fence, or after a hunk's header. */
function diffLines(page: Page): Set<number> {
  const inside = new Set<number>()
  if (!isWorthTrying(page.view, patch) || !patch.test(page.view.text)) return inside
  let open = false
  let hunk = false
  page.lines.forEach((line, index) => {
    const { text } = line
    if (/^[\s>]{0,12}(?:```|~~~)/.test(text)) {
      open = !open && /(?:```|~~~)\s*(?:diff|patch)/i.test(text)
      hunk = false
    } else if (/^@@ -\d/.test(text)) hunk = true
    else if (hunk && !/^[ +\-\\]/.test(text)) hunk = false
    if (open || hunk) inside.add(index)
  })
  return inside
}
