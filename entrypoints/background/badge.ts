import { browser } from 'wxt/browser'
import { colours } from '../../components/colours'
import type { Answer } from '../../diagnosis/explanation'
import type { Verdict } from '../../diagnosis/facts'
import { logOnce } from '../../diagnosis/log-once'
import { type Language, languages } from '../../locales/language'
import { words } from '../../locales/words'
import { selectionWords } from '../../locales/words/selection'
import { isWanted, onChoicesChange, readSettings } from '../../storage/settings'
import { threadKey } from '../scout.content/messages'

type Shown = Exclude<Verdict, 'ruled-out'> | 'note'

/** A sign of its own for each tone, so that colour is not the only difference. White stands on all of them. */
const SIGNS: Record<Shown, { text: string; colour: string }> = {
  confirmed: { text: '!', colour: colours.bad[0] },
  likely: { text: '?', colour: colours.careful[0] },
  'cannot-tell': { text: '?', colour: colours.careful[0] },
  'at-risk': { text: '·', colour: colours.plain[0] },
  note: { text: '·', colour: colours.plain[0] },
}

/** What a tab's button says, kept for the session: the background has no memory of its own. */
interface Badge {
  thread: string
  verdict: Shown
  name: Record<Language, string>
}

const PREFIX = 'badge '
const keyOf = (tabId: number) => PREFIX + tabId

/** The loudest thing that an answer has to say; nothing of what is ruled out. */
export function badgeFor(answer: Answer | null, url: string): Badge | null {
  const inBoth = (name: (language: Language) => string | undefined) =>
    Object.fromEntries(
      languages.map((language) => [language, (name(language) ?? '').replace(/[`*]/g, '')]),
    ) as Record<Language, string>
  const verdict = answer?.report.diagnoses[0]?.verdict
  if (!answer || verdict === 'ruled-out') return null
  const thread = threadKey(url)
  if (verdict) return { thread, verdict, name: inBoth((language) => answer.explanations[language][0]?.name) }
  if (answer.report.notes.length)
    return { thread, verdict: 'note', name: inBoth((language) => answer.notes[language][0]?.model) }
  return null
}

/** The button's tooltip. */
export function titleFor({ verdict, name }: Badge, language: Language): string {
  const { panel } = words[language]
  return selectionWords[language].button(
    verdict === 'note' ? panel.note : panel.verdict[verdict],
    name[language],
  )
}

/** Puts a badge on a tab's button, or takes it off. Nothing where the button is missing or the tab has closed. */
async function draw(tabId: number, badge: Badge | null): Promise<void> {
  // absent in an extension without a button
  const { action } = browser as Partial<typeof browser>
  if (!action) return
  const title = badge ? titleFor(badge, (await readSettings()).language) : await action.getTitle({})
  await Promise.all([
    action.setBadgeText({ tabId, text: badge ? SIGNS[badge.verdict].text : '' }),
    action.setTitle({ tabId, title }),
    ...(badge
      ? [
          action.setBadgeBackgroundColor({ tabId, color: SIGNS[badge.verdict].colour }),
          action.setBadgeTextColor?.({ tabId, color: '#ffffff' }),
        ]
      : []),
  ])
}

/** Shows on the toolbar's button what a tab's page has; null takes it away. Never rejects. */
export async function setBadge(tabId: number | undefined, badge: Badge | null): Promise<void> {
  if (tabId === undefined) return
  try {
    const { session } = browser.storage
    if (badge) await session.set({ [keyOf(tabId)]: badge })
    else await session.remove(keyOf(tabId))
    await draw(tabId, badge)
  } catch (error) {
    logOnce('the badge', error)
  }
}

async function badgeOf(tabId: number): Promise<Badge | undefined> {
  const key = keyOf(tabId)
  return (await browser.storage.session.get(key))[key] as Badge | undefined
}

/**
 * Whether the page that a badge was drawn for is still there: loading another, or the same again, takes the tab's
 * colour off. The events of tabs do not tell a load from a change of address.
 */
async function isDrawn(tabId: number, { verdict }: Badge): Promise<boolean> {
  const [red, green, blue] = await browser.action.getBadgeBackgroundColor({ tabId })
  const hex = [red, green, blue].map((part) => part.toString(16).padStart(2, '0')).join('')
  return `#${hex}` === SIGNS[verdict].colour
}

async function redraw(tabId: number, badge: Badge): Promise<void> {
  if (await isDrawn(tabId, badge)) await draw(tabId, (await isWanted(badge.thread)) ? badge : null)
}

async function redrawAll(): Promise<void> {
  for (const [key, badge] of Object.entries<Badge>(await browser.storage.session.get()))
    // the tab may have closed
    if (key.startsWith(PREFIX)) await redraw(Number(key.slice(PREFIX.length)), badge).catch(() => undefined)
}

/**
 * Keeps badges true: off when their tab goes to another thread without loading a page (a load takes them off by
 * itself), in another language when the reader changes that, off while their site is. Call it synchronously.
 */
export function followTabs(): void {
  browser.tabs.onUpdated.addListener((tabId, { url }) => {
    if (url === undefined) return
    void badgeOf(tabId).then((badge) => {
      if (badge && badge.thread !== threadKey(url)) return setBadge(tabId, null)
    })
  })
  browser.tabs.onRemoved.addListener((tabId) => void browser.storage.session.remove(keyOf(tabId)))
  onChoicesChange(() => void redrawAll())
}
