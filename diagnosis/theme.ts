/**
 * How a page looks, so that what is put into it can look alike. Here because sites see it, components take it, and
 * this is the one layer that both may import.
 */
export interface Theme {
  /** `auto` follows the browser. */
  scheme: 'light' | 'dark' | 'auto'
  highContrast: boolean
}
