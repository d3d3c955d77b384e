/** What a page with nothing to say has to load of the extension. */
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { buildExtension } from '../scripts/build'

/** Bytes of all its scripts together, as `gzip -9` packs them. */
const BUDGET = 8192

const root = resolve(import.meta.dirname, '..')
let folder: string
let extension: string
let scripts: string[]

beforeAll(async () => {
  // Inside the project: a build finds its packages by walking up.
  folder = await mkdtemp(join(root, 'node_modules', '.unmute-size-'))
  extension = await buildExtension({ into: folder })
  const manifest = JSON.parse(await readFile(join(extension, 'manifest.json'), 'utf8')) as {
    content_scripts: { js: string[] }[]
  }
  scripts = manifest.content_scripts.flatMap(({ js }) => js)
}, 120_000)
afterAll(() => rm(folder, { recursive: true, force: true }))

it(`is at most ${BUDGET} bytes of script, packed`, async () => {
  expect(scripts.length).toBeGreaterThan(0)
  const contents = await Promise.all(scripts.map((script) => readFile(join(extension, script))))
  const sizes = contents.map((content) => gzipSync(content, { level: 9 }).length)
  expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThanOrEqual(BUDGET)
})

it('says nothing to the page', async () => {
  for (const script of scripts)
    expect(await readFile(join(extension, script), 'utf8'), script).not.toContain('window.postMessage')
})
