import { READER, REPORTER } from '../diagnosis/thread'
import type { Words } from '../locales/words'

/** A writer's name as a person reads it: a login stays as it is, who has none is named by role. */
export function nameOf(author: string, { panel }: Words): string {
  if (author === READER) return panel.you
  return author === REPORTER ? panel.reporter : author
}

/** Whose setup a diagnosis is about, in words. */
export function setupOf(about: string, aboutReporter: boolean, { panel }: Words): string {
  if (about === READER) return panel.yourSetup
  return about === REPORTER ? panel.reporterSetup : panel.setupOf(about, aboutReporter)
}
