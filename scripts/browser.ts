import { existsSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { chromium } from '@playwright/test'
import { run as runProgram, type Run } from './run'

export interface Machine {
  platform: NodeJS.Platform
  environment: NodeJS.ProcessEnv
  /** May packages be installed without asking: root on a system with apt. */
  canInstallPackages: boolean
  /** Where a system keeps an installed Chromium. */
  candidates: string[]
  /** Where Playwright keeps the browser it downloads. */
  downloaded: string
  exists(path: string): boolean
  run(program: string, args: string[]): Promise<Run>
  log(line: string): void
}

/** This machine. */
export function thisMachine(): Machine {
  return {
    platform: process.platform,
    environment: process.env,
    canInstallPackages: process.getuid?.() === 0 && existsSync('/etc/debian_version'),
    candidates:
      process.platform === 'darwin'
        ? ['/Applications/Chromium.app/Contents/MacOS/Chromium']
        : ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/lib/chromium/chromium'],
    downloaded: chromium.executablePath(),
    exists: existsSync,
    run: (program, args) =>
      runProgram(program, args, { env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } }),
    log: (line) => console.log(line),
  }
}

/**
 * Whether a browser with this `--version` line loads an unpacked extension from the command line.
 * Branded Chrome ignores `--load-extension` since 137; a snap cannot read a profile in the temporary folder.
 */
export function loadsExtensions(version: string): boolean {
  if (/\bsnap\b/i.test(version)) return false
  if (/Chromium \d|Chrome for Testing \d/.test(version)) return true
  const branded = /Google Chrome (\d+)/.exec(version)
  return branded !== null && Number(branded[1]) < 137
}

/**
 * A Chromium that loads extensions: one that is installed, else one Playwright downloads, else the system's package
 * where that may be installed. Says in a line each what it tries; throws a sentence with what to do when all fail.
 */
export async function findOrInstallChromium(machine = thisMachine()): Promise<{ executablePath: string }> {
  const { environment, log } = machine
  const chosen = environment.UNMUTE_CHROMIUM
  if (chosen) {
    if (!machine.exists(chosen)) throw new Error(`UNMUTE_CHROMIUM names ${chosen}, which does not exist.`)
    // Windows' browsers answer --version with a window, so there the reader's word is taken.
    if (machine.platform !== 'win32' && !(await works(machine, chosen)))
      throw new Error(
        `UNMUTE_CHROMIUM names ${chosen}, which does not start or is a Chrome of 137 or newer: those ignore --load-extension. Name a Chromium.`,
      )
    log(`Browser: ${chosen} (from UNMUTE_CHROMIUM).`)
    return { executablePath: chosen }
  }

  const installed = await firstThatWorks(machine, machine.candidates)
  if (installed) {
    log(`Browser: ${installed} (installed).`)
    return { executablePath: installed }
  }

  if (await downloadedWorks(machine)) {
    log(`Browser: ${machine.downloaded} (downloaded earlier).`)
    return { executablePath: machine.downloaded }
  }

  log('Browser: no Chromium is installed; asking Playwright to download one.')
  const download = await playwright(machine, ['install', 'chromium'])
  if (download.status === 0 && !(await downloadedWorks(machine)) && machine.canInstallPackages) {
    log('Browser: the downloaded Chromium lacks system libraries; installing them.')
    await playwright(machine, ['install-deps', 'chromium'])
  }
  if (await downloadedWorks(machine)) {
    log(`Browser: ${machine.downloaded} (downloaded now).`)
    return { executablePath: machine.downloaded }
  }

  let reason = lastLine(download.output)
  log(`Browser: that did not work (${reason}).`)
  if (machine.canInstallPackages) {
    log("Browser: installing the system's package, chromium, with apt-get.")
    const install = await installPackages(machine, ['chromium', 'fonts-noto-cjk'])
    const packaged = await firstThatWorks(machine, machine.candidates)
    if (packaged) {
      log(`Browser: ${packaged} (installed now).`)
      return { executablePath: packaged }
    }
    reason = lastLine(install.output)
    log(`Browser: that did not work either (${reason}).`)
  }
  throw new Error(
    'No Chromium that loads extensions was found or could be installed. Install one (Debian: `sudo apt-get install chromium`; elsewhere: `npx playwright install --with-deps chromium`), or set UNMUTE_CHROMIUM to the path of a Chromium. A branded Chrome of 137 or newer does not do.',
  )
}

/** Where Debian's package of Chromium, and the package of its languages beside it, put theirs. */
const debianChromium = { executablePath: '/usr/bin/chromium', chinese: '/usr/lib/chromium/locales/zh-CN.pak' }

/**
 * Makes Chinese work: a font to draw it, and Debian's separate languages of its Chromium, without which `--lang=zh-CN`
 * does nothing. Installs what is missing where that may be done, else says what to install. True when all is there.
 */
export async function ensureChinese(executablePath: string, machine = thisMachine()): Promise<boolean> {
  if (machine.platform !== 'linux') return true
  const lacking = async () => {
    const fonts = await machine.run('fc-list', [':lang=zh'])
    return [
      ...(fonts.status === 0 && fonts.output.trim() !== '' ? [] : ['fonts-noto-cjk', 'fontconfig']),
      ...(executablePath !== debianChromium.executablePath || machine.exists(debianChromium.chinese)
        ? []
        : ['chromium-l10n']),
    ]
  }
  let packages = await lacking()
  if (packages.length > 0 && machine.canInstallPackages) {
    machine.log(`Chinese: installing ${packages.join(', ')} with apt-get.`)
    await installPackages(machine, packages)
    packages = await lacking()
  }
  if (packages.length > 0)
    machine.log(
      `Chinese: not complete on this system; install what corresponds to Debian's ${packages.join(', ')}, or it may show as boxes or in English.`,
    )
  return packages.length === 0
}

/** Installs packages of the system, as root; returns how that went. */
export async function installPackages(machine: Machine, packages: string[]): Promise<Run> {
  const update = await machine.run('apt-get', ['update'])
  if (update.status !== 0) return update
  return machine.run('apt-get', ['install', '-y', '--no-install-recommends', ...packages])
}

async function downloadedWorks(machine: Machine): Promise<boolean> {
  if (!machine.exists(machine.downloaded)) return false
  return machine.platform === 'win32' || works(machine, machine.downloaded)
}

async function firstThatWorks(machine: Machine, paths: string[]): Promise<string | undefined> {
  for (const path of paths) if (machine.exists(path) && (await works(machine, path))) return path
  return undefined
}

async function works(machine: Machine, path: string): Promise<boolean> {
  const version = await machine.run(path, ['--version'])
  return version.status === 0 && loadsExtensions(version.output)
}

/** Playwright's own command line, of the version that this project locks. */
function playwright(machine: Machine, args: string[]): Promise<Run> {
  const folder = dirname(createRequire(import.meta.url).resolve('@playwright/test/package.json'))
  return machine.run(process.execPath, [join(folder, 'cli.js'), ...args])
}

/** The last line that tells something: stack frames do not. */
export function lastLine(output: string): string {
  const lines = output.split('\n').map((line) => line.trim())
  return lines.filter((line) => line !== '' && !line.startsWith('at ')).at(-1) ?? 'it said nothing'
}
