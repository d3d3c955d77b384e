import type { Language } from '../../diagnosis/explanation'
import { languageNames } from '../../locales/words'
import { styles } from '../styles'
import hostAccess from './host-access.css?inline'
import page from './page.css?inline'

/** Gives a page of the extension's own the panel's colours and type, and what else is handed in. */
export function dressPage(...sheets: string[]): void {
  const style = document.createElement('style')
  style.textContent = [styles, page, hostAccess, ...sheets].join('\n')
  document.head.append(style)
  document.documentElement.classList.add('unmute')
}

/** Says what language the page is in, and names its tab. */
export function speak(language: Language, title: string): void {
  document.documentElement.lang = languageNames[language].tag
  document.title = title
}
