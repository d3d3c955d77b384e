import type { Answer } from '../explanation'
import type { ProblemId } from '../intake'
import type { PasteDescription } from '../paste'
import type { PackageList } from './packages'

/** A text that somebody gave: what is in the box, a long paste, a file. */
export interface Source {
  /** Stable while the text is the same. */
  id: string
  text: string
}

/** What was made of one source. */
export interface SourceReading extends PasteDescription {
  problems: ProblemId[]
}

/** Where a block's text stands. */
export interface BlockPlace {
  source: string
  /** Offsets into the block are offsets into the source's text. */
  verbatim: boolean
}

/** What a person is told about all that they gave. Serialisable; its facts are only those that it rests on. */
export interface Checked {
  answer: Answer
  packages: PackageList
  sources: Record<string, SourceReading>
  blocks: Record<string, BlockPlace>
  /** A model was chosen that the engine does not know by that name. */
  unknownModel: boolean
}

/** The id of the block that holds the choices. */
export const CHOICES = 'choices'
