import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script'
import { borrow } from '../scout.content/handle'
import { mountPanel } from './mount'

export default defineUnlistedScript(() => {
  const handle = borrow()
  // a second injection, or a page whose scout has stopped
  if (!handle || handle.onChange) return
  mountPanel(handle)
})
