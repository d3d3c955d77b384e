/** What is read of a selection: its text with the line breaks that a copy would have. */
import { expect, test } from './fixtures'
import { addresses } from './pages'
import { log, read } from './selected'

test.describe('what is read', () => {
  const cases: [name: string, html: string, text: string][] = [
    ['lines of a pre', `<pre id="it">${log}</pre>`, log],
    [
      'lines in boxes',
      '<div id="it"><div>peft==0.9.0</div><div>torch==2.1.2</div></div>',
      'peft==0.9.0\ntorch==2.1.2',
    ],
    ['broken lines', '<p id="it">one<br>two  <b>thr</b>ee<br><br>four</p>', 'one\ntwo three\n\nfour'],
    [
      'paragraphs',
      '<div id="it"><p>one\n two</p><ul><li>three</li><li>four</li></ul></div>',
      'one two\n\nthree\nfour',
    ],
    [
      'a table',
      '<table id="it"><tr><th>Step</th><th>Loss</th></tr><tr><td><p>10</p></td><td>0.0</td></tr><tr><td>20</td><td></td></tr><tr><td>30</td><td>1</td></tr></table>',
      'Step\tLoss\n10\t0.0\n20\n30\t1',
    ],
    [
      'rows of boxes',
      '<div id="it"><div style="display:flex"><span>peft</span><span>0.9.0</span></div><div style="display:flex"><span>torch</span><span>2.1.2</span></div></div>',
      'peft\t0.9.0\ntorch\t2.1.2',
    ],
    [
      'no hidden text and no line numbers',
      '<div id="it">a<span hidden>b</span><span style="visibility:hidden">c<i style="visibility:visible">d</i></span><span style="user-select:none">1 <i>2</i></span><script>e</script>f</div>',
      'adf',
    ],
    [
      'a shadow tree',
      '<log-view id="it"><template shadowrootmode="open"><pre>one\ntwo</pre><slot></slot></template><b>three</b></log-view>',
      'one\ntwo\n\nthree',
    ],
  ]
  for (const [name, html, text] of cases)
    test(name, async ({ extension, page }) => {
      extension.serve(addresses.unrelated, `<!doctype html><p>before</p>${html}<p>after</p>`)
      await page.goto(addresses.unrelated)
      await page.evaluate(() => {
        const range = document.createRange()
        range.selectNode(document.getElementById('it') as Element)
        getSelection()?.addRange(range)
      })
      expect((await read(extension.background, page))?.trim()).toBe(text)
    })

  test('a selection inside a shadow tree', async ({ extension, page }) => {
    for (const mode of ['open', 'closed']) {
      extension.serve(
        addresses.unrelated,
        `<!doctype html><p>before</p><log-view><template shadowrootmode="${mode}"><pre>one\ntwo\nthree</pre></template></log-view>`,
      )
      await page.goto(addresses.unrelated)
      const box = await page.locator('log-view').boundingBox()
      await page.mouse.click((box?.x ?? 0) + 5, (box?.y ?? 0) + (box?.height ?? 0) / 2, { clickCount: 3 })
      expect((await read(extension.background, page))?.trim(), mode).toBe('two')
    }
  })

  test('a part of a text, from the middle of one node to the middle of another', async ({
    extension,
    page,
  }) => {
    extension.serve(addresses.unrelated, '<!doctype html><p>one two</p><p>three four</p><p>five</p>')
    await page.goto(addresses.unrelated)
    await page.evaluate(() => {
      const [first, second] = document.querySelectorAll('p')
      getSelection()?.setBaseAndExtent(second!.firstChild!, 5, first!.firstChild!, 4)
    })
    expect(await read(extension.background, page)).toBe('two\n\nthree')
  })

  test('no password', async ({ extension, page }) => {
    extension.serve(addresses.unrelated, '<!doctype html><input type="password" value="peft==0.9.0">')
    await page.goto(addresses.unrelated)
    await page.locator('input').selectText()
    expect(await read(extension.background, page)).toBeUndefined()
  })
})
