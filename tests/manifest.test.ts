/** What the built extension may do, as exact sets: nothing is added without this file saying so. */
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { buildExtension } from '../scripts/build'

const root = resolve(import.meta.dirname, '..')
let folder: string

interface Manifest {
  manifest_version: number
  content_scripts: { matches: string[]; js: string[] }[]
  [key: string]: unknown
}

/** Builds afresh, away from the folder that others build into, so that no older build is looked at. */
async function manifestFor(browser: 'chrome' | 'firefox'): Promise<Manifest> {
  const extension = await buildExtension({ browser, into: folder })
  return JSON.parse(await readFile(join(extension, 'manifest.json'), 'utf8')) as Manifest
}

const built = new Map<string, Manifest>()

beforeAll(async () => {
  // Inside the project: a build finds its packages by walking up.
  folder = await mkdtemp(join(root, 'node_modules', '.unmute-manifest-'))
  for (const browser of ['chrome', 'firefox'] as const) built.set(browser, await manifestFor(browser))
}, 240_000)
afterAll(() => rm(folder, { recursive: true, force: true }))

describe.each(['chrome', 'firefox'] as const)('the manifest for %s', (browser) => {
  let manifest: Manifest
  beforeAll(() => {
    manifest = built.get(browser) as Manifest
  })

  it('asks for two hosts and what the panel and the menu need', () => {
    expect(manifest.manifest_version).toBe(3)
    expect(new Set(manifest.permissions as string[])).toEqual(
      new Set(['storage', 'scripting', 'contextMenus', 'activeTab']),
    )
    expect(new Set(manifest.host_permissions as string[])).toEqual(
      new Set(['https://github.com/*', 'https://huggingface.co/*']),
    )
    expect(manifest.optional_permissions).toBeUndefined()
    expect(manifest.optional_host_permissions).toBeUndefined()
  })

  it('starts one script, on those two hosts', () => {
    expect(manifest.content_scripts).toHaveLength(1)
    expect(new Set(manifest.content_scripts[0]?.matches)).toEqual(
      new Set(['https://github.com/*', 'https://huggingface.co/*']),
    )
    expect(manifest.content_scripts[0]?.js).toHaveLength(1)
  })

  it('lets no page read its files, and no page speak to it', () => {
    expect(manifest.web_accessible_resources).toBeUndefined()
    expect(manifest.externally_connectable).toBeUndefined()
  })

  it('keeps the default policy against scripts from elsewhere', () => {
    expect(manifest.content_security_policy).toBeUndefined()
  })
})

it('tells Firefox that no data is collected', () => {
  expect(built.get('firefox')?.browser_specific_settings).toMatchObject({
    gecko: { data_collection_permissions: { required: ['none'] } },
  })
})
