import { expect, test } from 'vitest'
import { UnreadableAdapter } from '../../weights/safetensors'
import { problemOf } from './read-input'

const systemError = (code: string) => Object.assign(new Error(code), { code })

test.each([
  [systemError('ENOENT'), 'missing'],
  [systemError('ENOTDIR'), 'missing'],
  [systemError('EISDIR'), 'folder'],
  [systemError('EACCES'), 'forbidden'],
  [systemError('EIO'), 'unreadable'],
  [new UnreadableAdapter('adapter-cut', ''), 'adapter-cut'],
])('%s is, to a person: %s', (error, problem) => expect(problemOf(error)).toBe(problem))
