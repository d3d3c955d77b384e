// @vitest-environment jsdom
import { render } from 'preact'
import { act } from 'preact/test-utils'
import { afterEach, describe, expect, it } from 'vitest'
import { catalogueOf } from '../../diagnosis/catalogue'
import type { Language } from '../../diagnosis/explanation'
import { rules } from '../../rules'
import { CataloguePage } from './catalogue-page'

const catalogue = { en: catalogueOf(rules, 'en'), zh_CN: catalogueOf(rules, 'zh_CN') }

function show(language: Language, first?: string) {
  Element.prototype.scrollIntoView = () => {}
  const root = document.createElement('div')
  document.body.append(root)
  const draw = () =>
    render(
      <CataloguePage
        catalogue={catalogue}
        language={language}
        onLanguage={() => {}}
        onCopy={async () => {}}
        first={first}
      />,
      root,
    )
  act(draw)
  const ids = () => [...root.querySelectorAll('.entry')].map(({ id }) => id)
  const type = (text: string) => {
    const input = root.querySelector('input')!
    input.value = text
    act(() => void input.dispatchEvent(new Event('input', { bubbles: true })))
  }
  const choose = (name: string) => {
    const select = root.querySelector('select')!
    select.value = name
    act(() => void select.dispatchEvent(new Event('change', { bubbles: true })))
  }
  return { root, ids, type, choose }
}

afterEach(() => document.body.replaceChildren())

describe('the catalogue', () => {
  it.each(['en', 'zh_CN'] as const)('lists every rule once, %s', (language) => {
    expect(show(language).ids().sort()).toEqual(rules.map(({ id }) => id).sort())
  })

  it('finds by the words of a message, and says when nothing is found', () => {
    const { ids, type, root } = show('en')
    type('EncoderDecoderCache import')
    expect(ids()).toEqual(['peft-encoder-decoder-cache'])
    type('no such words anywhere')
    expect(ids()).toEqual([])
    expect(root.querySelector('[role=status]')!.textContent).toContain('Nothing here matches')
  })

  it('filters by package', () => {
    const { ids, choose } = show('zh_CN')
    choose('transformers')
    expect(ids()).toContain('peft-encoder-decoder-cache')
    expect(ids()).not.toContain('mute-model')
  })

  it('unfolds the entry that a link leads to', () => {
    const { root } = show('en', 'mute-model')
    const [open, ...others] = root.querySelectorAll('.entry[open]')
    expect(open?.id).toBe('mute-model')
    expect(others).toEqual([])
    expect(open?.textContent).toContain('pip install')
  })
})
