import { beforeEach, describe, expect, it, vi } from 'vitest'
import { browser } from 'wxt/browser'
import { fakeBrowser } from 'wxt/testing/fake-browser'
import { diagnose } from '../../diagnosis/diagnose'
import { answer } from '../../diagnosis/explain/explain'
import { intake } from '../../diagnosis/intake'
import { READER } from '../../diagnosis/thread'
import { rules } from '../../rules'
import { releases } from '../../stack/releases'
import { badgeFor, setBadge, titleFor } from './badge'

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
  const action = {
    getTitle: vi.fn(async () => 'Unmute'),
    setTitle: vi.fn(async () => {}),
    setBadgeText: vi.fn(async () => {}),
    setBadgeBackgroundColor: vi.fn(async () => {}),
    setBadgeTextColor: vi.fn(async () => {}),
  }
  beforeEach(() => {
    fakeBrowser.reset()
    vi.clearAllMocks()
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
