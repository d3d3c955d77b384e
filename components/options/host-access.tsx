import { useState } from 'preact/hooks'
import type { OptionsWords } from '../../locales/words/options'

interface Props {
  words: OptionsWords['access']
  /** A host that the browser keeps from the extension, such as `github.com`. */
  host: string
  /** Asks for it; true when it was granted. Must ask before anything else is awaited: Firefox wants the click. */
  onAllow: () => Promise<boolean>
}

/** Says that the extension may not see a site, and offers to ask for it. For any page of the extension's own. */
export function HostAccess({ words, host, onAllow }: Props) {
  const [refused, setRefused] = useState(false)
  const allow = () =>
    onAllow().then(
      (granted) => setRefused(!granted),
      () => setRefused(true),
    )
  return (
    <div class="access">
      <p role={refused ? 'status' : undefined}>{refused ? words.refused : words.missing(host)}</p>
      <button type="button" class="button page-button" onClick={allow}>
        {words.allow(host)}
      </button>
    </div>
  )
}
