import { join, resolve } from 'node:path'
import { run } from './run'

const root = resolve(import.meta.dirname, '..')

/** Builds the extension for Chromium into `.output/chrome-mv3`; throws with the build's output when that fails. */
export async function buildExtension(): Promise<void> {
  // What starts this may have set its own: Playwright sets `test`.
  const env = { ...process.env, NODE_ENV: 'production' }
  const result = await run(process.execPath, [join(root, 'node_modules/wxt/bin/wxt.mjs'), 'build'], {
    env,
    cwd: root,
  })
  if (result.status !== 0) throw new Error(`The extension does not build:\n${result.output}`)
}
