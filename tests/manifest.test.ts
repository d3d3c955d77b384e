/** What the built extension may do, as exact sets: nothing is added without this file saying so. */
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { buildExtension, type TargetBrowser } from '../scripts/build'
import { run } from '../scripts/run'

const root = resolve(import.meta.dirname, '..')
let folder: string

interface Manifest {
  manifest_version: number
  content_scripts: { matches: string[]; js: string[] }[]
  [key: string]: unknown
}

/** Builds afresh, away from the folder that others build into, so that no older build is looked at. */
async function manifestFor(browser: TargetBrowser): Promise<Manifest> {
  const extension = await buildExtension({ browser, into: folder })
  return JSON.parse(await readFile(join(extension, 'manifest.json'), 'utf8')) as Manifest
}

const built = new Map<TargetBrowser, Manifest>()

beforeAll(async () => {
  // Inside the project: a build finds its packages by walking up.
  folder = await mkdtemp(join(root, 'node_modules', '.unmute-manifest-'))
  for (const browser of ['chrome', 'firefox', 'edge'] as const) built.set(browser, await manifestFor(browser))
}, 240_000)
afterAll(() => rm(folder, { recursive: true, force: true }))

describe.each(['chrome', 'firefox'] as const)('the manifest for %s', (browser) => {
  let manifest: Manifest
  beforeAll(() => {
    manifest = built.get(browser) as Manifest
  })

  it('says what it has to say and nothing else', () => {
    expect(new Set(Object.keys(manifest))).toEqual(
      new Set([
        'manifest_version',
        'name',
        'description',
        'version',
        'default_locale',
        'permissions',
        'host_permissions',
        'background',
        'icons',
        'action',
        'options_ui',
        'content_scripts',
        browser === 'firefox' ? 'browser_specific_settings' : 'minimum_chrome_version',
      ]),
    )
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

it('starts the background in the way that each browser has', () => {
  expect(built.get('chrome')?.background).toEqual({ service_worker: 'background.js' })
  expect(built.get('firefox')?.background).toEqual({ scripts: ['background.js'] })
})

it('needs the Chromium that its styles are written for', () => {
  expect(built.get('chrome')?.minimum_chrome_version).toBe('123')
})

it('tells Firefox who it is, from which version on it runs, and that no data is collected', () => {
  expect(built.get('firefox')?.browser_specific_settings).toEqual({
    gecko: {
      id: 'unmute@unmute.example',
      strict_min_version: '142.0',
      data_collection_permissions: { required: ['none'] },
    },
  })
})

it('is for Edge what it is for Chromium', () => {
  expect(built.get('edge')).toEqual(built.get('chrome'))
})

describe("Mozilla's lint of the package", () => {
  interface Finding {
    code: string
    file?: string
    line?: number
    column?: number
    message: string
  }

  it('finds no error, and no warning but for the one place in the sanitizer', async () => {
    const source = join(folder, 'firefox-mv3')
    const { output } = await run(
      process.execPath,
      [
        join(root, 'node_modules/web-ext/bin/web-ext.js'),
        ...['lint', '--source-dir', source, '--output', 'json', '--no-config-discovery'],
      ],
      { cwd: root, env: { ...process.env, NO_UPDATE_NOTIFIER: '1', NODE_NO_WARNINGS: '1' } },
    )
    const found = JSON.parse(output) as Record<'errors' | 'warnings' | 'notices', Finding[]>
    expect(found.errors).toEqual([])
    expect(found.notices).toEqual([])
    expect(found.warnings.length).toBeGreaterThan(0)
    for (const warning of found.warnings) {
      const { file = '', line = 0, column = 0 } = warning
      expect(warning).toMatchObject({ code: 'UNSAFE_VAR_ASSIGNMENT' })
      const text = (await readFile(join(source, file), 'utf8')).split('\n')[line - 1] ?? ''
      // DOMPurify fills a document of its own, which is never shown, where there is no DOMParser
      expect(text.slice(column - 1, column + 60), `${file}:${line}:${column}`).toMatch(
        /^\w+\.documentElement\.innerHTML=/,
      )
    }
  }, 120_000)
})
