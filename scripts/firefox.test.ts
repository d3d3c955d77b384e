import { describe, expect, it } from 'vitest'
import type { Machine } from './browser'
import { findOrInstallFirefox, isNewEnough } from './firefox'

/** A machine on which the programs in `versions` exist; `brings` maps a command to what is there after it. */
function machine(
  options: Partial<Machine> & {
    versions?: Record<string, string>
    brings?: Record<string, Record<string, string>>
    says?: string
  } = {},
) {
  const versions = { ...options.versions }
  const commands: string[] = []
  const made: Machine = {
    platform: 'linux',
    environment: {},
    canInstallPackages: false,
    candidates: ['/usr/bin/firefox-esr', '/usr/bin/firefox'],
    downloaded: '/cache/firefox',
    exists: (path) => path in versions,
    run: async (program, args) => {
      if (args[0] === '--version') return { status: 0, output: versions[program] ?? '' }
      const command = [program === process.execPath ? 'puppeteer' : program, ...args]
        .filter((word) => !word.endsWith('main-cli.js'))
        .join(' ')
      commands.push(command)
      if (command === 'apt-get update') return { status: 0, output: 'done' }
      const brought = Object.entries(options.brings ?? {}).find(([prefix]) => command.startsWith(prefix))?.[1]
      Object.assign(versions, brought)
      return brought
        ? { status: 0, output: options.says ?? 'done' }
        : { status: 1, output: 'Error: refused\n    at somewhere' }
    },
    log: () => undefined,
    ...options,
  }
  return { made, commands }
}

describe('a Firefox that the extension runs in', () => {
  it.each([
    ['Mozilla Firefox 153.7.0esr', true],
    ['Mozilla Firefox 142.0', true],
    ['Mozilla Firefox 141.0.3', false],
    ['Mozilla Firefox 128.9.0esr', false],
    ['Chromium 156.0.8078.79', false],
    ['', false],
  ])('%s: %s', (version, runs) => {
    expect(isNewEnough(version)).toBe(runs)
  })
})

describe('finding or installing a Firefox', () => {
  const esr = 'Mozilla Firefox 153.7.0esr'

  it('takes the one that the reader names, or says why it does not do', async () => {
    const versions = { '/opt/new': 'Mozilla Firefox 160.0', '/opt/old': 'Mozilla Firefox 128.0esr' }
    const naming = (UNMUTE_FIREFOX: string) => machine({ environment: { UNMUTE_FIREFOX }, versions }).made
    expect(await findOrInstallFirefox(naming('/opt/new'))).toEqual({ executablePath: '/opt/new' })
    await expect(findOrInstallFirefox(naming('/opt/old'))).rejects.toThrow('older than 142')
    await expect(findOrInstallFirefox(naming('/opt/none'))).rejects.toThrow('does not exist')
  })

  it('takes the first installed one that is new enough', async () => {
    const { made, commands } = machine({
      versions: { '/usr/bin/firefox-esr': 'Mozilla Firefox 128.0esr', '/usr/bin/firefox': esr },
    })
    expect(await findOrInstallFirefox(made)).toEqual({ executablePath: '/usr/bin/firefox' })
    expect(commands).toEqual([])
  })

  it("installs the system's package where it may", async () => {
    const { made, commands } = machine({
      canInstallPackages: true,
      brings: { 'apt-get install': { '/usr/bin/firefox-esr': esr } },
    })
    expect(await findOrInstallFirefox(made)).toEqual({ executablePath: '/usr/bin/firefox-esr' })
    expect(commands).toEqual([
      'apt-get update',
      'apt-get install -y --no-install-recommends firefox-esr firefox-esr-l10n-zh-cn',
    ])
  })

  it('downloads one where no package may be installed', async () => {
    const path = '/cache/firefox/firefox/linux-stable_160.0/firefox/firefox'
    const { made, commands } = machine({
      brings: { 'puppeteer install firefox@stable': { [path]: 'Mozilla Firefox 160.0' } },
      says: `Downloading Firefox stable_160.0\nfirefox@stable_160.0 ${path}`,
    })
    expect(await findOrInstallFirefox(made)).toEqual({ executablePath: path })
    expect(commands).toEqual(['puppeteer install firefox@stable --path /cache/firefox'])
  })

  it('says what to do when nothing helps', async () => {
    const { made } = machine({ canInstallPackages: true })
    await expect(findOrInstallFirefox(made)).rejects.toThrow(/refused.*UNMUTE_FIREFOX/)
  })
})
