import { existsSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { chromium, type BrowserContext, type Page, type Request, type Worker } from '@playwright/test'

/** Where `wxt build` puts the extension for Chromium. */
export const builtExtension = resolve(import.meta.dirname, '../.output/chrome-mv3')

export type InterfaceLanguage = 'en' | 'zh-CN'

export interface LaunchOptions {
  executablePath: string
  /** The unpacked extension's folder; the built one unless told. */
  extension?: string
  language?: InterfaceLanguage
  colorScheme?: 'light' | 'dark'
  /** A window to look at, instead of none. */
  headed?: boolean
  viewport?: { width: number; height: number } | null
  deviceScaleFactor?: number
  /** A folder to come back to, which stays; a fresh one unless told. */
  profile?: string
  /** Leaves the page open that the extension shows once it is installed. */
  keepWelcome?: boolean
}

/** A page to serve: its HTML, or what makes it anew for every load. */
export type Html = string | (() => string)

export interface ExtensionBrowser {
  context: BrowserContext
  /** The extension's background. */
  background: Worker
  /** Requests that neither a served page nor the browser itself accounts for, each `METHOD url`. */
  unexpectedRequests: string[]
  /** Serves a page at a real address; the address's fragment does not count. Nothing else on the web answers. */
  serve(url: string, html: Html): void
  close(): Promise<void>
}

/**
 * Starts a Chromium with the extension and a profile of its own. No request leaves the machine: what is not served
 * gets an empty 404, names do not resolve, and what the served pages do not themselves ask for is written down.
 */
export async function launchExtensionBrowser(options: LaunchOptions): Promise<ExtensionBrowser> {
  const { executablePath, extension = builtExtension, language = 'en', colorScheme = 'light' } = options
  if (!existsSync(join(extension, 'manifest.json')))
    throw new Error(`There is no built extension at ${extension}; run \`npm run build\` first.`)

  const profile = options.profile ?? (await mkdtemp(join(tmpdir(), 'unmute-profile-')))
  const cameBack = existsSync(join(profile, 'Default'))
  const context = await chromium.launchPersistentContext(profile, {
    executablePath,
    headless: !options.headed,
    chromiumSandbox: false,
    colorScheme,
    viewport: options.viewport === undefined ? { width: 1280, height: 900 } : options.viewport,
    deviceScaleFactor: options.deviceScaleFactor,
    // The interface follows these two and --lang; Playwright's `locale` does not switch it.
    env: { ...definedOnly(process.env), LANG: posixLocale(language), LANGUAGE: posixLocale(language) },
    args: [
      `--disable-extensions-except=${extension}`,
      `--load-extension=${extension}`,
      `--lang=${language}`,
      `--accept-lang=${language}`,
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-domain-reliability',
      '--disable-sync',
      '--no-first-run',
      '--no-default-browser-check',
      '--no-pings',
      '--host-resolver-rules=MAP * ~NOTFOUND',
    ],
  })
  const close = async () => {
    // Whoever looks at a window may have closed it already.
    await context.close().catch(() => undefined)
    if (!options.profile) await rm(profile, { recursive: true, force: true, maxRetries: 3 })
  }

  try {
    const served = new Map<string, Html>()
    const shown = new Set<string>()
    const unexpectedRequests: string[] = []

    // Routes do not see the sockets of content scripts; these events do.
    const watch = (page: Page) =>
      page.on('websocket', (socket) => unexpectedRequests.push(`WEBSOCKET ${socket.url()}`))
    context.pages().forEach(watch)
    context.on('page', watch)
    await context.route(/^(https?|ftp):/, async (route) => {
      const request = route.request()
      const html = served.get(withoutFragment(request.url()))
      if (html !== undefined && request.isNavigationRequest()) {
        const body = typeof html === 'string' ? html : html()
        shown.add(body)
        return route.fulfill({ contentType: 'text/html; charset=utf-8', body })
      }
      if (!isAccountedFor(request, shown)) unexpectedRequests.push(`${request.method()} ${request.url()}`)
      return route.fulfill({ status: 404, contentType: 'text/plain', body: '' })
    })
    const background =
      context.serviceWorkers()[0] ?? (await context.waitForEvent('serviceworker', { timeout: 15_000 }))
    if (!options.keepWelcome && !cameBack && existsSync(join(extension, 'welcome.html')))
      await closeWelcome(context)

    return {
      context,
      background,
      unexpectedRequests,
      serve: (url, html) => void served.set(withoutFragment(url), html),
      close,
    }
  } catch (error) {
    await close()
    throw error
  }
}

/** The page that opens after installation would come to the front of what is looked at. */
async function closeWelcome(context: BrowserContext): Promise<void> {
  const until = Date.now() + 10_000
  while (Date.now() < until) {
    const welcome = context.pages().find((page) => page.url().endsWith('/welcome.html'))
    if (welcome) return welcome.close()
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
}

/** The browser asks for an icon by itself; a served page's own pictures and styles stand in its HTML. */
function isAccountedFor(request: Request, shown: Set<string>): boolean {
  if (request.method() !== 'GET') return false
  const url = new URL(request.url())
  if (url.pathname === '/favicon.ico') return true
  if (!['image', 'stylesheet', 'font', 'media', 'manifest', 'other'].includes(request.resourceType()))
    return false
  const spellings = [url.href, url.pathname + url.search].flatMap((each) => [
    each,
    each.replaceAll('&', '&amp;'),
  ])
  return url.pathname !== '/' && [...shown].some((html) => spellings.some((each) => html.includes(each)))
}

function withoutFragment(url: string): string {
  return url.split('#', 1)[0] ?? url
}

function posixLocale(language: InterfaceLanguage): string {
  return language === 'en' ? 'en_US.UTF-8' : 'zh_CN.UTF-8'
}

function definedOnly(environment: NodeJS.ProcessEnv): Record<string, string> {
  return Object.fromEntries(
    Object.entries(environment).filter((entry): entry is [string, string] => entry[1] !== undefined),
  )
}
