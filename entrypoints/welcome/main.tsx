import { render } from 'preact'
import { dressPage } from '../../components/options/dress-page'
import styles from '../../components/welcome/welcome.css?inline'
import { missingSites } from '../../storage/host-access'
import { readSettings } from '../../storage/settings'
import { App } from './app'

dressPage(styles)
const [{ language }, missing] = await Promise.all([readSettings(), missingSites()])
render(<App start={{ language, missing }} />, document.body)
