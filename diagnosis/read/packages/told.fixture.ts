import { diagnose } from '../../diagnose'
import { threadOf } from '../reading.fixture'

export type Texts = [author: string, text: string][]

/**
 * The versions that a thread says are installed or cured its writer, as `name version` or `name version cure`, sorted
 * and joined; those of others than the opener with their author before a colon.
 */
export function setupsOf(texts: Texts): string {
  const opener = texts[0]?.[0]
  const setups = diagnose(threadOf(texts), []).facts.flatMap((fact) => {
    if (fact.kind !== 'package' || fact.stance === 'mentioned') return []
    const whose = fact.author === opener ? '' : `${fact.author}:`
    return [`${whose}${fact.name} ${fact.version}${fact.stance === 'cure' ? ' cure' : ''}`]
  })
  return [...new Set(setups)].sort().join('; ')
}
