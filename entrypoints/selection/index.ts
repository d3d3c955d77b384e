import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script'
import { readSelection } from './reading'
import { keep } from './shelf'

/** What the background gets back; null where nothing is selected. */
export type Selected = { text: string; cut: boolean } | null

export default defineUnlistedScript((): Selected => {
  const reading = readSelection(document)
  keep(reading)
  return reading && { text: reading.text, cut: reading.cut }
})
