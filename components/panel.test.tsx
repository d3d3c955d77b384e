// @vitest-environment jsdom
import { render } from 'preact'
import { act } from 'preact/test-utils'
import { afterEach, describe, expect, test, vi } from 'vitest'
import type { Answer, Language } from '../diagnosis/explanation'
import { words } from '../locales/words'
import { exampleAnswer } from './example-answer'
import { Panel, type PanelProps } from './panel'
import { replyFor } from './reply'

const languages: Language[] = ['en', 'zh_CN']

function show(answer: Answer, props: Partial<PanelProps> = {}) {
  const root = document.createElement('div')
  document.body.append(root)
  const given: PanelProps = {
    answer,
    language: 'en',
    theme: { scheme: 'auto', highContrast: false },
    onLanguage: vi.fn(),
    onCopy: vi.fn(async () => {}),
    onDismiss: vi.fn(),
    onJump: vi.fn(),
    onMarks: vi.fn(),
    marksOn: true,
    ...props,
  }
  act(() => render(<Panel {...given} />, root))
  const all = (selector: string) => [...root.querySelectorAll<HTMLElement>(selector)]
  const button = (text: string) => {
    const found = all('button').find((element) =>
      (element.getAttribute('aria-label') ?? element.textContent).startsWith(text),
    )
    if (!found) throw new Error(`no button “${text}”`)
    return found
  }
  const click = (element: HTMLElement) =>
    act(async () => {
      element.click()
      // The clipboard answers some microtasks later.
      for (let turn = 0; turn < 5; turn++) await Promise.resolve()
    })
  const unfoldSections = async () => {
    for (const folded of all('.disclosure > [aria-expanded="false"]')) await click(folded)
  }
  return {
    root,
    given,
    all,
    button,
    click,
    unfoldSections,
    text: () => root.textContent,
    find: (s: string) => all(s)[0],
  }
}

afterEach(() => {
  document.body.replaceChildren()
  vi.useRealTimers()
})

describe.each(languages)('in %s', (language) => {
  const table = words[language]

  test('confirmed opens with everything, the most useful first', async () => {
    const answer = exampleAnswer(['confirmed'])
    const [explanation] = answer.explanations[language]
    const { text, all, find, unfoldSections } = show(answer, { language })
    await unfoldSections()
    expect(text()).not.toMatch(/undefined|\[object|null/)
    expect(find('h2')!.textContent).toBe(explanation!.sentence)
    expect(find('.badge')!.textContent).toContain(table.panel.verdict.confirmed)
    expect(find('.setup')!.textContent).toBe(table.panel.setupOf('linxi', true))
    expect(all('h3').map((heading) => heading.textContent)).toEqual([
      table.ruler.title('peft'),
      table.fixes.title,
      table.evidence.title,
      table.series.title,
      table.chain.title(4),
      table.differential.title(3),
      ...explanation!.guides.map(({ title }) => title),
      table.links.title,
    ])
    expect(find('[lang]')!.lang).toBe(language === 'en' ? 'en' : 'zh-CN')
  })

  test.each(['cannot-tell', 'at-risk', 'ruled-out'] as const)(
    '%s is one line until it is clicked',
    async (verdict) => {
      const { all, find, click } = show(exampleAnswer([verdict]), { language })
      const fold = find('.fold')!
      expect(fold.getAttribute('aria-expanded')).toBe('false')
      expect(all('h3, footer.foot')).toEqual([])
      await click(fold)
      expect(fold.getAttribute('aria-expanded')).toBe('true')
      expect(document.getElementById(fold.getAttribute('aria-controls')!)!.hidden).toBe(false)
      expect(all('footer.foot')).toHaveLength(1)
      await click(fold)
      expect(all('h3, footer.foot')).toEqual([])
    },
  )

  test('cannot-tell asks before it advises; ruled-out shows the look-alikes and no fix', async () => {
    const unknown = show(exampleAnswer(['cannot-tell']), { language })
    await unknown.click(unknown.find('.fold')!)
    expect(unknown.find('h3')!.textContent).toBe(table.missing.cannotTell)
    expect(unknown.all('.missing li')).toHaveLength(2)
    expect(unknown.find('.missing pre')!.textContent).toBe('pip freeze')
    const out = show(exampleAnswer(['ruled-out']), { language })
    await out.click(out.find('.fold')!)
    expect(out.all('.fixes')).toEqual([])
    expect(out.button(table.differential.ruledOut).getAttribute('aria-expanded')).toBe('true')
    expect(out.find('[data-pointed-to] .tag')!.textContent).toBe(table.differential.pointedTo)
  })

  test('the pictures have words', () => {
    const { find } = show(exampleAnswer(['confirmed']), { language })
    const ruler = find('.ruler')!.getAttribute('aria-label')!
    for (const part of ['0.7 – 0.11', '0.9.0', '0.6.0', '>=0.12.0,<0.14.0']) expect(ruler).toContain(part)
    const curve = find('.series svg')!.getAttribute('aria-label')!
    for (const part of ['20', '4.875', '0.0']) expect(curve).toContain(part)
  })

  test('a note is one line with its fixes behind it', async () => {
    const answer = exampleAnswer([], true)
    const { find, all, click } = show(answer, { language })
    expect(find('h2')!.textContent).toBe(answer.notes[language][0]!.text)
    expect(all('.fixes')).toEqual([])
    await click(find('.fold')!)
    expect(all('.fixes > li')).toHaveLength(3)
  })
})

test('of several diagnoses the first is open, and each unfolds for itself', async () => {
  const { all, click } = show(exampleAnswer(['confirmed', 'likely', 'ruled-out'], true))
  const states = () => all('.fold').map((fold) => fold.getAttribute('aria-expanded'))
  expect(states()).toEqual(['true', 'false', 'false', 'false'])
  await click(all('.fold')[1]!)
  expect(states()).toEqual(['true', 'true', 'false', 'false'])
  await click(all('.fold')[0]!)
  expect(states()).toEqual(['false', 'true', 'false', 'false'])
})

test('nothing to say shows nothing', () => {
  expect(show(exampleAnswer([])).root.innerHTML).toBe('')
})

describe('the fixes', () => {
  const numbers = (items: HTMLElement[]) => items.map((item) => (item as HTMLLIElement).value)
  const { more, workaround, reportedBy } = words.en.fixes

  test('the first is whole, the next are lines, and what the thread reports to work is among them', async () => {
    const { all, find, button, click } = show(exampleAnswer())
    expect(numbers(all('.fixes > li'))).toEqual([1, 2, 3, 4])
    expect(all('.fixes > li')[3]!.querySelector('summary')!.textContent).toContain(reportedBy('linxi'))
    expect(all('.fixes > li')[0]!.querySelector('.fix-limits')).not.toBeNull()
    expect(all('.fixes > li:first-child details')).toEqual([])
    expect(all('.fixes details[open]')).toEqual([])
    expect(find('.no-fix')).toBeUndefined()
    await click(button(more(1)))
    expect(numbers(all('.fixes > li'))).toEqual([1, 2, 3, 4, 5])
    expect(all('.fixes > li')[4]!.textContent).toContain(workaround)
    expect(find('.no-fix')!.textContent).toContain('gradient clipping')
    await click(button(words.en.panel.fewer))
    expect(all('.fixes > li')).toHaveLength(4)
  })

  test('a report further down comes forward with its own number', () => {
    const answer = exampleAnswer()
    const { fixes } = answer.explanations.en[0]!
    fixes[4]!.reportedBy = fixes[3]!.reportedBy
    delete fixes[3]!.reportedBy
    expect(numbers(show(answer).all('.fixes > li'))).toEqual([1, 2, 3, 5])
  })

  test('a line copies its code, and leads to the report once it is unfolded', async () => {
    const answer = exampleAnswer()
    const { all, given, click } = show(answer)
    const { fixes } = answer.explanations.en[0]!
    await click(all('.fixes > li')[1]!.querySelector<HTMLElement>('.fix-copy')!)
    expect(given.onCopy).toHaveBeenCalledExactlyOnceWith(fixes[1]!.code)
    await click(all('.fixes > li')[3]!.querySelector<HTMLElement>('details > .link-button')!)
    expect(given.onJump).toHaveBeenCalledExactlyOnceWith(fixes[3]!.reportedBy)
  })

  test('without further fixes it still unfolds what does not help', async () => {
    const answer = exampleAnswer()
    answer.explanations.en[0]!.fixes.length = 2
    const { find, button, click } = show(answer)
    await click(button(words.en.fixes.noHelp))
    expect(find('.no-fix')).toBeDefined()
  })

  test.each(['confirmed', 'likely'] as const)(
    '%s: what is lost is only said where it is certain',
    (verdict) => {
      const answer = exampleAnswer([verdict])
      const { warning } = answer.explanations.en[0]!.guides[1]!
      expect(show(answer).find('.asides')!.textContent.includes(warning!)).toBe(verdict === 'confirmed')
    },
  )

  test('the link beside them unfolds its guide, and leaves it unfolded', async () => {
    const { button, find, click } = show(exampleAnswer())
    for (let times = 0; times < 2; times++) {
      await click(button('Check a file'))
      expect(find('.disclosed')!.textContent).toContain('not finite')
      expect(document.activeElement).toBe(button('Is a saved adapter dead?'))
    }
  })
})

test('links: the first few in the footer, all of them with what they say behind a line', async () => {
  const answer = exampleAnswer()
  const { links } = answer.explanations.en[0]!
  links.push(
    ...[1, 2].map((n) => ({ url: `https://example.invalid/${n}`, label: `#${n}`, what: `more ${n}` })),
  )
  const { all, find, button, click } = show(answer)
  expect(all('.short-links a').map((link) => (link as HTMLAnchorElement).href)).toEqual(
    links.slice(0, 3).map(({ url }) => url),
  )
  expect(find('.links')).toBeUndefined()
  await click(button(words.en.links.title))
  expect(all('.links > li').map((link) => link.textContent)).toEqual(
    links.map(({ label, what }) => expect.stringMatching(`^${label} .*${what}$`)),
  )
})

test('a long line is cut for the eye, and whole for the ear and the pointer', () => {
  const answer = exampleAnswer()
  const [, long] = answer.explanations.en[0]!.evidence
  const line = show(answer).all('.evidence > li')[1]!
  const [short, whole] = line.querySelectorAll<HTMLElement>('q')
  expect(short!.textContent).toMatch(/^….*torch_dtype=torch\.half/)
  expect(short!.textContent.length).toBeLessThan(30)
  expect(short!.getAttribute('aria-hidden')).toBe('true')
  expect(whole!.textContent).toBe(long!.quote.text)
  expect(line.querySelector('button')!.title).toContain(long!.quote.text)
})

test('evidence leads to its line; a cure looks different; without a page lines are no buttons', async () => {
  const answer = exampleAnswer()
  const { all, given, click } = show(answer)
  const lines = all('.evidence > li')
  expect(lines.map((line) => line.dataset.cure)).toEqual([
    undefined,
    undefined,
    undefined,
    undefined,
    undefined,
    'true',
  ])
  expect(lines[2]!.querySelector('mark')!.textContent).toBe('loss 一直是 0.0')
  await click(lines[2]!.querySelector('button')!)
  expect(given.onJump).toHaveBeenCalledExactlyOnceWith(answer.explanations.en[0]!.evidence[2])
  expect(show(answer, { onJump: undefined }).all('.evidence button')).toEqual([])
})

test.each(languages)(
  'in %s, a paste is about you, and a thread without names about its reporter',
  (language) => {
    const { panel } = words[language]
    for (const [author, setup, name] of [
      ['you', panel.yourSetup, panel.you],
      ['reporter', panel.reporterSetup, panel.reporter],
    ] as const) {
      const answer = exampleAnswer()
      const [explanation] = answer.explanations[language]
      explanation!.about = author
      for (const line of explanation!.evidence) line.author = author
      const { find } = show(answer, { language })
      expect(find('.setup')!.textContent).toBe(setup)
      expect(find('.evidence-author')!.textContent).toBe(name)
    }
  },
)

test('copying a command says so, and stops saying so', async () => {
  vi.useFakeTimers()
  const { button, find, given, click } = show(exampleAnswer())
  const copy = button('Copy')
  await click(copy)
  expect(given.onCopy).toHaveBeenCalledExactlyOnceWith('pip install "peft>=0.12.0,<0.14.0"')
  expect(copy.textContent).toMatch(/^Copied/)
  expect(find('[role=status]')!.textContent).toBe('Copied')
  act(() => void vi.advanceTimersByTime(3000))
  expect(copy.textContent).toMatch(/^Copy /)
  expect(find('[role=status]')!.textContent).toBe('')
})

test('a refused clipboard is admitted', async () => {
  const { button, find, click } = show(exampleAnswer(), { onCopy: () => Promise.reject(new Error('denied')) })
  await click(button('Copy'))
  expect(button('Copy').textContent).not.toMatch(/^Copied/)
  expect(find('[role=status]')!.textContent).toBe(words.en.panel.copyFailed)
})

test("the footer copies the reply in the thread's language, switches language and marks, dismisses", async () => {
  const answer = exampleAnswer(['confirmed', 'likely'])
  answer.report.language = 'zh_CN'
  const { button, given, click } = show(answer)
  await click(button(words.en.panel.reply))
  expect(given.onCopy).toHaveBeenCalledWith(replyFor(answer.explanations.zh_CN[0]!, 'zh_CN'))
  await click(button('中文'))
  expect(given.onLanguage).toHaveBeenCalledExactlyOnceWith('zh_CN')
  expect(button(words.en.panel.marks).getAttribute('aria-pressed')).toBe('true')
  await click(button(words.en.panel.marks))
  expect(given.onMarks).toHaveBeenCalledExactlyOnceWith(false)
  await click(button(words.en.panel.dismiss))
  expect(given.onDismiss).toHaveBeenCalledOnce()
})

test('a folded panel can be dismissed too', async () => {
  const { button, given, click } = show(exampleAnswer(['cannot-tell']))
  await click(button(words.en.panel.dismiss))
  expect(given.onDismiss).toHaveBeenCalledOnce()
})

test('in a corner it collapses to its bar, and what was unfolded stays so', async () => {
  const { button, find, all, click } = show(exampleAnswer(), { floating: true })
  await click(button(words.en.panel.collapse))
  expect(find('.scroll')!.hidden).toBe(true)
  expect(find('.bar')!.textContent).toContain(words.en.panel.verdict.confirmed)
  await click(button(words.en.panel.expand))
  expect(find('.scroll')!.hidden).toBe(false)
  expect(all('.fixes')).toHaveLength(1)
})

test('text of the page is never markup', () => {
  const hostile = '<img src=x onerror=alert(1)><script>1</script>**b**'
  const answer = exampleAnswer()
  const [explanation] = answer.explanations.en
  explanation!.about = hostile
  explanation!.links.push({ url: 'javascript:alert(1)', label: hostile, what: hostile })
  for (const line of explanation!.evidence) {
    line.author = hostile
    line.quote = { text: hostile, start: 0, end: 8 }
  }
  explanation!.ruler!.marks = [{ version: hostile, stance: 'cure', author: hostile }]
  const { all, find } = show(answer)
  expect(all('img, script')).toEqual([])
  expect(find('.evidence .unseen')!.textContent).toBe(hostile)
  expect(find('.evidence .evidence-author')!.textContent).toBe(hostile)
  expect(all('a').every((link) => (link as HTMLAnchorElement).protocol === 'https:')).toBe(true)
  expect(all('a').every((link) => (link as HTMLAnchorElement).rel === 'noopener noreferrer')).toBe(true)
})

test('no style attribute is written as text: strict pages would drop it', () => {
  const { root } = show(exampleAnswer())
  const ruler = root.querySelector<HTMLElement>('.ruler')!
  expect(ruler.style.getPropertyValue('--unmute-columns')).toContain('minmax')
  expect(root.querySelectorAll('style')).toHaveLength(0)
})

test('a nan gradient shows up a 0.0 as a hidden NaN, and says nothing new beside a nan', () => {
  const answer = exampleAnswer()
  const { series } = answer.explanations.en[0]!
  const caption = () => show(answer).all('.series figcaption p').at(-1)!.textContent
  const { gradNorm } = words.en.series
  expect(caption()).toBe(gradNorm['nan-behind-zero'])
  series!.points = series!.points.map((point) => (point.loss === 0 ? { ...point, loss: 'nan' } : point))
  expect(caption()).toBe(gradNorm.nan)
})

test('a log without steps is told by lines, and one that is zero from its first line has no curve', () => {
  const answer = exampleAnswer()
  const [explanation] = answer.explanations.en
  explanation!.series = {
    points: [{ loss: 2 }, { loss: 1.5 }, { loss: 'nan' }],
    length: 3,
    shape: 'finite-then-nan',
    breakAt: 2,
    finiteBefore: 2,
  }
  const caption = show(answer).find('.series figcaption')!.textContent
  expect(caption).toContain('line 3')
  expect(caption).toContain('nan')
  explanation!.series.points = [{ loss: 0 }, { loss: 'nan' }]
  explanation!.series.breakAt = 0
  expect(show(answer).all('.series circle')).toEqual([])
})
