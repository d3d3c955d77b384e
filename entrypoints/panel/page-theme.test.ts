// @vitest-environment jsdom
import { beforeEach, expect, it } from 'vitest'
import { pageTheme } from './page-theme'

const scheme = () => pageTheme(document).scheme

beforeEach(() => {
  document.documentElement.removeAttribute('style')
  document.body.removeAttribute('style')
})

it.each([
  ['rgb(13, 17, 23)', 'dark'],
  ['rgb(250, 250, 245)', 'light'],
  ['rgba(20, 20, 20, 0.9)', 'dark'],
])("follows the page's ground, %s", (ground, expected) => {
  document.body.style.backgroundColor = ground
  expect(scheme()).toBe(expected)
})

it("takes the root's ground where the body lets it through", () => {
  document.documentElement.style.backgroundColor = 'rgb(0, 0, 0)'
  document.body.style.backgroundColor = 'rgba(255, 255, 255, 0.1)'
  expect(scheme()).toBe('dark')
})

it('is light where the page says nothing: the browser paints white', () => expect(scheme()).toBe('light'))
