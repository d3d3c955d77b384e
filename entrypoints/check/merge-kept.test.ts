import { expect, it } from 'vitest'
import type { KeptAttachment, KeptPaste } from '../../storage/pastes'
import { LARGEST_KEPT } from '../../storage/pastes'
import { mergeKept } from './merge-kept'

const attachment = (id: string, size = 1) => ({ id, name: id, content: { size } }) as KeptAttachment
const paste = (text: string, ...attachments: KeptAttachment[]): KeptPaste => ({
  text,
  choices: {},
  attachments,
})

const small = attachment('small')
const big = attachment('big', LARGEST_KEPT + 1)

it('takes over what was kept, and keeps its order', () => {
  const [added, removed] = [attachment('added'), attachment('removed')]
  expect(mergeKept(paste('old', removed, small), paste('new', added, attachment('small')))).toEqual(
    paste('new', small, added),
  )
})

it('leaves in place what is too large to be kept', () => {
  expect(mergeKept(paste('old', big, small), paste('new', small))).toEqual(paste('new', big, small))
  expect(mergeKept(paste('old', big), paste(''))).toEqual(paste('', big))
})
