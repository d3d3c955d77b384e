import { mayContain } from '../sift/watch'
import type { Page } from './page'

/** A key with its value in a lock file's table, or in JSON. */
const tomlPair = /^\s{0,8}(name|version)\s{0,4}=\s{0,4}["']([^"']{1,120})["']/
const jsonPair = /"(name|version)"\s{0,4}:\s{0,4}"([^"\n]{1,120})"/g
const pipfileEntry = /^\s{0,16}"([A-Za-z0-9][\w.-]{0,98})"\s{0,4}:\s{0,4}\{/

/** Reads lock files (poetry, uv, pylock, Pipfile) and package lists in JSON; a half of a file is read as well. */
export function readLocks(page: Page): void {
  readToml(page)
  if (mayContain(page.view.sifted, '"version"') && page.view.text.includes('"version"')) {
    readPipfile(page)
    readJson(page)
  }
}

function readToml(page: Page): void {
  if (!mayContain(page.view.sifted, '[package') || !page.view.text.includes('[package')) return
  let name = ''
  let inside = false
  page.lines.forEach((line, index) => {
    const { text } = line
    if (text.length > 300) return
    const table = /^\s{0,8}\[{1,2}([\w.-]{1,60})\]{1,2}\s*$/.exec(text)
    if (table) {
      inside = /^packages?$/.test(table[1] ?? '')
      name = ''
      return
    }
    if (!inside) return
    const [whole, key, value = ''] = tomlPair.exec(text) ?? []
    if (key === 'name') name = value
    if (key === 'version' && whole && name) {
      const start = line.start + whole.length - 1 - value.length
      page.add({ name, version: value, start, end: start + value.length, line: index, how: 'list' })
      name = ''
    }
    if (key) page.claim(index)
  })
}

/** `"peft": {"hashes": […], "index": "pypi", "version": "==0.9.0"}`, one key a line. */
function readPipfile(page: Page): void {
  let name = ''
  page.lines.forEach((line, index) => {
    const { text } = line
    if (text.length > 300) return
    const entry = pipfileEntry.exec(text)
    if (entry) name = entry[1] ?? ''
    const pin = /"version"\s{0,4}:\s{0,4}"==([^"]{1,60})"/.exec(text)
    if (!pin?.[1] || !name) return
    const start = line.start + pin.index + pin[0].length - 1 - pin[1].length
    page.add({ name, version: pin[1], start, end: start + pin[1].length, line: index, how: 'list' })
    page.claim(index)
    name = ''
  })
}

/** `[{"name": "peft", "version": "0.9.0"}, …]`: each version belongs to the name in the same pair of braces. */
function readJson(page: Page): void {
  let name: { text: string; end: number } | null = null
  const { text } = page.view
  for (const match of text.matchAll(jsonPair)) {
    const [whole, key, value = ''] = match
    if (key === 'name') name = { text: value, end: match.index + whole.length }
    else if (name) {
      // the two stand a few keys apart at most (`conda list --json`)
      const between = match.index - name.end < 600 ? text.slice(name.end, match.index) : '}'
      const start = match.index + whole.length - 1 - value.length
      if (!/[{}]/.test(between) && /^\d/.test(value))
        page.add({
          name: name.text,
          version: value,
          start,
          end: start + value.length,
          line: page.lineAt(start),
          how: 'list',
        })
      name = null
    }
  }
}
