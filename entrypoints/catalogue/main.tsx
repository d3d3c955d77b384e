import { render } from 'preact'
import styles from '../../components/catalogue/catalogue.css?inline'
import { dressPage } from '../../components/options/dress-page'
import { readChoices } from '../../storage/settings'
import { App } from './app'

dressPage(styles)
const choices = await readChoices()
render(<App start={choices} />, document.body)
