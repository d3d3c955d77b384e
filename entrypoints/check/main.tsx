import { render } from 'preact'
import { checkStyles } from '../../components/check/styles'
import { dressPage } from '../../components/options/dress-page'
import { logOnce } from '../../diagnosis/log-once'
import { keyIn, readHandedOver } from '../../storage/handover'
import { readSettings } from '../../storage/settings'
import { App } from './app'

/** The selection that the page was opened with. From then on the paste box keeps it: a reload must not bring it back. */
async function takeHandedOver() {
  const key = keyIn(location.hash)
  if (key === null) return undefined
  history.replaceState(null, '', location.pathname)
  return readHandedOver(key).catch((error: unknown) => (logOnce('reading the selection', error), undefined))
}

dressPage(checkStyles)
const [{ language }, handedOver] = await Promise.all([readSettings(), takeHandedOver()])
render(<App layout="page" startLanguage={language} handedOver={handedOver} />, document.body)
