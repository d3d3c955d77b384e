// @vitest-environment jsdom
import { describe, expect, it, vi } from 'vitest'
import { readText } from './text'

// a busy machine is no failure: nothing here measures time
vi.setConfig({ testTimeout: 60_000 })

/** Parses markup as a page would have it, connected to the document. */
function element(html: string): Element {
  document.body.innerHTML = `<div>${html}</div>`
  return document.body.firstElementChild!
}
const read = (html: string) => readText(element(html)).text

describe('readText', () => {
  it('reads paragraphs, line breaks and headings as lines', () => {
    expect(read('<h3>Env</h3>\n<p>torch 2.1<br>\npeft 0.9</p>\n<p>next</p>')).toBe(
      '### Env\n\ntorch 2.1\npeft 0.9\n\nnext',
    )
    expect(read('a<br>b<br><br>c')).toBe('a\nb\n\nc')
  })

  it('keeps code as it stands, between fences', () => {
    expect(
      read(
        '<p>run</p><div class="highlight"><pre><span>for</span> x:\n    y  z\n\n\tw\n</pre></div><p>end</p>',
      ),
    ).toBe('run\n\n```\nfor x:\n    y  z\n\n\tw\n```\n\nend')
    expect(read('<pre><code>one</code></pre>')).toBe('```\none\n```')
    expect(read('<pre>a<br>b<div>c</div><div>d</div></pre>')).toBe('```\na\nb\nc\nd\n```')
  })

  it('chooses a fence that the code does not contain', () => {
    expect(read('<pre>```\nx\n```\n</pre>')).toBe('~~~\n```\nx\n```\n~~~')
  })

  it('puts backticks around inline code only', () => {
    expect(read('<p>use <code>torch.half</code> here, <code> x </code>.</p>')).toBe(
      'use `torch.half` here, `x`.',
    )
  })

  it('marks quotations on each line, code inside included', () => {
    expect(read('<p>a</p><blockquote><p>b<br>c</p><p>d</p><pre>e\nf\n</pre></blockquote><p>g</p>')).toBe(
      'a\n\n> b\n> c\n>\n> d\n>\n> ```\n> e\n> f\n> ```\n\ng',
    )
    expect(read('<blockquote>a<blockquote>b</blockquote></blockquote>')).toBe('> a\n>\n> > b')
    expect(read('<div class="email-quoted-reply">peft 0.9.0</div>')).toBe('> peft 0.9.0')
  })

  it('marks list items and checkboxes', () => {
    expect(read('<ul>\n<li>a</li>\n<li>b<ul>\n<li>c</li>\n</ul>\n</li>\n</ul><p>d</p>')).toBe(
      '- a\n- b\n- c\n\nd',
    )
    expect(read('<ol start="3"><li>a</li><li>b</li></ol>')).toBe('3. a\n4. b')
    expect(
      read(
        '<ul><li><input type="checkbox" checked disabled> yes</li><li><input type="checkbox">no</li></ul>',
      ),
    ).toBe('- [x] yes\n- [ ] no')
    expect(read('<ul><li><p>a</p></li><li></li><li><pre>b</pre></li></ul>')).toBe('- a\n\n- \n```\nb\n```')
  })

  it('reads a table row as a line', () => {
    expect(
      read(
        `<table><thead>\n<tr>\n<th>Training Loss</th>\n<th>Epoch\n</th></tr></thead>
         <tbody><tr><td>0.0 </td><td><p>1.0</p><p>x</p></td></tr><tr><td></td><td></td><td>2</td></tr></tbody></table>after`,
      ),
    ).toBe('| Training Loss | Epoch |\n| --- | --- |\n| 0.0 | 1.0 x |\n|  |  | 2 |\n\nafter')
    // a line of a file, with its number
    expect(read('<table><tr><td></td><td> a = 1 </td></tr><tr><td></td><td>b</td></tr></table>')).toBe(
      'a = 1\nb',
    )
    expect(read('<table><tr><td><p>a</p><p>b</p></td></tr></table>')).toBe('a\n\nb')
  })

  it('includes what is folded away', () => {
    expect(read('<details><summary>log</summary>\n<p>loss 0.0</p></details>')).toBe('log\n\nloss 0.0')
  })

  it('leaves out what is hidden and what is a control', () => {
    expect(
      read(
        `a<span hidden>b</span><script>c</script><style>d</style><template>e</template><svg><text>f</text></svg>
         <button>g</button><clipboard-copy>h</clipboard-copy><tool-tip>i</tool-tip><textarea>j</textarea>
         <div style="display: none">k</div><!-- l -->m`,
      ),
    ).toBe('a\nm')
  })

  it("sees through translators' and other extensions' wrappers", () => {
    expect(read('<p><font><font>训练 loss</font></font> <span class="x">为 <b>0</b></span></p>')).toBe(
      '训练 loss 为 0',
    )
  })

  it('keeps blanks inside a line, drops them at its ends', () => {
    expect(read('<p>  peft     0.9.0  \n  torch  2.1 </p>\n   <p> x </p>')).toBe(
      'peft     0.9.0\ntorch  2.1\n\nx',
    )
    expect(read('<p><b>a</b> <i>b</i>\t<u> c</u> </p>')).toBe('a b\tc')
  })

  it('walks nesting of any depth', () => {
    // jsdom itself recurses when nodes are put in, so these are bare stand-ins for nodes
    const bare = (tagName: string, firstChild: object | null, textContent = '') => ({
      nodeType: 1,
      nodeName: tagName,
      tagName,
      firstChild,
      nextSibling: null,
      parentNode: null as object | null,
      textContent,
      hasAttribute: () => false,
      getAttribute: () => null,
      classList: { contains: () => false },
    })
    const deep = (tagName: string) => {
      const innermost = { nodeType: 3, data: 'x', nextSibling: null, parentNode: null as object | null }
      let outer: { parentNode: object | null } = innermost
      for (let depth = 0; depth < 50_000; depth++) {
        const wrapper = bare(tagName, outer)
        outer.parentNode = wrapper
        outer = wrapper
      }
      return readText(outer as unknown as Element).text
    }
    expect(deep('DIV')).toBe('x')
    expect(deep('BLOCKQUOTE')).toBe('> '.repeat(12) + 'x')
    expect(deep('PRE')).toBe('```\nx\n```')
    expect(deep('LI')).toBe('- '.repeat(49_999) + 'x')
  })
})

describe('rangeOf', () => {
  const html = `<h2>Env</h2><p>peft <b>0.9</b>.0 and <code>torch</code><br>\nlast  line</p>
    <blockquote><pre>a\nb\nc\n</pre></blockquote><ul><li>one</li><li>two</li></ul>`

  it('gives back the very text for every slice without marks', () => {
    const { text, rangeOf } = readText(element(html))
    let compared = 0
    for (const word of ['Env', 'peft 0.9.0', '0.9.0 and ', 'torch', 'last  line', 'a', 'one', 'two']) {
      const start = text.indexOf(word)
      expect(start, word).toBeGreaterThanOrEqual(0)
      for (let from = 0; from < word.length; from++)
        for (let to = from + 1; to <= word.length; to++, compared++)
          expect(rangeOf(start + from, start + to)?.toString()).toBe(word.slice(from, to))
    }
    expect(compared).toBeGreaterThan(100)
  })

  it('spans lines, and leaves the marks between them out', () => {
    const { text, rangeOf } = readText(element(html))
    expect(rangeOf(text.indexOf('a\n> b'), text.indexOf('c\n>') + 1)?.toString()).toBe('a\nb\nc')
    expect(rangeOf(text.indexOf('one'), text.length)?.toString()).toBe('onetwo')
    expect(rangeOf(0, text.length)?.toString().startsWith('Env')).toBe(true)
  })

  it('puts marks beside the nearest text', () => {
    const { text, rangeOf, elementAt } = readText(element(html))
    const mark = rangeOf(0, 2)!
    expect([mark.collapsed, mark.startContainer.nodeValue]).toEqual([true, 'Env'])
    const end = rangeOf(text.indexOf('- two'), text.indexOf('- two') + 2)!
    expect([end.collapsed, end.startContainer.nodeValue]).toEqual([true, 'two'])
    expect(elementAt(0)?.tagName).toBe('H2')
    expect(elementAt(text.indexOf('torch'))?.tagName).toBe('CODE')
    expect(elementAt(text.length + 5)?.tagName).toBe('LI')
  })

  it('is null when there is no text or it has changed', () => {
    const empty = readText(element('<button>x</button>'))
    expect([empty.text, empty.rangeOf(0, 1), empty.elementAt(0)]).toEqual(['', null, null])
    const root = element('<p>peft 0.9.0</p>')
    const { rangeOf } = readText(root)
    root.querySelector('p')!.firstChild!.nodeValue = 'peft'
    expect(rangeOf(5, 10)).toBeNull()
    root.replaceChildren()
    expect(rangeOf(0, 4)).toBeNull()
  })
})
