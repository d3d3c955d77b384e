/** Light and dark, English and Chinese, and what axe finds. */
import AxeBuilder from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { expect, test } from './fixtures'
import { addresses, issuePage, savedPage } from './pages'
import { chinese, panelOn, unfoldAll } from './panel'
import { confirmed } from './threads'

const html = issuePage(confirmed)
const inMode = (mode: 'auto' | 'light' | 'dark') =>
  html.replace(
    /<html[^>]*>/,
    `<html lang="en" data-color-mode="${mode}" data-light-theme="light" data-dark-theme="dark">`,
  )

/** How light the panel's ground is, from 0 to 255. */
const lightness = (page: Page) =>
  page.evaluate(() => {
    const region = document
      .querySelector('unmute-panel')
      ?.shadowRoot?.querySelector('[role="region"], section, aside')
    for (let element = region; element; element = element.parentElement) {
      const context = document.createElement('canvas').getContext('2d')
      if (!context) break
      context.fillStyle = getComputedStyle(element).backgroundColor
      context.fillRect(0, 0, 1, 1)
      const [red = 0, green = 0, blue = 0, alpha = 0] = context.getImageData(0, 0, 1, 1).data
      if (alpha === 255) return (red + green + blue) / 3
    }
    return -1
  })

for (const scheme of ['light', 'dark'] as const)
  test.describe(`on a system that prefers ${scheme}`, () => {
    test.use({ scheme })

    for (const [mode, looks] of [
      ['light', 'light'],
      ['dark', 'dark'],
      ['auto', scheme],
    ] as const)
      test(`a page in ${mode} mode has a ${looks} panel`, async ({ extension, page }) => {
        extension.serve(addresses.issue, inMode(mode))
        await page.goto(addresses.issue)
        await expect(panelOn(page).verdict('confirmed')).toBeVisible()
        const ground = await lightness(page)
        if (looks === 'light') expect(ground).toBeGreaterThan(200)
        else expect(ground).toBeGreaterThan(-1)
        if (looks === 'dark') expect(ground).toBeLessThan(80)
      })
  })

test('the panel follows when the page changes its mode', async ({ extension, page }) => {
  extension.serve(addresses.issue, inMode('light'))
  await page.goto(addresses.issue)
  await expect(panelOn(page).verdict('confirmed')).toBeVisible()
  await page.evaluate(() => document.documentElement.setAttribute('data-color-mode', 'dark'))
  await expect.poll(() => lightness(page)).toBeLessThan(80)
})

for (const mode of ['light', 'dark'] as const)
  for (const folded of [true, false])
    test(`axe finds nothing in the ${mode} panel, ${folded ? 'folded' : 'unfolded'}`, async ({
      extension,
      page,
    }) => {
      extension.serve(addresses.issue, inMode(mode))
      await page.goto(addresses.issue)
      const panel = panelOn(page)
      await expect(panel.verdict('confirmed')).toBeVisible()
      if (!folded) await unfoldAll(panel)
      const { violations, passes } = await new AxeBuilder({ page }).include('unmute-panel').analyze()
      expect(
        violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(' | ')}`),
      ).toEqual([])
      // It has looked inside the shadow root.
      expect(passes.some(({ id, nodes }) => id === 'color-contrast' && nodes.length > 5)).toBe(true)
    })

test('axe finds nothing in the quiet line of a model page', async ({ extension, page }) => {
  const { html, url } = savedPage('huggingface-model.html')
  extension.serve(url, html)
  await page.goto(url)
  await expect(panelOn(page).note).toBeVisible()
  const { violations } = await new AxeBuilder({ page }).include('unmute-panel').analyze()
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(' | ')}`)).toEqual(
    [],
  )
})

test.describe('in a Chinese browser', () => {
  test.use({ interfaceLanguage: 'zh-CN' })

  test('the panel speaks Chinese', async ({ extension, page }) => {
    const language = await extension.background.evaluate(() =>
      (
        globalThis as unknown as { chrome: { i18n: { getUILanguage(): string } } }
      ).chrome.i18n.getUILanguage(),
    )
    test.skip(!language.startsWith('zh'), 'this browser has no Chinese interface (Debian: chromium-l10n)')
    extension.serve(addresses.issue, html)
    await page.goto(addresses.issue)
    await expect(panelOn(page, chinese).verdict('confirmed')).toBeVisible()
  })
})

test('no part of the panel is wider than a narrow window', async ({ extension, page }) => {
  await page.setViewportSize({ width: 380, height: 800 })
  extension.serve(addresses.issue, html)
  await page.goto(addresses.issue)
  const panel = panelOn(page)
  await expect(panel.verdict('confirmed')).toBeVisible()
  await unfoldAll(panel)
  const overflow = await panel.host.evaluate((host) => {
    const edge = host.getBoundingClientRect().right
    return [...(host.shadowRoot?.querySelectorAll('button, h1, h2, h3, p, summary, details') ?? [])]
      .filter((element) => element.getBoundingClientRect().right > edge + 1)
      .map((element) => element.textContent?.slice(0, 60))
  })
  expect(overflow).toEqual([])
})
