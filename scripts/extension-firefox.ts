import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join, resolve } from 'node:path'
import puppeteer, { type Browser, type Page } from 'puppeteer-core'

/** Where `wxt build -b firefox` puts the extension. */
export const builtForFirefox = resolve(import.meta.dirname, '../.output/firefox-mv3')

/** Firefox would draw one at random for every profile. */
const UUID = '5d3e7f1a-9c42-4b60-8a1d-2f6b9e0c4d71'

export interface LaunchFirefoxOptions {
  executablePath: string
  /** The unpacked extension's folder; the built one unless told. */
  extension?: string
  language?: 'en-US' | 'zh-CN'
  /** The virtual screen to open a window on, instead of none. */
  display?: string
  /** Whether the browser asks the reader before it grants a permission; else it grants what is asked for. */
  asksReader?: boolean
  /** Milliseconds after which the background ends when nothing happens; 30 seconds unless told. */
  backgroundIdle?: number
}

export interface ExtensionFirefox {
  browser: Browser
  /**
   * What was to be fetched and that neither a served page nor the browser itself accounts for: an address where a page
   * asked for it, else `host:port`.
   */
  unexpectedRequests: string[]
  /** Opens a page at a real address, with this HTML. */
  openPage(url: string, html: string): Promise<Page>
  /** Opens one of the extension's own pages; its file with query and fragment. */
  openOwn(file: string): Promise<Page>
  /** The address of one of the extension's own pages. */
  ownUrl(file: string): string
  /** Waits for a page that something else opens: a link, the extension. */
  waitForPage(isIt: (url: string) => boolean): Promise<Page>
  close(): Promise<void>
}

/**
 * Starts a Firefox with the extension and a profile of its own, and closes the page that opens then. No request leaves the machine: served pages are
 * answered here, and all else goes to a proxy that writes down what was asked for and refuses it.
 */
export async function launchExtensionFirefox(options: LaunchFirefoxOptions): Promise<ExtensionFirefox> {
  const { executablePath, extension = builtForFirefox, language = 'en-US', display } = options
  if (!existsSync(join(extension, 'manifest.json')))
    throw new Error(`There is no built extension at ${extension}; run \`npm run build:firefox\` first.`)
  const manifest = JSON.parse(await readFile(join(extension, 'manifest.json'), 'utf8')) as {
    browser_specific_settings: { gecko: { id: string } }
  }
  const { proxy, port, unexpectedRequests } = await startRefusingProxy()
  const browser = await puppeteer
    .launch({
      browser: 'firefox',
      executablePath,
      headless: display === undefined,
      defaultViewport: null,
      // pages of extensions count as the system's
      args: ['--remote-allow-system-access', '--width=1280', '--height=900'],
      env: { ...process.env, ...(display !== undefined && { DISPLAY: display, MOZ_ENABLE_WAYLAND: '0' }) },
      timeout: 90_000,
      protocolTimeout: 120_000,
      extraPrefsFirefox: {
        'extensions.webextensions.uuids': JSON.stringify({
          [manifest.browser_specific_settings.gecko.id]: UUID,
        }),
        'extensions.webextOptionalPermissionPrompts': options.asksReader ?? false,
        'extensions.background.idle.timeout': options.backgroundIdle ?? 30_000,
        'intl.locale.requested': language,
        'network.proxy.type': 1,
        'network.proxy.http': '127.0.0.1',
        'network.proxy.http_port': port,
        'network.proxy.ssl': '127.0.0.1',
        'network.proxy.ssl_port': port,
        'network.http.speculative-parallel-limit': 0,
        'layout.css.prefers-color-scheme.content-override': 1,
      },
    })
    .catch((error: unknown) => {
      proxy.close()
      throw error
    })
  const close = async () => {
    await browser.close().catch(() => undefined)
    proxy.closeAllConnections()
    proxy.close()
  }
  const ownUrl = (file: string) => `moz-extension://${UUID}/${file}`

  async function waitForPage(isIt: (url: string) => boolean): Promise<Page> {
    // Puppeteer is not told the addresses of the extension's pages
    const addressOf = (page: Page) => page.evaluate(() => location.href).catch(() => page.url())
    for (const until = Date.now() + 60_000; Date.now() < until; await pause(100))
      for (const page of await browser.pages()) if (isIt(await addressOf(page))) return page
    const urls = await Promise.all((await browser.pages()).map(addressOf))
    throw new Error(`The page did not open. There are: ${urls.join(', ')}`)
  }

  try {
    await browser.installExtension(resolve(extension))
    // it would come to the front of what is looked at, at any moment
    if (existsSync(join(extension, 'welcome.html')))
      await (await waitForPage((url) => url === ownUrl('welcome.html'))).close()
    return {
      browser,
      unexpectedRequests,
      ownUrl,
      waitForPage,
      async openPage(url, html) {
        const page = await browser.newPage()
        await serve(page, url, html, unexpectedRequests)
        await page.goto(url, { timeout: 60_000 })
        return page
      },
      async openOwn(file) {
        const page = await browser.newPage()
        // Puppeteer waits for this navigation in vain
        page.goto(ownUrl(file)).catch(() => undefined)
        await waitUntil(page, `${file} did not open`, () =>
          page.evaluate(
            (url) =>
              location.href === url &&
              document.readyState === 'complete' &&
              document.body.children.length > 0,
            ownUrl(file),
          ),
        )
        return page
      },
      close,
    }
  } catch (error) {
    await close()
    throw error
  }
}

async function serve(page: Page, url: string, html: string, unexpected: string[]): Promise<void> {
  await page.setRequestInterception(true)
  page.on('request', (request) => {
    if (!/^https?:/.test(request.url())) return void request.continue().catch(() => undefined)
    const isIt = request.isNavigationRequest() && withoutFragment(request.url()) === withoutFragment(url)
    const { pathname } = new URL(request.url())
    // a served page's own pictures and styles stand in its HTML
    const isOfPage = pathname === '/favicon.ico' || (pathname !== '/' && html.includes(pathname))
    if (!isIt && !isOfPage) unexpected.push(`${request.method()} ${request.url()}`)
    const answer = isIt
      ? { status: 200, contentType: 'text/html; charset=utf-8', body: html }
      : { status: 404, contentType: 'text/plain', body: '' }
    request.respond(answer).catch(() => undefined)
  })
}

const withoutFragment = (url: string) => url.split('#', 1)[0]

const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds))

async function waitUntil(page: Page, failure: string, isSo: () => Promise<boolean>): Promise<void> {
  for (const until = Date.now() + 60_000; Date.now() < until; await pause(100))
    // evaluating fails while a page goes and another comes
    if (await isSo().catch(() => false)) return
  throw new Error(`${failure}; the page is at ${page.url()}.`)
}

/** Mozilla's own services: what the browser asks for by itself. */
const MOZILLA = /(^|\.)(mozilla\.(com|net|org)|mozgcp\.net|firefox\.com|getpocket\.com):\d+$/

async function startRefusingProxy(): Promise<{ proxy: Server; port: number; unexpectedRequests: string[] }> {
  const unexpectedRequests: string[] = []
  const note = (host: string) => {
    if (!MOZILLA.test(host)) unexpectedRequests.push(host)
  }
  const proxy = createServer((request, response) => {
    const { host } = new URL(request.url ?? '', 'http://unknown')
    note(host.includes(':') ? host : `${host}:80`)
    response.writeHead(502).end()
  })
  proxy.on('connect', (request, socket) => {
    note(request.url ?? '')
    socket.on('error', () => undefined)
    socket.end('HTTP/1.1 502 Bad Gateway\r\n\r\n')
  })
  await new Promise<void>((resolve) => proxy.listen(0, '127.0.0.1', resolve))
  return { proxy, port: (proxy.address() as AddressInfo).port, unexpectedRequests }
}
