import { describe, expect, it } from 'vitest'
import { ensureChinese, findOrInstallChromium, loadsExtensions, type Machine } from './browser'

/** A machine on which the programs in `versions` exist; `installs` maps a command to what it brings. */
function machine(
  options: Partial<Machine> & {
    versions?: Record<string, string>
    installs?: Record<string, Record<string, string>>
  } = {},
) {
  const versions = { ...options.versions }
  const lines: string[] = []
  const commands: string[] = []
  const made: Machine = {
    platform: 'linux',
    environment: {},
    canInstallPackages: false,
    candidates: ['/usr/bin/chromium', '/usr/bin/chromium-browser'],
    downloaded: '/cache/chrome',
    exists: (path) => path in versions,
    run: async (program, args) => {
      if (args[0] === '--version') return { status: 0, output: versions[program] ?? '' }
      const command = [program === process.execPath ? 'playwright' : program, ...args]
        .filter((word) => !word.endsWith('cli.js'))
        .join(' ')
      commands.push(command)
      const brings = Object.entries(options.installs ?? {}).find(([prefix]) => command.startsWith(prefix))
      Object.assign(versions, brings?.[1])
      return brings || command === 'apt-get update'
        ? { status: 0, output: 'done' }
        : { status: 1, output: 'Error: refused\n    at somewhere' }
    },
    log: (line) => void lines.push(line),
    ...options,
  }
  return { made, lines, commands }
}

describe('a browser that loads extensions', () => {
  it.each([
    ['Chromium 156.0.8078.79 built on Debian', true],
    ['Chromium 149.0.1 snap', false],
    ['Google Chrome 136.0.7103.92', true],
    ['Google Chrome 137.0.7151.55', false],
    ['Google Chrome for Testing 141.0.7390.37', true],
    ['Command requires the chromium snap to be installed', false],
    ['', false],
  ])('%s: %s', (version, loads) => {
    expect(loadsExtensions(version)).toBe(loads)
  })
})

describe('finding or installing a Chromium', () => {
  it('takes the one that the reader names', async () => {
    const { made } = machine({
      environment: { UNMUTE_CHROMIUM: '/opt/c' },
      versions: { '/opt/c': 'Chromium 150', '/usr/bin/chromium': 'Chromium 149' },
    })
    expect(await findOrInstallChromium(made)).toEqual({ executablePath: '/opt/c' })
  })

  it('refuses a named one that cannot do it rather than taking another', async () => {
    const versions = { '/opt/chrome': 'Google Chrome 150', '/usr/bin/chromium': 'Chromium 149' }
    for (const [path, complaint] of [
      ['/opt/chrome', 'ignore --load-extension'],
      ['/opt/none', 'does not exist'],
    ])
      await expect(
        findOrInstallChromium(machine({ environment: { UNMUTE_CHROMIUM: path }, versions }).made),
      ).rejects.toThrow(complaint)
  })

  it('passes over an installed snap to the one downloaded earlier, and installs nothing', async () => {
    const { made, commands } = machine({
      versions: { '/usr/bin/chromium-browser': 'Chromium 149 snap', '/cache/chrome': 'Chromium 150' },
    })
    expect(await findOrInstallChromium(made)).toEqual({ executablePath: '/cache/chrome' })
    expect(commands).toEqual([])
  })

  it('downloads where none is installed', async () => {
    const { made } = machine({
      installs: { 'playwright install chromium': { '/cache/chrome': 'Chromium 150' } },
    })
    expect(await findOrInstallChromium(made)).toEqual({ executablePath: '/cache/chrome' })
  })

  it('installs the package where the download fails and packages may be installed', async () => {
    const { made, lines, commands } = machine({
      canInstallPackages: true,
      installs: {
        'apt-get install -y --no-install-recommends chromium': { '/usr/bin/chromium': 'Chromium 156' },
      },
    })
    expect(await findOrInstallChromium(made)).toEqual({ executablePath: '/usr/bin/chromium' })
    expect(commands[0]).toBe('playwright install chromium')
    expect(lines).toContain('Browser: that did not work (Error: refused).')
  })

  it('says what to do when nothing works, and asks apt-get only where it may', async () => {
    const { made, commands } = machine()
    await expect(findOrInstallChromium(made)).rejects.toThrow('UNMUTE_CHROMIUM')
    expect(commands).toEqual(['playwright install chromium'])
  })
})

describe('Chinese', () => {
  it('says what is missing where it cannot be installed', async () => {
    const { made, lines } = machine({ versions: { '/usr/bin/chromium': 'Chromium 156' } })
    expect(await ensureChinese('/usr/bin/chromium', made)).toBe(false)
    expect(lines.join()).toContain('fonts-noto-cjk, fontconfig, chromium-l10n')
  })

  it('installs only what is missing', async () => {
    const { made, commands } = machine({
      canInstallPackages: true,
      versions: { '/usr/bin/chromium': 'Chromium 156' },
      installs: {
        'fc-list': {},
        'apt-get install': { '/usr/lib/chromium/locales/zh-CN.pak': '' },
      },
    })
    expect(await ensureChinese('/usr/bin/chromium', made)).toBe(true)
    expect(commands).toContain('apt-get install -y --no-install-recommends chromium-l10n')
  })
})
