import { isLoud } from './report'
import type { Report } from './report'

/**
 * The report as a page shows it: only what concerns the reader. What is undecided or ruled out shows only where the
 * person's own text, not just the address, is about it; a risk where versions alone prove it, or where nothing but a
 * warning tells of it before the harm is done.
 */
export function forPage(report: Report): Report {
  return {
    ...report,
    diagnoses: report.diagnoses.filter(({ verdict, severity, aboutInText, provenByVersions }) => {
      if (verdict === 'at-risk') return provenByVersions || severity === 'silent-corruption'
      return isLoud(verdict) || aboutInText
    }),
  }
}

/** Whether there is anything to show; a page where there is not stays untouched. */
export const isWorthShowing = (report: Report): boolean =>
  report.diagnoses.length > 0 || report.notes.length > 0
