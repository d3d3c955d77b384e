import { parsePipRequirementsLine } from 'pip-requirements-js'
import { isKnown, listedName } from './names'
import type { Found, How, Page } from './page'

/** What precedes the requirement in a line: a prompt, a bullet, a quotation mark, a tool's tag, a diff's sign. */
const leading = /^[\s>]{0,40}(?:[*+•-]\s{1,8})?(?:\[(?:pip3?|conda)\]\s{1,4})?["'`]{0,3}/
const simplePin =
  /^([A-Za-z0-9][A-Za-z0-9._-]{0,98})(\[[^\]\s]{0,80}\])?\s{0,4}(={2,3})\s{0,4}([^\s;,#"'`\\]{1,80})/
const condaPin = /^([A-Za-z0-9_][A-Za-z0-9._-]{0,98})=(\d[^\s=;,#"'`]{0,60})(?:=([\w.]{1,60}))?$/
const bounds = /([<>=!~^]{1,3}|≥|≤)\s{0,3}(\d[\w.+*-]{0,40})/g
const installCommand = /(?:\bpip3?|\buv pip|\buv|\bconda|\bmamba|\bpoetry)\s{1,4}(?:install|add)\b/i
const exactSigns = new Set(['==', '===', '='])
/** The grammar costs a quarter of a millisecond a line: lines beyond this many are read by their pin alone. */
const MOST_PARSED = 400

/** Reads every line or command that pins or bounds packages: freezes, requirements, environment files, `pip install`. */
export function readRequirements(page: Page): void {
  const diff = diffLines(page)
  let parsed = 0
  let environment = -1
  page.lines.forEach((line, index) => {
    if (page.isClaimed(index) || page.isQuoted(index)) return
    const { text } = line
    if (environment >= 0 && text.trim() !== '' && !/^\s{0,40}(?:-|#)/.test(text)) environment = -1
    if (/^\s{0,8}dependencies:\s*$/.test(text)) environment = index
    const isDiff = diff.has(index)
    if (environment >= 0 && text.length < 300) {
      readCondaLine(page, index, isDiff)
      return
    }
    if (!/[=<>~@≥≤]/.test(text) || !/\d/.test(text)) return
    if (text.length < 600 && installCommand.test(text)) {
      readCommand(page, index, isDiff)
      return
    }
    if (text.length > 400) return
    const offset = leading.exec(text)?.[0].length ?? 0
    const body = text.slice(offset)
    // a commented line of a requirements file is not installed; in prose `#` is a heading
    if (isDiff || /^[+-](?!\s)/.test(text)) {
      if (isDiff) readDiffLine(page, index)
      return
    }
    const pin = simplePin.exec(body)
    if (pin) {
      const [whole, name = '', extras = '', signs = '', version = ''] = pin
      const rest = body.slice(whole.length).trim()
      if (rest === '' || /^(?:["'`,)\\]{1,4}$|["'`,]{0,3}\s{0,4}#|\\|--hash|;)/.test(rest)) {
        const start = line.start + offset + name.length + extras.length
        const at = start + body.slice(name.length + extras.length).indexOf(version, signs.length)
        const onlyExtra = /^;.{0,80}\bextra\s*==/.test(rest)
        const others =
          rest.startsWith(';') &&
          /={2}/.test(rest) &&
          !/python|platform|extra|implementation|machine/.test(rest)
        if (!others && addPin(page, name, version, at, index, 'list', onlyExtra ? 'mentioned' : undefined)) {
          page.claim(index)
          return
        }
      }
    }
    if (
      /^[A-Za-z0-9][\w.-]{0,98}\s{0,4}(?:\[[^\]]{0,80}\])?\s{0,4}(?:@\s|[<>=!~]=?)/.test(body) &&
      parsed < MOST_PARSED
    ) {
      parsed++
      if (readParsed(page, index, offset, body)) page.claim(index)
    }
  })
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

/** A line that the grammar knows: markers, several bounds, a file or a tag as source. */
function readParsed(page: Page, index: number, offset: number, body: string): boolean {
  let requirement
  try {
    requirement = parsePipRequirementsLine(
      body.replace(/\s+(?:\\|#.*|--hash.*)$/, '').replace(/["'`,]+$/, ''),
    )
  } catch {
    return false
  }
  const start = (page.lines[index]?.start ?? 0) + offset
  if (requirement?.type === 'ProjectURL') {
    const version = versionOfUrl(requirement.url)
    const at = version ? body.indexOf(version) : -1
    if (version && at >= 0)
      page.add({
        name: requirement.name,
        version,
        start: start + at,
        end: start + at + version.length,
        line: index,
        how: 'list',
      })
    return true
  }
  if (requirement?.type !== 'ProjectName' || !requirement.versionSpec?.length) return false
  addBounds(page, requirement.name, body, start, index, 'list')
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
export function diffLines(page: Page): Set<number> {
  const inside = new Set<number>()
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
