// @vitest-environment jsdom
import { render } from 'preact'
import { act } from 'preact/test-utils'
import { afterEach, describe, expect, it } from 'vitest'
import type { Answer, Language } from '../diagnosis/explanation'
import { exampleAnswer } from './example-answer'
import { Panel } from './panel'

/** Two diagnoses of one setup that one package clears. */
function cleared(): Answer {
  const answer = exampleAnswer(['confirmed', 'likely'])
  const [first] = answer.explanations.en[0]!.fixes
  const same = (language: Language) =>
    answer.explanations[language].map((explanation, index) => ({
      ...explanation,
      rule: `rule-${index}`,
      name: `${explanation.name} ${index}`,
      about: 'ada',
      sharedFix: first!.id,
    }))
  return {
    ...answer,
    explanations: { en: same('en'), zh_CN: same('zh_CN') },
    changes: [
      {
        about: 'ada',
        from: { widget: '1.9' },
        command: 'pip install "widget>=2.0,<3"',
        clears: [0, 1],
      },
    ],
  }
}

function show(answer: Answer, language: Language): HTMLElement {
  const root = document.createElement('div')
  document.body.append(root)
  const theme = { scheme: 'auto' as const, highContrast: false }
  act(() =>
    render(
      <Panel
        answer={answer}
        language={language}
        theme={theme}
        onLanguage={() => {}}
        onCopy={async () => {}}
      />,
      root,
    ),
  )
  return root
}

afterEach(() => document.body.replaceChildren())

describe('a change that clears several diagnoses', () => {
  it.each(['en', 'zh_CN'] as const)('stands above them with its command and their names, %s', (language) => {
    const answer = cleared()
    const change = show(answer, language).querySelector('.change')!
    expect(change.textContent).toContain('pip install "widget>=2.0,<3"')
    expect(change.textContent).toContain('1.9')
    expect([...change.querySelectorAll('.cleared > li')].map((item) => item.textContent)).toEqual(
      answer.explanations[language].map(({ name }) => name),
    )
  })

  it('is not said again among the fixes', () => {
    const answer = cleared()
    const card = show(answer, 'en').querySelector('.card[data-open]')!
    const [shared, second] = answer.explanations.en[0]!.fixes
    const titles = [...card.querySelectorAll('.fix-title')].map(({ textContent }) => textContent)
    expect(titles[0]).toContain(second!.title.replace(/`/g, ''))
    expect(titles.join()).not.toContain(shared!.title.replace(/`/g, ''))
    expect(card.textContent).toContain('The change at the top clears this too.')
  })

  it('is absent where there is none', () => {
    expect(show(exampleAnswer(['confirmed', 'likely']), 'en').querySelector('.change')).toBeNull()
  })
})
