import { mkdtemp, rm } from 'node:fs/promises'
import { resolve } from 'node:path'
import { findOrInstallChromium } from '../../scripts/browser'
import { buildExtension } from '../../scripts/build'
import { builtExtension } from '../../scripts/extension-browser'

/**
 * Before all tests: finds a browser, and builds the extension into a folder of its own, unless the caller has just
 * built it. The tests run in processes of their own, which see the environment of this one.
 */
export default async function setup(): Promise<() => Promise<void>> {
  process.env.UNMUTE_CHROMIUM = (await findOrInstallChromium()).executablePath
  if (process.env.UNMUTE_BUILT === '1') {
    process.env.UNMUTE_EXTENSION = builtExtension
    return async () => {}
  }
  const folder = await mkdtemp(resolve(import.meta.dirname, '../../node_modules/.unmute-browser-tests-'))
  process.env.UNMUTE_EXTENSION = await buildExtension({ into: folder })
  return () => rm(folder, { recursive: true, force: true })
}
