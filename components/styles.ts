import { colourStyles } from './colours'
import base from './styles/base.css?inline'
import changes from './styles/changes.css?inline'
import charts from './styles/charts.css?inline'
import controls from './styles/controls.css?inline'
import fixes from './styles/fixes.css?inline'
import frame from './styles/frame.css?inline'
import parts from './styles/parts.css?inline'
import unfolding from './styles/unfolding.css?inline'

/** Everything the panel looks like, for a shadow root or a page of the extension's own to adopt. */
export const styles = [colourStyles, base, frame, controls, parts, fixes, changes, unfolding, charts].join(
  '\n',
)
