import { defineContentScript } from 'wxt/utils/define-content-script'
import './style.css'
import { start } from './scout'

export default defineContentScript({
  matches: ['https://github.com/*', 'https://huggingface.co/*'],
  runAt: 'document_idle',
  main: () => start(document),
})
