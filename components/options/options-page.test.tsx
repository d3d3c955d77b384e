// @vitest-environment jsdom
import { render } from 'preact'
import { act } from 'preact/test-utils'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { languages } from '../../locales/language'
import { optionsWords } from '../../locales/words/options'
import { OptionsPage, type OptionsPageProps } from './options-page'

const none = { dismissed: 0, pastes: 0, selections: 0 }

function show(props: Partial<OptionsPageProps> = {}) {
  const root = document.createElement('div')
  document.body.append(root)
  const given: OptionsPageProps = {
    language: 'en',
    chosenLanguage: 'browser',
    marks: true,
    sites: [
      { id: 'github', host: 'github.com', on: true, granted: true },
      { id: 'huggingface', host: 'huggingface.co', on: true, granted: true },
    ],
    kept: none,
    about: {
      version: '1.2.3',
      rulesDate: '2026-11-24',
      introduction: 'welcome.html',
      catalogue: 'catalogue.html',
    },
    failed: false,
    onLanguage: vi.fn(),
    onMarks: vi.fn(),
    onSite: vi.fn(),
    onAllow: vi.fn(async () => true),
    onForget: vi.fn(async () => true),
    ...props,
  }
  const draw = (more: Partial<OptionsPageProps> = {}) =>
    act(() => render(<OptionsPage {...given} {...more} />, root))
  void draw()
  const byText = (text: string) => {
    const found = [...root.querySelectorAll('button')].find((button) => button.textContent === text)
    if (!found) throw new Error(`no button “${text}”`)
    return found
  }
  const click = (element: HTMLElement) =>
    act(async () => {
      element.click()
      for (let turn = 0; turn < 5; turn++) await Promise.resolve()
    })
  const named = (name: string) =>
    [...root.querySelectorAll<HTMLInputElement>('[role="switch"]')].find(
      (input) => document.getElementById(input.getAttribute('aria-labelledby')!)?.textContent === name,
    )!
  return { root, given, draw, byText, click, named, text: () => root.textContent ?? '' }
}

afterEach(() => document.body.replaceChildren())

describe.each(languages)('in %s', (language) => {
  const words = optionsWords[language]

  test('every control says what it is, and reports what was chosen', async () => {
    const { root, given, named, click } = show({ language })
    await click(named(words.pages.marks))
    expect(given.onMarks).toHaveBeenCalledWith(false)
    await click(named('huggingface.co'))
    expect(given.onSite).toHaveBeenCalledWith('huggingface', false)
    await click(root.querySelector<HTMLElement>('input[value="zh_CN"]')!)
    expect(given.onLanguage).toHaveBeenCalledWith('zh_CN')
    expect(
      root.querySelector<HTMLInputElement>('input[value="browser"]')!.closest('label')!.textContent,
    ).toBe(words.language.browser)
  })

  test('about names the version, the day of the rules and what happens to what is read', () => {
    const { text, root } = show({ language })
    expect(text()).toContain(words.about.version('1.2.3'))
    expect(text()).toContain(language === 'en' ? 'November 24, 2026' : '2026年11月24日')
    expect(text()).toContain(words.about.privacy)
    expect([...root.querySelectorAll('a')].map((link) => link.getAttribute('href'))).toEqual([
      'welcome.html',
      'catalogue.html',
    ])
  })

  test('privacy takes three sentences', () => {
    expect(words.about.privacy.match(language === 'en' ? /\.(?= |$)/g : /。/g)).toHaveLength(3)
  })

  test('forgetting is asked once more; the harmless answer has the focus', async () => {
    const kept = { dismissed: 2, pastes: 0, selections: 0 }
    const { given, byText, click, draw, text, root } = show({ language, kept })
    await click(byText(words.stored.forget))
    expect(given.onForget).not.toHaveBeenCalled()
    expect(text()).toContain(words.stored.question(kept))
    expect(document.activeElement).toBe(byText(words.stored.no))
    await click(byText(words.stored.no))
    expect(given.onForget).not.toHaveBeenCalled()
    expect(text()).not.toContain(words.stored.question(kept))

    await click(byText(words.stored.forget))
    await click(byText(words.stored.yes))
    expect(given.onForget).toHaveBeenCalledOnce()
    await draw({ kept: none })
    expect(root.querySelector('.told')!.textContent).toBe(words.stored.forgotten(kept))
    expect(text()).toContain(words.stored.nothing)
  })

  test('what was not forgotten is not said to be', async () => {
    const kept = { dismissed: 0, pastes: 1, selections: 1 }
    const { byText, click, root, text } = show({ language, kept, onForget: async () => false })
    await click(byText(words.stored.forget))
    await click(byText(words.stored.yes))
    expect(root.querySelector('.told')!.textContent).toBe('')
    for (const line of words.stored.kept(kept)) expect(text()).toContain(line)
  })

  test('a site that the browser withholds can be asked for', async () => {
    const sites: OptionsPageProps['sites'] = [
      { id: 'github', host: 'github.com', on: true, granted: false },
      { id: 'huggingface', host: 'huggingface.co', on: false, granted: false },
    ]
    const onAllow = vi.fn(async () => false)
    const { byText, click, text } = show({ language, sites, onAllow })
    expect(text()).toContain(words.access.missing('github.com'))
    // Nobody asks for a site that the reader has switched off.
    expect(text()).not.toContain(words.access.missing('huggingface.co'))
    await click(byText(words.access.allow('github.com')))
    expect(onAllow).toHaveBeenCalledWith('github')
    expect(text()).toContain(words.access.refused)
  })

  test('says when the browser did not save', () => {
    expect(show({ language, failed: true }).root.querySelector('[role="alert"]')!.textContent).toBe(
      words.failed,
    )
  })
})
