import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { cataloguePages } from './pages'

test('the documents say what the rules say: run npm run catalogue', async () => {
  for (const { path, text } of await cataloguePages())
    expect(readFileSync(path, 'utf8') === text, `${path} is older than the rules`).toBe(true)
})
