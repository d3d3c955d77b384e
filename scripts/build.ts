import { resolve } from 'node:path'
import { run } from './run'

const root = resolve(import.meta.dirname, '..')

export type TargetBrowser = 'chrome' | 'firefox' | 'edge'

/**
 * Builds the extension; returns the folder to load it from. Throws with the build's output when that fails.
 * @param into the folder to build under, so that a build beside this one changes nothing in it; `.output` unless told
 */
export async function buildExtension(
  options: { browser?: TargetBrowser; into?: string } = {},
): Promise<string> {
  const { browser = 'chrome', into = resolve(root, '.output') } = options
  const config = JSON.stringify({ root, browser, outDir: into })
  const script = `import { build } from 'wxt'\nawait build(${config})`
  // What starts this may have set its own modes: test runners do.
  const env = { ...process.env, NODE_ENV: 'production', VITEST: undefined }
  const result = await run(process.execPath, ['--input-type=module', '--eval', script], { env, cwd: root })
  if (result.status !== 0) throw new Error(`The extension does not build:\n${result.output}`)
  return resolve(into, `${browser}-mv3`)
}
