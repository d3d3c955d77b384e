import { beforeEach, describe, expect, it, vi } from 'vitest'
import { browser } from 'wxt/browser'
import { fakeBrowser } from 'wxt/testing/fake-browser'
import { diagnose } from '../../diagnosis/diagnose'
import { answer } from '../../diagnosis/explain/explain'
import { intake } from '../../diagnosis/intake'
import { READER } from '../../diagnosis/thread'
import { rules } from '../../rules'
import { releases } from '../../stack/releases'
import { changeChoices } from '../../storage/settings'
import { badgeFor, followTabs, setBadge, titleFor } from './badge'

const url = 'https://github.com/example/lora/issues/1#issuecomment-2'
const answerTo = (text: string) => answer(diagnose(intake(text).thread, rules), rules, releases, READER)
const confirmed = answerTo('LoRA on ChatGLM3-6B, peft==0.9.0. The loss is 0.0 after the first step.')

describe('the badge', () => {
  it('is of the loudest diagnosis, for the whole thread', () => {
    expect(badgeFor(confirmed, url)).toMatchObject({
      thread: 'https://github.com/example/lora/issues/1',
      verdict: 'confirmed',
    })
  })

  it('is missing where there is nothing, and where all is ruled out', () => {
    expect(badgeFor(null, url)).toBeNull()
    expect(badgeFor(answerTo('Good morning.'), url)).toBeNull()
    const ruledOut = answerTo('LoRA on ChatGLM3-6B, peft==0.13.2. The loss is 0.0 after the first step.')
    expect(ruledOut.report.diagnoses[0]?.verdict).toBe('ruled-out')
    expect(badgeFor(ruledOut, url)).toBeNull()
  })

  it('says so in both languages, without Markdown', () => {
    const badge = badgeFor(confirmed, url)
    if (!badge) throw new Error('There is no badge.')
    const names = confirmed.explanations
    expect(titleFor(badge, 'en')).toBe(`Unmute: confirmed — ${names.en[0]?.name}`)
    expect(titleFor(badge, 'zh_CN')).toBe(`Unmute：已确认 · ${names.zh_CN[0]?.name}`)
    expect(titleFor({ ...badge, verdict: 'note' }, 'en')).toMatch(/^Unmute: good to know — /)
  })

  it('takes its name from a note where there is no diagnosis', () => {
    const note = { rule: 'mute-model', model: 'ChatGLM3-6B', text: '', cause: '', fixes: [], links: [] }
    const noted = {
      ...answerTo('Good morning.'),
      report: { facts: [], diagnoses: [], notes: [note], language: 'en' as const },
      notes: { en: [note], zh_CN: [note] },
    }
    expect(badgeFor(noted, url)).toMatchObject({ verdict: 'note', name: { en: 'ChatGLM3-6B' } })
  })
})

describe("a tab's button", () => {
  /** What the browser forgets when the tab loads a page. */
  let colour: number[]
  const action = {
    getBadgeBackgroundColor: vi.fn(async () => colour),
    getTitle: vi.fn(async () => 'Unmute'),
    setTitle: vi.fn(async () => {}),
    setBadgeText: vi.fn(async () => {}),
    setBadgeBackgroundColor: vi.fn(async ({ color }: { color: string }) => {
      colour = [1, 3, 5].map((at) => parseInt(color.slice(at, at + 2), 16)).concat(255)
    }),
    setBadgeTextColor: vi.fn(async () => {}),
  }
  beforeEach(() => {
    fakeBrowser.reset()
    vi.clearAllMocks()
    colour = [217, 0, 0, 255]
    vi.spyOn(browser.i18n, 'getUILanguage').mockReturnValue('en-GB')
    Object.assign(browser, { action })
  })

  it('shows the badge and loses it again', async () => {
    await setBadge(7, badgeFor(confirmed, url))
    expect(action.setBadgeText).toHaveBeenLastCalledWith({ tabId: 7, text: '!' })
    await setBadge(7, null)
    expect(action.setBadgeText).toHaveBeenLastCalledWith({ tabId: 7, text: '' })
    expect(action.setTitle).toHaveBeenLastCalledWith({ tabId: 7, title: 'Unmute' })
  })

  describe('when the reader changes their choices', () => {
    const redrawn = async (change: Parameters<typeof changeChoices>[0]) => {
      vi.clearAllMocks()
      await changeChoices(change)
      await new Promise((resolve) => setTimeout(resolve, 20))
    }
    beforeEach(async () => {
      Object.assign(browser.tabs, { onUpdated: { addListener: vi.fn() } })
      followTabs()
      await setBadge(7, badgeFor(confirmed, url))
    })

    it('follows the language, and the site off and on', async () => {
      await redrawn({ language: 'zh_CN' })
      expect(action.setTitle).toHaveBeenCalledWith({
        tabId: 7,
        title: expect.stringMatching(/^Unmute：已确认/),
      })
      await redrawn({ sites: { github: false } })
      expect(action.setBadgeText).toHaveBeenCalledWith({ tabId: 7, text: '' })
      await redrawn({ sites: { github: true } })
      expect(action.setBadgeText).toHaveBeenCalledWith({ tabId: 7, text: '!' })
    })

    it('brings nothing back that a load has taken off', async () => {
      colour = [217, 0, 0, 255]
      await redrawn({ language: 'zh_CN' })
      expect(action.setBadgeText).not.toHaveBeenCalled()
      expect(action.setTitle).not.toHaveBeenCalled()
    })
  })

  it('may be missing, and its tab may have closed', async () => {
    Object.assign(browser, { action: undefined })
    await expect(setBadge(7, badgeFor(confirmed, url))).resolves.toBeUndefined()
    Object.assign(browser, { action })
    vi.spyOn(console, 'warn').mockReturnValue()
    action.setBadgeText.mockRejectedValueOnce(new Error('No tab with id: 7.'))
    await expect(setBadge(7, badgeFor(confirmed, url))).resolves.toBeUndefined()
    await expect(setBadge(undefined, null)).resolves.toBeUndefined()
  })
})
