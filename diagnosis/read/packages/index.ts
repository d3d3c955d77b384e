import type { Fact } from '../../facts'
import type { View } from '../view'
import { isWorthTrying } from '../passages'
import { spanOf } from '../view'
import { readConsole, readSeparateLines } from './console'
import { readInstallers } from './installers'
import { readLocks } from './locks'
import { meanLists } from './lists'
import { readNameless } from './nameless'
import { Page } from './page'
import { readPaths } from './paths'
import { readPeftVersion } from './peft-version'
import { readQuestions } from './questions'
import { readRequirements } from './requirements'
import { readSentences } from './sentences'
import { readTables } from './tables'

/** What every version has. */
const number = /\d[._]\s{0,2}\d|v\d/i

/**
 * The package versions that a block states, each with how the writer means it. In lists (`pip freeze`, `pip list`,
 * lock files) any package counts, in prose only those of the fine-tuning stack. Python itself is a fact of its own
 * kind. A number that is no version (`0.9.O`) gives no fact. Each version of a package is given once for each stance.
 */
export function readPackages(view: View): Fact[] {
  if (view.block.kind === 'metadata') return []
  const page = new Page(view)
  // most blocks of a thread give no number at all
  if (!isWorthTrying(view, number) || !number.test(view.text)) return readQuestions(page)
  readLocks(page)
  readConsole(page)
  readInstallers(page)
  readPeftVersion(page)
  readPaths(page)
  readTables(page)
  readRequirements(page)
  readSeparateLines(page)
  readSentences(page)
  readNameless(page)
  const seen = new Set<string>()
  const facts = meanLists(page).flatMap((found): Fact[] => {
    const { name, version, start, end, stance = 'installed' } = found
    const { advice, range, tried, pinned, corrects, machine } = found
    const key = `${name} ${version} ${stance} ${advice ?? ''}`
    if (seen.has(key)) return []
    seen.add(key)
    const place = spanOf(view, start, end)
    if (name === 'python')
      return [{ ...place, kind: 'python', version, stance: stance === 'cure' ? 'mentioned' : stance }]
    return [
      {
        ...place,
        kind: 'package',
        name,
        version,
        stance,
        ...(advice && stance !== 'installed' ? { advice } : {}),
        ...(range && stance !== 'installed' ? { range } : {}),
        ...(tried ? { tried } : {}),
        ...(pinned ? { pinned } : {}),
        ...(machine && stance === 'installed' ? { machine } : {}),
        ...(corrects && stance === 'installed' ? { corrects } : {}),
      },
    ]
  })
  return [...facts, ...bareVersions(page), ...readQuestions(page)]
}

/** What is said of a version whose package the block does not name. */
function bareVersions(page: Page): Fact[] {
  return page.unnamed.map(({ version, start, end, stance = 'installed', advice, tried, loose }) => ({
    ...spanOf(page.view, start, end),
    kind: 'bare-version' as const,
    version,
    meant: stance,
    ...(advice && stance !== 'installed' ? { advice } : {}),
    ...(tried ? { tried } : {}),
    ...(loose ? { loose } : {}),
  }))
}
