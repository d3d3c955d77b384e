import { render } from 'preact'
import { dressPage } from '../../components/options/dress-page'
import styles from '../../components/options/options.css?inline'
import { missingSites } from '../../storage/host-access'
import { countKept } from '../../storage/kept'
import { readChoices } from '../../storage/settings'
import { App } from './app'

dressPage(styles)
const [choices, missing, kept] = await Promise.all([readChoices(), missingSites(), countKept()])
render(<App start={{ choices, missing, kept }} />, document.body)
