// @vitest-environment jsdom
import { render } from 'preact'
import { act } from 'preact/test-utils'
import { expect, test } from 'vitest'
import { Inline, plainText, Prose } from './markdown'

function html(text: string, block = false): string {
  const root = document.createElement('div')
  act(() => render(block ? <Prose text={text} /> : <Inline text={text} />, root))
  return root.firstElementChild!.innerHTML
}

test('inline code, bold and links', () => {
  expect(html('AdamW’s `eps=1e-8` is **zero in `float16`**')).toBe(
    'AdamW’s <code>eps=1e-8</code> is <strong>zero in <code>float16</code></strong>',
  )
  const link = document.createElement('div')
  link.innerHTML = html('see [PR #1106](https://example.org/1106?a=1&b=2)')
  const anchor = link.querySelector('a')!
  expect(anchor.href).toBe('https://example.org/1106?a=1&b=2')
  expect([anchor.target, anchor.rel, anchor.textContent]).toEqual([
    '_blank',
    'noopener noreferrer',
    'PR #1106',
  ])
})

test('code spans with longer fences, and escaped characters', () => {
  expect(html('``a ` b`` and `` `x` ``')).toBe('<code>a ` b</code> and <code>`x`</code>')
  expect(html('by lin\\_xi\\*')).toBe('by lin_xi*')
  expect(html('`a\\_b`')).toBe('<code>a\\_b</code>')
  expect(html('a lone ` and ** stay')).toBe('a lone ` and ** stay')
})

test('paragraphs and lists', () => {
  expect(html('one\ntwo\n\nthree', true)).toBe('<p>one two</p><p>three</p>')
  expect(html('before:\n- a\n  more\n- b', true)).toBe('<p>before:</p><ul><li>a more</li><li>b</li></ul>')
  expect(html('1. a\n2. `b`', true)).toBe('<ol><li>a</li><li><code>b</code></li></ol>')
})

test('HTML is text, and only web links are links', () => {
  const hostile = [
    '<img src=x onerror=alert(1)>',
    '`<script>alert(1)</script>`',
    '[a](javascript:alert(1))',
    '[a](data:text/html,<b>)',
    '**<svg onload=alert(1)>**',
    '[<b>x</b>](https://example.org/"onmouseover="alert(1))',
  ]
  for (const text of hostile) {
    const root = document.createElement('div')
    act(() => render(<Prose text={text} />, root))
    expect(root.querySelector('img, script, svg, b')).toBeNull()
    for (const element of root.querySelectorAll('*'))
      for (const { name, value } of element.attributes) {
        expect(['class', 'href', 'target', 'rel']).toContain(name)
        if (name === 'href') expect(value).toMatch(/^https:/)
      }
  }
})

test('new text replaces the old', () => {
  const root = document.createElement('div')
  act(() => render(<Inline text="`one`" />, root))
  act(() => render(<Inline text="**two**" />, root))
  expect(root.firstElementChild!.innerHTML).toBe('<strong>two</strong>')
})

test('plain text drops the markup', () => {
  expect(plainText('cast after `get_peft_model`, **always** <now>')).toBe(
    'cast after get_peft_model, always <now>',
  )
})
