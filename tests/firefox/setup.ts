import { mkdtemp, rm } from 'node:fs/promises'
import { resolve } from 'node:path'
import { buildExtension } from '../../scripts/build'
import { builtForFirefox } from '../../scripts/extension-firefox'
import { findOrInstallFirefox } from '../../scripts/firefox'

/**
 * Before all tests: finds a Firefox, and builds the extension into a folder of its own, unless the caller has just
 * built it. The tests run in processes of their own, which see the environment of this one.
 */
export default async function setup(): Promise<() => Promise<void>> {
  process.env.UNMUTE_FIREFOX = (await findOrInstallFirefox()).executablePath
  if (process.env.UNMUTE_BUILT === '1') {
    process.env.UNMUTE_EXTENSION = builtForFirefox
    return async () => {}
  }
  const folder = await mkdtemp(resolve(import.meta.dirname, '../../node_modules/.unmute-firefox-tests-'))
  process.env.UNMUTE_EXTENSION = await buildExtension({ browser: 'firefox', into: folder })
  return () => rm(folder, { recursive: true, force: true })
}
