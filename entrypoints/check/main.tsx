import { render } from 'preact'
import styles from '../../components/check/check.css?inline'
import { dressPage } from '../../components/options/dress-page'
import { readSettings } from '../../storage/settings'
import { App } from './app'

dressPage(styles)
const { language } = await readSettings()
render(<App layout="page" startLanguage={language} />, document.body)
