import { createRequire } from 'node:module'
import { homedir } from 'node:os'
import { dirname, join } from 'node:path'
import { installPackages, lastLine, type Machine, thisMachine as machineForChromium } from './browser'

/** The oldest Firefox that the manifest admits: the first that knows `data_collection_permissions`. */
const OLDEST_FIREFOX = 142

/** This machine, with the places where a Firefox may stand. A snap's cannot read a profile in the temporary folder. */
function thisMachine(): Machine {
  const machine = machineForChromium()
  const linux = ['/usr/bin/firefox-esr', '/usr/lib/firefox-esr/firefox-esr', '/opt/firefox/firefox']
  return {
    ...machine,
    candidates:
      machine.platform === 'darwin'
        ? ['/Applications/Firefox.app/Contents/MacOS/firefox']
        : machine.exists('/snap/bin/firefox')
          ? linux
          : [...linux, '/usr/bin/firefox'],
    downloaded: join(homedir(), '.cache', 'unmute-firefox'),
  }
}

/** Whether a browser with this `--version` line is a Firefox that the extension runs in. */
export function isNewEnough(version: string): boolean {
  const major = /Mozilla Firefox (\d+)/.exec(version)?.[1]
  return major !== undefined && Number(major) >= OLDEST_FIREFOX
}

/**
 * A Firefox that the extension runs in: one that is installed, else Debian's package where that may be installed, else
 * one that Mozilla's server has. Says in a line each what it tries; throws a sentence with what to do when all fail.
 */
export async function findOrInstallFirefox(machine = thisMachine()): Promise<{ executablePath: string }> {
  const { environment, log } = machine
  const works = async (path: string) => {
    const version = await machine.run(path, ['--version'])
    return version.status === 0 && isNewEnough(version.output)
  }
  const installed = async () => {
    for (const path of machine.candidates) if (machine.exists(path) && (await works(path))) return path
    return undefined
  }

  const chosen = environment.UNMUTE_FIREFOX
  if (chosen) {
    if (!machine.exists(chosen)) throw new Error(`UNMUTE_FIREFOX names ${chosen}, which does not exist.`)
    // Windows' browsers answer --version with nothing, so there the reader's word is taken.
    if (machine.platform !== 'win32' && !(await works(chosen)))
      throw new Error(
        `UNMUTE_FIREFOX names ${chosen}, which does not start or is older than ${OLDEST_FIREFOX}.`,
      )
    log(`Firefox: ${chosen} (from UNMUTE_FIREFOX).`)
    return { executablePath: chosen }
  }
  const before = await installed()
  if (before) {
    log(`Firefox: ${before} (installed).`)
    return { executablePath: before }
  }

  let reason = 'packages can be installed by root on Debian only'
  if (machine.canInstallPackages) {
    log("Firefox: installing the system's package, firefox-esr, with apt-get.")
    const install = await installPackages(machine, ['firefox-esr', 'firefox-esr-l10n-zh-cn'])
    const packaged = await installed()
    if (packaged) {
      log(`Firefox: ${packaged} (installed now).`)
      return { executablePath: packaged }
    }
    reason = lastLine(install.output)
  }
  log(`Firefox: none is installed (${reason}); looking for a downloaded one.`)
  const download = await machine.run(process.execPath, [
    puppeteerDownloader(),
    ...['install', 'firefox@stable', '--path', machine.downloaded],
  ])
  // it ends with a line of the build and the path
  const path = /^firefox@\S+ (.+)$/m.exec(download.output)?.[1]
  if (download.status === 0 && path && (machine.platform === 'win32' || (await works(path)))) {
    log(`Firefox: ${path} (downloaded).`)
    return { executablePath: path }
  }
  throw new Error(
    `No Firefox ${OLDEST_FIREFOX} or newer was found, installed or downloaded (${lastLine(download.output)}). Install one (Debian: \`sudo apt-get install firefox-esr\`), or set UNMUTE_FIREFOX to the path of one.`,
  )
}

/** The command line that comes with Puppeteer: it knows where Mozilla keeps Firefox for each system. */
function puppeteerDownloader(): string {
  const puppeteer = createRequire(import.meta.url).resolve('puppeteer-core')
  return join(dirname(createRequire(puppeteer).resolve('@puppeteer/browsers')), 'main-cli.js')
}
