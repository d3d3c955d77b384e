import { colourStyles } from './colours'
import charts from './styles/charts.css?inline'
import controls from './styles/controls.css?inline'
import frame from './styles/frame.css?inline'
import parts from './styles/parts.css?inline'

/** Everything the panel looks like, for a shadow root or a page of the extension's own to adopt. */
export const styles = [colourStyles, frame, controls, parts, charts].join('\n')
