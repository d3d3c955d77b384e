/** What the extension does to the page that somebody is reading: marks, a jump, and nothing else. */
import type { Page } from '@playwright/test'
import { expect, test } from './fixtures'
import { addresses, issuePage, loadLastComment } from './pages'
import { english, panelOn } from './panel'
import { confirmed, unrelatedAtFirst } from './threads'

const bodyWithoutPanel = (page: Page) =>
  page.evaluate(() => {
    const body = document.body.cloneNode(true) as HTMLElement
    for (const host of body.querySelectorAll('unmute-panel')) host.remove()
    return body.outerHTML
  })

test("marks the lines without touching the page's nodes", async ({ extension, page }) => {
  // What the parser made of the page, before any content script runs.
  await page.addInitScript(() => {
    document.addEventListener('readystatechange', () => {
      if (document.readyState === 'interactive')
        (window as unknown as { parsed: string }).parsed = document.body.outerHTML
    })
  })
  extension.serve(addresses.issue, issuePage(confirmed))
  await page.goto(addresses.issue)
  await expect(panelOn(page).verdict('confirmed')).toBeVisible()

  const marked = () =>
    page.evaluate(() =>
      [...CSS.highlights]
        .filter(([name]) => name.startsWith('unmute'))
        .flatMap(([, highlight]) => [...highlight].map((range) => (range as Range).toString())),
    )
  await expect.poll(marked).toContain('0.9.0')
  expect(await bodyWithoutPanel(page)).toBe(
    await page.evaluate(() => (window as unknown as { parsed: string }).parsed),
  )
})

test('the marks are drawn', async ({ extension, page }) => {
  extension.serve(addresses.issue, issuePage(confirmed))
  await page.goto(addresses.issue)
  await expect(panelOn(page).verdict('confirmed')).toBeVisible()
  await expect
    .poll(() =>
      page.evaluate(() =>
        [...CSS.highlights.keys()]
          .filter((name) => name.startsWith('unmute'))
          .map((name) => getComputedStyle(document.body, `::highlight(${name})`))
          .some(
            (style) =>
              style.textDecorationLine !== 'none' || !/^rgba\(0, 0, 0, 0\)$/.test(style.backgroundColor),
          ),
      ),
    )
    .toBe(true)
})

test('the jump brings the quoted line into view', async ({ extension, page }) => {
  const long = { ...confirmed, blocks: [...confirmed.blocks] }
  // The line stands far below what the window shows.
  const [description, ...comments] = long.blocks
  if (!description) throw new Error('The thread has no description.')
  long.blocks = [
    { ...description, text: `${'Some words before the point.\n\n'.repeat(60)}${description.text}` },
    ...comments,
  ]
  extension.serve(addresses.issue, issuePage(long))
  await page.goto(addresses.issue)
  const panel = panelOn(page)
  await expect(panel.verdict('confirmed')).toBeVisible()

  const isInView = () =>
    page.evaluate(() => {
      const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
      while (walker.nextNode()) {
        const at = walker.currentNode.textContent?.indexOf('peft==0.9.0') ?? -1
        if (at < 0) continue
        const range = new Range()
        range.setStart(walker.currentNode, at)
        range.setEnd(walker.currentNode, at + 'peft==0.9.0'.length)
        const { top, bottom } = range.getBoundingClientRect()
        return top >= 0 && bottom <= innerHeight
      }
      return false
    })
  expect(await isInView()).toBe(false)
  await panel.host.getByTitle(english.evidence.jump).filter({ hasText: 'peft==0.9.0' }).first().click()
  await expect.poll(isInView).toBe(true)
})

for (const [name, style] of [
  ['that the browser holds in place', ''],
  ['that the browser does not hold in place', '<style>html { overflow-anchor: none }</style>'],
] as const)
  test(`the arrival of the panel does not move what is being read, on a page ${name}`, async ({
    extension,
    page,
  }) => {
    const shown = { ...unrelatedAtFirst, blocks: unrelatedAtFirst.blocks.slice(0, -1) }
    extension.serve(addresses.unrelated, issuePage(shown).replace('</head>', `${style}</head>`))
    await page.goto(addresses.unrelated)
    const read = page.getByText('Comment number 6:').first()
    await read.evaluate((element) => element.scrollIntoView({ block: 'center', behavior: 'instant' }))
    const before = await read.boundingBox()
    expect(await page.evaluate(() => scrollY)).toBeGreaterThan(0)

    await loadLastComment(page, issuePage(unrelatedAtFirst))
    await expect(panelOn(page).verdict('confirmed')).toBeAttached()
    await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))))
    const after = await read.boundingBox()
    expect(Math.abs((after?.y ?? Infinity) - (before?.y ?? 0))).toBeLessThanOrEqual(1)
  })

test('a panel that arrives late, at the top of a page that is being read, does not push the text down', async ({
  extension,
  page,
}) => {
  const shown = { ...unrelatedAtFirst, blocks: unrelatedAtFirst.blocks.slice(0, -1) }
  extension.serve(addresses.unrelated, issuePage(shown))
  await page.goto(addresses.unrelated)
  const read = page.getByText('In the narrow layout the calendar popup').first()
  // Any sign of somebody at work on the page counts.
  await page.keyboard.press('Shift')
  const before = await read.boundingBox()
  expect(await page.evaluate(() => scrollY)).toBe(0)

  await loadLastComment(page, issuePage(unrelatedAtFirst))
  await expect(panelOn(page).verdict('confirmed')).toBeAttached()
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))))
  const after = await read.boundingBox()
  expect(Math.abs((after?.y ?? Infinity) - (before?.y ?? 0))).toBeLessThanOrEqual(1)
})
