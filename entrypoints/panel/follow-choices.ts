import { type Choices, languageOf, onChoicesChange } from '../../storage/settings'
import { siteOf } from '../../storage/sites'
import type { PageHandle } from '../scout.content/handle'
import { threadKey } from '../scout.content/messages'

/**
 * Carries what is changed in the options into this page at once: language, marks, and whether anything shows here at
 * all. Where the site is switched off and on again, what was shown comes back without asking anybody.
 */
export function followChoices(handle: PageHandle, address: () => string = () => location.href): void {
  let putAway: { answer: PageHandle['answer']; thread: string } | undefined

  onChoicesChange(({ language, marks, sites }: Choices) => {
    const site = siteOf(address())
    const thread = threadKey(address())
    if (site && !sites[site]) {
      if (handle.answer) putAway = { answer: handle.answer, thread }
      handle.answer = null
    } else if (putAway) {
      if (!handle.answer && putAway.thread === thread) handle.answer = putAway.answer
      putAway = undefined
    }
    handle.change({ language: languageOf(language), marks })
  })
}
