import { render } from 'preact'
import { browser } from 'wxt/browser'
import { checkStyles } from '../../components/check/styles'
import { dressPage } from '../../components/options/dress-page'
import { readSettings } from '../../storage/settings'
import { App } from '../check/app'
import { answerOfPage, jumpOnPage } from './page-answer'

dressPage(checkStyles)
const [{ language }, page] = await Promise.all([readSettings(), answerOfPage()])

async function openFull(): Promise<void> {
  await browser.tabs.create({ url: browser.runtime.getURL('/check.html') })
  window.close()
}

render(
  <App
    layout="popup"
    startLanguage={language}
    page={page?.answer}
    onPageJump={(evidence) => page && void jumpOnPage(page.tab, evidence).then(() => window.close())}
    onOpenFull={() => void openFull()}
  />,
  document.body,
)
