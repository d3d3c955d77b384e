import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script'
import { borrow } from '../scout.content/handle'
import { followChoices } from './follow-choices'
import { mountPanel } from './mount'
import { mountSelected } from './mount-selected'
import { selectedShelf } from './selected'

export default defineUnlistedScript(() => {
  const selected = selectedShelf()
  if (selected?.waiting) return mountSelected(selected)
  const handle = borrow()
  // a second injection, or a page whose scout has stopped
  if (!handle || handle.onChange) return
  mountPanel(handle)
  followChoices(handle)
})
