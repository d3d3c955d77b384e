import { buildExtension } from '../../scripts/build'
import { findOrInstallChromium } from '../../scripts/browser'

/** Before all tests: builds the extension, unless the caller has just done so, and finds a browser. */
export default async function setup(): Promise<void> {
  if (process.env.UNMUTE_BUILT !== '1') await buildExtension()
  // The tests run in processes of their own, which see the environment of this one.
  process.env.UNMUTE_CHROMIUM = (await findOrInstallChromium()).executablePath
}
