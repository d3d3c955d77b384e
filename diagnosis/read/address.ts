import type { Fact } from '../facts'
import type { Outline } from '../thread'

/**
 * What the thread's address states, such as the model of a repository: an issue of `zai-org/ChatGLM3` is about
 * ChatGLM3 unless it says otherwise. The facts have no author (they hold for everyone) and stand in block `url`.
 */
export function readAddress(_outline: Outline): Fact[] {
  return []
}
