import answer from './styles/answer.css?inline'
import attachments from './styles/attachments.css?inline'
import box from './styles/box.css?inline'
import choices from './styles/choices.css?inline'
import frame from './styles/frame.css?inline'
import head from './styles/head.css?inline'
import packages from './styles/packages.css?inline'
import takenFor from './styles/taken-for.css?inline'
import unread from './styles/unread.css?inline'

/** Everything that the paste box adds to the panel's look, in the popup and on its page. The order counts. */
export const checkStyles = [frame, head, box, takenFor, choices, answer, packages, unread, attachments].join(
  '\n',
)
