import { beforeEach, describe, expect, it, vi } from 'vitest'
import { browser } from 'wxt/browser'
import { fakeBrowser } from 'wxt/testing/fake-browser'
import { handOver } from '../../storage/handover'
import type { SelectedText } from '../panel/selected'
import { diagnoseSelection } from './selection'

vi.mock('../../storage/handover', async (original) => ({
  ...(await original<object>()),
  handOver: vi.fn(async () => 3),
}))

const log = `LoRA on chatglm3-6b
{'loss': 3.2145, 'epoch': 0.01}
{'loss': 0.0, 'grad_norm': nan, 'epoch': 0.02}
{'loss': 0.0, 'grad_norm': nan, 'epoch': 0.03}
peft==0.9.0
torch==2.1.2`
const selectionText = log.replaceAll('\n', ' ')
const tab = { id: 7, index: 2 }

interface Injection {
  target: { tabId: number; frameIds: number[] }
  files?: string[]
  args?: [SelectedText]
}

const injections: Injection[] = []
/** Answers for the page: what is selected in it; throws where no script may run. */
let page: (injection: Injection) => unknown
const create = vi.fn(async () => ({}))

beforeEach(() => {
  fakeBrowser.reset()
  injections.length = 0
  create.mockClear()
  vi.spyOn(browser.i18n, 'getUILanguage').mockReturnValue('en-GB')
  vi.spyOn(browser.runtime, 'getURL').mockImplementation((path) => `extension:/${path}`)
  Object.assign(browser.tabs, { create })
  Object.assign(browser, {
    scripting: {
      executeScript: async (injection: Injection) => {
        injections.push(injection)
        return [{ result: page(injection) }]
      },
    },
  })
})

const left = () => injections.flatMap(({ args }) => args ?? [])[0]

describe('a page that can be asked', () => {
  it("gives the text of the clicked frame; the panel comes into the tab's page", async () => {
    page = ({ files }) => (files?.[0] === '/selection.js' ? { text: log, cut: true } : undefined)
    await diagnoseSelection({ frameId: 5, selectionText }, tab)
    expect(injections.map(({ target, files }) => [target.frameIds[0], files?.[0]])).toEqual([
      [5, '/selection.js'],
      [0, undefined],
      [0, '/panel.js'],
    ])
    expect(left()).toMatchObject({ frameId: 5, notices: ['cut'] })
    expect(left()?.answer.report.diagnoses[0]).toMatchObject({ rule: 'mute-model', verdict: 'confirmed' })
    expect(create).not.toHaveBeenCalled()
  })

  it('that has nothing selected gets what the menu knows, with a word about the line breaks', async () => {
    page = () => null
    await diagnoseSelection({ frameId: 0, selectionText }, tab)
    expect(left()?.notices).toEqual(['guessed'])
    expect(left()?.answer.report.facts.filter(({ kind }) => kind === 'log')).toHaveLength(1)
  })

  it('shows also what a page would keep to itself, and that there is nothing', async () => {
    page = ({ files }) => (files?.[0] === '/selection.js' ? { text: 'Good morning.', cut: false } : undefined)
    await diagnoseSelection({ frameId: 0, selectionText: '' }, tab)
    expect(left()).toMatchObject({ notices: [], answer: { report: { diagnoses: [], notes: [] } } })
  })
})

it('a fault on the way to the panel is logged apart from a page that lets no script run', async () => {
  const warn = vi.spyOn(console, 'warn').mockReturnValue()
  const fault = new TypeError('the engine failed')
  page = ({ args }) => {
    if (args) throw fault
    return { text: log, cut: false }
  }
  const forbidden = new Error('The extensions gallery cannot be scripted.')
  const ask = page
  page = () => {
    throw forbidden
  }
  await diagnoseSelection({ frameId: 0, selectionText }, tab)
  page = ask
  await diagnoseSelection({ frameId: 0, selectionText }, tab)
  expect(warn.mock.calls.map(([, error]) => error)).toEqual([forbidden, fault])
  expect(create).toHaveBeenCalledTimes(2)
})

describe('where no script may run', () => {
  beforeEach(() => {
    vi.spyOn(console, 'warn').mockReturnValue()
    page = () => {
      throw new Error('The extensions gallery cannot be scripted.')
    }
  })

  it('the full page opens beside the tab, with the line breaks put back', async () => {
    await diagnoseSelection({ frameId: 0, selectionText }, tab)
    expect(handOver).toHaveBeenLastCalledWith({ text: log, cut: false, guessed: true })
    expect(create).toHaveBeenCalledWith({ url: 'extension://check.html#text=3', index: 3 })
  })

  it("the full page gets the page's own text when only the panel may not come", async () => {
    page = ({ target: { frameIds } }) => {
      if (frameIds[0] !== 5) throw new Error('Cannot access contents of the page.')
      return { text: log, cut: false }
    }
    await diagnoseSelection({ frameId: 5, selectionText }, tab)
    expect(handOver).toHaveBeenLastCalledWith({ text: log, cut: false, guessed: false })
  })

  it('the full page opens without a tab, and without room for the text', async () => {
    vi.mocked(handOver).mockRejectedValueOnce(new Error('QuotaExceededError'))
    await diagnoseSelection({ frameId: 0, selectionText }, undefined)
    expect(create).toHaveBeenCalledWith({ url: 'extension://check.html' })
  })
})
