import { beforeEach, describe, expect, test, vi } from 'vitest'
import { browser } from 'wxt/browser'
import { fakeBrowser } from 'wxt/testing/fake-browser'
import { outlineOf, type Thread } from '../../diagnosis/thread'
import { changeChoices } from '../../storage/settings'
import { concludeForPage, read } from './answering'

const thread: Thread = {
  site: 'github',
  url: 'https://github.com/example/repository/issues/1',
  blocks: [
    {
      id: 'description',
      kind: 'description',
      author: 'reporter',
      text: "LoRA on chatglm3-6b with torch_dtype=torch.float16, then {'loss': 0.0} and empty answers.\npeft==0.9.0",
    },
  ],
}
const outline = outlineOf(thread)
const answerTo = async (facts: Awaited<ReturnType<typeof read>>) =>
  (await concludeForPage(outline, facts)).answer

beforeEach(() => {
  fakeBrowser.reset()
  vi.spyOn(browser.i18n, 'getUILanguage').mockReturnValue('en')
})

test('a thread with the fault gets an answer', async () => {
  const { report } = (await answerTo(await read(outline, thread.blocks)))!
  expect(report.diagnoses[0]?.rule).toBe('mute-model')
})

describe('on a site that is switched off', () => {
  test('nothing is read', async () => {
    await changeChoices({ sites: { github: false } })
    const facts = await read(outline, thread.blocks)
    expect(JSON.stringify(facts)).not.toContain('peft')
    expect(await answerTo(facts)).toBeNull()
  })

  test('nothing is concluded from what was read before', async () => {
    const facts = await read(outline, thread.blocks)
    await changeChoices({ sites: { github: false } })
    expect(await answerTo(facts)).toBeNull()
    await changeChoices({ sites: { github: true } })
    expect(await answerTo(facts)).not.toBeNull()
  })

  test('nor, once it is on again, from a page of which only a part was read', async () => {
    await changeChoices({ sites: { github: false } })
    const unreadFacts = await read(outline, [
      { id: 'earlier', kind: 'comment', author: 'reporter', text: 'peft==0.13.0' },
    ])
    await changeChoices({ sites: { github: true } })
    const facts = await read(outline, thread.blocks)
    expect(await answerTo([...unreadFacts, ...facts])).toBeNull()
  })

  test('the other site goes on', async () => {
    await changeChoices({ sites: { huggingface: false } })
    expect(await answerTo(await read(outline, thread.blocks))).not.toBeNull()
  })
})
