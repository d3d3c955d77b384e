import { expect, test } from 'vitest'
import { proseHtml } from './prose-html'

test.each(['`a``', '`a ', '**[', '**a', '[a](', '[a](https://x', '\\\\', '``` ', '\n- ', '\n \n'])(
  'a long run of %j takes time in proportion',
  (opener) => {
    const started = performance.now()
    for (const inline of [true, false]) expect(proseHtml(`a${opener.repeat(30_000)}`, inline)).not.toBe('')
    // Generous: a pattern that backtracks takes minutes.
    expect(performance.now() - started).toBeLessThan(5000)
  },
)

test('every character that means something in HTML is escaped, in every construct', () => {
  const evil = `<i a="1" b='2'>&`
  const html = proseHtml(`${evil} **${evil}** \`${evil}\` [${evil}](https://example.org/${evil})`, true)
  expect(html.match(/<\/?[a-z]+/g)).toEqual(['<strong', '</strong', '<code', '</code'])
  expect(html).not.toMatch(/["'](?!>)/)
})
