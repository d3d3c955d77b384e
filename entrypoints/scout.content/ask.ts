import type { Message, Replies } from './messages'

interface Runtime {
  id?: string
  sendMessage(message: unknown): Promise<unknown>
}

/** The browser's own object: the polyfill would cost every page 2.5 kB for one promise. */
const runtime = (): Runtime | undefined => {
  const { browser, chrome } = globalThis as unknown as Record<string, { runtime?: Runtime } | undefined>
  return (browser ?? chrome)?.runtime
}

/** False once the extension was updated or removed under the open page. */
export const isConnected = (): boolean => runtime()?.id !== undefined

/** Asks the background. Rejects when it cannot be reached. */
export async function ask<M extends Message>(message: M): Promise<Replies[M['type']]> {
  const here = runtime()
  if (!here?.id) throw new Error('the extension was updated; reload the page')
  return (await here.sendMessage(message)) as Replies[M['type']]
}
