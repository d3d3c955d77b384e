import { knownName } from './names'
import type { Page } from './page'

/** Reads what installers print: what was installed, what was there already, what is fetched and what they plan. */
export function readInstallers(page: Page): void {
  readClosing(page)
  readFetched(page)
  readInstalledMarks(page)
  readPlan(page)
}

/** `Successfully installed peft-0.9.0 torch-2.1.2`, and what was there already. */
function readClosing(page: Page): void {
  for (const index of page.linesWith('Successfully installed ')) {
    const line = page.lines[index]
    const word = /([A-Za-z0-9][\w.]{0,60}(?:-[A-Za-z][\w.]{0,60}){0,6})-(\d[\w.+!]{0,60})(?=\s|$)/g
    for (const match of line?.text.slice(0, 20000).matchAll(word) ?? []) {
      const [whole, name = '', version = ''] = match
      const end = (line?.start ?? 0) + match.index + whole.length
      page.add({ name, version, start: end - version.length, end, line: index, how: 'machine' })
    }
    page.claim(index)
  }
  for (const index of page.linesWith('Requirement already satisfied:')) {
    const line = page.lines[index]
    const text = line?.text.slice(0, 600) ?? ''
    const name = /satisfied:\s{1,4}([A-Za-z0-9][\w.-]{0,98})/.exec(text)?.[1]
    const version = /\((\d[\w.+]{0,60})\)\s*$/.exec(text)?.[1]
    if (name && version) {
      const start = (line?.start ?? 0) + text.lastIndexOf(version)
      page.add({ name, version, start, end: start + version.length, line: index, how: 'machine' })
    }
    page.claim(index)
  }
}

const fetched: [piece: string, pattern: RegExp][] = [
  [
    'Collecting ',
    /^[\s>]{0,12}Collecting ([A-Za-z0-9][\w.-]{0,60})(?:\[[^\]]{0,80}\])?={2,3}(\d[\w.+!]{0,40})/,
  ],
  [
    'Downloading ',
    /^[\s>]{0,12}Downloading (?:\S{0,200}\/)?([A-Za-z][\w.]{0,60})-(\d[\w.+!]{0,40})-(?:py|cp)\d\S{0,80}\.whl/,
  ],
  [
    'Using cached ',
    /^[\s>]{0,12}Using cached (?:\S{0,200}\/)?([A-Za-z][\w.]{0,60})-(\d[\w.+!]{0,40})-(?:py|cp)\d\S{0,80}\.whl/,
  ],
]

/** A cut output of pip: what it fetches is what it is about to install; of several releases of a package the last. */
function readFetched(page: Page): void {
  // without its "Collecting" a download may be anything
  if (!page.view.text.includes('Collecting ')) return
  if (/Successfully installed |No matching distribution|ResolutionImpossible/.test(page.view.text)) return
  const last = new Map<string, { version: string; start: number; line: number }>()
  for (const [piece, pattern] of fetched)
    for (const index of page.linesWith(piece)) {
      const line = page.lines[index]!
      const [whole, name, version] = pattern.exec(line.text.slice(0, 600)) ?? []
      if (!whole || !name || !version || !knownName(name)) continue
      const start = line.start + whole.lastIndexOf(version)
      if ((last.get(name)?.line ?? -1) <= index) last.set(name, { version, start, line: index })
    }
  for (const one of page.found)
    if (one.how === 'machine' && last.has(one.name) && last.get(one.name)!.version !== one.version)
      one.stance = 'mentioned'
  for (const [name, { version, start, line }] of last)
    page.add({ name, version, start, end: start + version.length, line, how: 'machine' })
}

/** `├── torch [required: >=1.13.0, installed: 2.1.2]` of pipdeptree, `INSTALLED: 0.9.0` of `pip index versions`. */
function readInstalledMarks(page: Page): void {
  for (const index of page.linesWith('installed: ')) {
    const line = page.lines[index]!
    const [whole, name = '', version = ''] =
      /([A-Za-z0-9][\w.-]{0,60}) \[required: [^\]]{1,80}, installed: (\d[\w.+!]{0,40})\]/.exec(
        line.text.slice(0, 400),
      ) ?? []
    const at = whole ? line.start + line.text.indexOf(whole) + whole.length - 1 - version.length : 0
    if (whole) {
      page.add({ name, version, start: at, end: at + version.length, line: index, how: 'machine' })
      page.claim(index)
    }
  }
  for (const index of page.linesWith('INSTALLED:')) {
    const line = page.lines[index]!
    const [whole, version = ''] = /^[\s>]{0,12}INSTALLED:\s{0,8}(\d[\w.+!]{0,40})/.exec(line.text) ?? []
    for (let above = index - 1; whole && above >= Math.max(0, index - 6); above--) {
      const text = page.lines[above]?.text.slice(0, 400) ?? ''
      const name = /^[\s>]{0,12}([A-Za-z][\w.-]{0,60}) \(\d[\w.+!]{0,40}\)\s*$/.exec(text)?.[1]
      page.claim(above)
      if (!name) continue
      const start = line.start + whole.length - version.length
      page.add({ name, version, start, end: start + version.length, line: index, how: 'machine' })
      break
    }
  }
}

/** `peft  0.6.2-pyhd8ed1ab_0 --> 0.9.0-pyhd8ed1ab_0`: what conda is about to change. */
function readPlan(page: Page): void {
  for (const index of page.linesWith('-->')) {
    const line = page.lines[index]!
    const version =
      /\s(?:[\w./-]{1,60}::)?(?:[a-z][\w.]{0,40}-)?(\d{1,4}(?:\.\d{1,6}){1,3})(?:-\w{1,60})?(?=\s|$)/g
    const name = /^[\s>]{0,12}([a-z][\w.-]{0,60})\s{1,60}(?=\d|[\w./-]{1,60}::)/.exec(
      line.text.slice(0, 300),
    )?.[1]
    const known = name ? knownName(name)?.name : undefined
    const [from, to] = [...line.text.slice(0, 300).matchAll(version)]
    if (!known || !from || !to) continue
    for (const match of [from, to]) {
      const at = line.start + match.index + match[0].indexOf(match[1]!)
      const end = at + match[1]!.length
      const rest = match === to ? { pinned: true } : {}
      page.add({
        name: known,
        version: match[1]!,
        start: at,
        end,
        line: index,
        how: 'sentence',
        stance: 'mentioned',
        ...rest,
      })
    }
    page.claim(index)
  }
}
