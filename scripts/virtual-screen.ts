import { spawn } from 'node:child_process'
import { once } from 'node:events'
import type { Readable } from 'node:stream'
import { type Machine, thisMachine } from './browser'

/** A screen that nobody sees, with a mouse and a keyboard: for what a browser does only for a real click. */
export interface VirtualScreen {
  /** For the environment of the programs that are to appear on it. */
  display: string
  /** How many windows are on it; an open menu is one. */
  countWindows(): Promise<number>
  /** Clicks with the right button, in pixels of the screen. */
  rightClick(x: number, y: number): Promise<void>
  /** Presses keys one after the other, by their X names: `Up`, `Return`. */
  press(...keys: string[]): Promise<void>
  close(): Promise<void>
}

const PROGRAMS = ['Xvfb', 'xdotool']
const PACKAGES = ['xvfb', 'xauth', 'xdotool']

async function missing(machine: Machine): Promise<string[]> {
  const found = await Promise.all(PROGRAMS.map((name) => machine.run('which', [name])))
  return PROGRAMS.filter((_, index) => found[index]?.status !== 0)
}

/**
 * Makes sure that a virtual screen can be had, installing its programs where that may be done. Returns what is
 * missing otherwise, in words for whoever reads the log; undefined when all is there.
 */
export async function ensureVirtualScreen(machine = thisMachine()): Promise<string | undefined> {
  if (machine.platform !== 'linux') return `virtual screens are for Linux, this is ${machine.platform}`
  if (!(await missing(machine)).length) return undefined
  if (machine.canInstallPackages) {
    machine.log(`Screen: installing ${PACKAGES.join(', ')} with apt-get.`)
    await machine.run('apt-get', ['update'])
    await machine.run('apt-get', ['install', '-y', '--no-install-recommends', ...PACKAGES])
  }
  const lacking = await missing(machine)
  return lacking.length
    ? `${lacking.join(' and ')} not found; install what corresponds to Debian's ${PACKAGES.join(', ')}`
    : undefined
}

/** Starts a virtual screen on a display of its own. Rejects when the program does not come up. */
export async function startVirtualScreen(
  size = '1400x1000',
  machine = thisMachine(),
): Promise<VirtualScreen> {
  // it picks a free display and writes its number to the fourth stream
  const server = spawn('Xvfb', ['-displayfd', '3', '-screen', '0', `${size}x24`, '-nolisten', 'tcp'], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
  })
  const ended = once(server, 'exit')
  const number = await Promise.race([
    once(server.stdio[3] as Readable, 'data').then(([data]) => String(data).trim()),
    once(server, 'error').then(([error]) => Promise.reject(error as Error)),
    ended.then(() => Promise.reject(new Error('Xvfb ended at once.'))),
  ])
  const display = `:${number}`
  const xdotool = async (...args: string[]) => {
    const { status, output } = await machine.run('env', [`DISPLAY=${display}`, 'xdotool', ...args])
    if (status !== 0) throw new Error(`xdotool ${args.join(' ')}: ${output}`)
    return output
  }
  return {
    display,
    countWindows: async () => {
      // it ends with 1 when it finds none
      const search = ['xdotool', 'search', '--onlyvisible', '--maxdepth', '1', '--name', '.*']
      const { output } = await machine.run('env', [`DISPLAY=${display}`, ...search])
      return output.split('\n').filter((line) => /^\d+$/.test(line)).length
    },
    rightClick: async (x, y) =>
      void (await xdotool('mousemove', '--sync', String(Math.round(x)), String(Math.round(y)), 'click', '3')),
    press: async (...keys) => void (await xdotool('key', '--delay', '60', ...keys)),
    async close() {
      server.kill()
      await ended
    },
  }
}
