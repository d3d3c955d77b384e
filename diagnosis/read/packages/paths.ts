import { isKnown, listedName } from './names'
import type { Page } from './page'

/** What marks a directory or a file as one installed release of a package. */
const installedAs =
  /([A-Za-z][\w.]{0,60})-(\d[\w.+!]{0,40}?)(?:-py\d[\d.]{0,5})?\.(?:dist-info|egg-info|egg)\b/g
/** A directory named after a release: `…/peft-0.11.1/peft/…`. */
const directory = /[/\\]([A-Za-z][\w.]{0,60})-(\d{1,4}(?:\.\d{1,6}){1,3})[/\\]/g
/** A checkout of a tag: `git+https://…/peft.git@v0.9.0`. */
const tagged =
  /\/([A-Za-z][\w-]{0,60})(?:\.git)?@v?(\d{1,4}(?:\.\d{1,6}){1,3}(?:\.?(?:post|rc)\d{1,3})?)(?![\w.])/g
/** A wheel that a command installs. */
const wheel = /([A-Za-z][\w.]{0,60})-(\d[\w.+!]{0,40})-(?:py|cp)\d[\w.-]{0,80}\.whl/g
/** `PEFT_VERSION=0.9.0`, as build files and CI settings have it. */
const variable = /\b([A-Z][A-Z_]{1,30})_VERSION["']?\s{0,3}[=:]\s{0,3}["']?(\d{1,4}(?:\.\d{1,6}){1,3})/g
/** An image named after its main package: `FROM pytorch/pytorch:2.1.2-cuda12.1`. */
const image = /^\s{0,8}FROM\s.{0,80}?\b(pytorch):v?(\d{1,2}\.\d{1,2}\.\d{1,2})\b/g

const kinds: [piece: string, pattern: RegExp][] = [
  ['.dist-info', installedAs],
  ['.egg', installedAs],
  ['-packages', directory],
  ['/archive', directory],
  ['.git@', tagged],
  ['git+', tagged],
  ['.whl', wheel],
  ['_VERSION', variable],
  ['FROM ', image],
]

/** Lines on which an installer says what it fetches, not what it leaves behind. */
const fetching =
  /^[\s>]{0,12}(?:Downloading|Using cached|Collecting|Processing|Building|Created wheel|Saved)\b/

/** Reads versions that stand in paths, file names and build files; those of known packages alone. */
export function readPaths(page: Page): void {
  for (const [piece, pattern] of kinds)
    for (const index of page.linesWith(piece)) {
      const line = page.lines[index]!
      if (line.text.length > 2000 || page.isQuoted(index) || fetching.test(line.text)) continue
      if (pattern === wheel && !/\binstall\b/.test(line.text)) continue
      for (const [whole, spelling = '', version = '', at] of matchesOf(line.text, pattern)) {
        const name = listedName(spelling.replace(/_/g, '-'))
        if (!name || !isKnown(name)) continue
        const start = line.start + at + whole.indexOf(version, spelling.length)
        const isAdvised = page.view.block.kind === 'comment' && /\binstall\b/.test(line.text)
        page.add({
          name,
          version,
          start,
          end: start + version.length,
          line: index,
          how: isAdvised ? 'command' : 'machine',
        })
      }
    }
}

function matchesOf(text: string, pattern: RegExp): [string, string, string, number][] {
  return [...text.matchAll(pattern)].map((match) => [match[0], match[1] ?? '', match[2] ?? '', match.index])
}
