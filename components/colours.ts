/** A colour on light, on dark, and on both in high contrast. */
type Shades = [light: string, dark: string, lightHigh: string, darkHigh: string]

/**
 * The panel's colours. The tests hold what is read to WCAG's contrast: 4.5 on every ground it stands on, 7 in high
 * contrast.
 */
export const colours = {
  ground: ['#ffffff', '#12171e', '#ffffff', '#05070a'],
  subtle: ['#f5f7f9', '#19202a', '#f3f5f7', '#10151c'],
  line: ['#d8dee5', '#313a46', '#5d6672', '#8d98a6'],
  'line-soft': ['#e8ecf0', '#252d38', '#8a939e', '#616c7a'],
  text: ['#1d232b', '#e7ebf0', '#06090d', '#ffffff'],
  muted: ['#59636f', '#9ba7b5', '#343c46', '#d3dae2'],
  accent: ['#0b5cc2', '#74b4ff', '#053f8d', '#a9d2ff'],
  bad: ['#b3261e', '#ff948b', '#860d07', '#ffbdb6'],
  'bad-ground': ['#fdeceb', '#3a1a19', '#fff0ef', '#2e0b0a'],
  careful: ['#8a4b06', '#f0b660', '#5f3000', '#ffd79a'],
  'careful-ground': ['#fff3df', '#35260f', '#fff6e8', '#2a1b03'],
  good: ['#1a6b36', '#74d191', '#0a4620', '#a5edbb'],
  'good-ground': ['#e7f6ec', '#14301f', '#eefaf2', '#07210f'],
  plain: ['#4c5662', '#b0bac6', '#2b323b', '#dde3ea'],
  'plain-ground': ['#eef1f4', '#242c37', '#eef1f4', '#1a212b'],
  highlight: ['#fff1ad', '#5c4c09', '#ffeb8a', '#4a3c00'],
  focus: ['#0b5cc2', '#74b4ff', '#053f8d', '#ffffff'],
} satisfies Record<string, Shades>

function declarations(light: 0 | 2): string {
  return Object.entries<Shades>(colours)
    .map(([name, shades]) => `--unmute-${name}:light-dark(${shades[light]},${shades[light === 0 ? 1 : 3]});`)
    .join('')
}

/** The colours as custom properties, for the panel's outermost element: its `color-scheme` picks the shade. */
export const colourStyles = `
.unmute{${declarations(0)}}
@media (prefers-contrast: more){.unmute{${declarations(2)}}}
.unmute[data-contrast='high']{${declarations(2)}}`
