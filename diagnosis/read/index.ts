import type { Fact } from '../facts'
import type { Block, Outline } from '../thread'

/**
 * The facts that one block states, in the order of its text, with offsets into it. Reads nothing but the block and
 * the outline, so blocks can be read one at a time and in any order; `settle` then looks across them.
 */
export function readBlock(_block: Block, _outline: Outline): Fact[] {
  return []
}

/** The facts that the thread's address and title-less outline state, such as the model of a repository. */
export function readAddress(_outline: Outline): Fact[] {
  return []
}

/**
 * Decides what needs the whole thread: which claimed cures are cures, whose confirmation answers which advice.
 * Takes facts in any order and returns them in the order of the outline's blocks; settling twice changes nothing.
 */
export function settle(facts: Fact[], _outline: Outline): Fact[] {
  return facts
}
