import type { FileReading } from '../../components/check/attachments'
import type { Choices } from '../../diagnosis/choices'
import type { Checked } from '../../diagnosis/paste/checked'

/** One text or file of a request. Its content is left out where the worker has it from an earlier one. */
export interface SentSource {
  id: string
  /** Another content under the same id has another revision. */
  revision: number
  name: string
  content?: string | Blob
}

export interface Ask {
  request: number
  sources: SentSource[]
  choices: Choices
}

export interface CheckedAll extends Checked {
  files: Record<string, FileReading>
}

/** Without `checked` the request failed. */
export interface Reply {
  request: number
  checked?: CheckedAll
}
