import { useState } from 'preact/hooks'
import type { UnreadLine } from '../../diagnosis/paste'
import { Chevron } from '../icons'
import { Inline } from '../markdown'
import { useWords } from './words'

interface Props {
  unread: UnreadLine[]
  count: number
  onShow?: (line: number) => void
}

/** How many lines are shown; the rest is counted. */
const MOST_SHOWN = 100

/** The lines that nothing was read from: named, not swallowed. Unfolded where one looks like a version. */
export function UnreadLines({ unread, count, onShow }: Props) {
  const words = useWords().unread
  const [toggled, setToggled] = useState<boolean>()
  if (count === 0) return null
  const open = toggled ?? unread[0]?.suspicious ?? false
  const shown = unread.slice(0, MOST_SHOWN)
  return (
    <details
      class="disclosure unread"
      open={open}
      onToggle={({ currentTarget }) => currentTarget.open !== open && setToggled(currentTarget.open)}
    >
      <summary>
        <Chevron />
        <h3>{words.title(count)}</h3>
      </summary>
      <p class="quiet">
        <Inline text={words.help} />
      </p>
      <ol>
        {shown.map(({ line, text, suspicious }) => {
          const content = (
            <>
              <span class="unread-line">{words.line(line)}</span>
              <span class="unread-text" lang="">
                {text}
              </span>
              {suspicious && <span class="tag">{words.probably}</span>}
            </>
          )
          return (
            <li key={line}>
              {onShow ? (
                <button type="button" onClick={() => onShow(line)}>
                  {content}
                </button>
              ) : (
                <div>{content}</div>
              )}
            </li>
          )
        })}
      </ol>
      {count > shown.length && <p class="quiet">{words.rest(count - shown.length)}</p>}
    </details>
  )
}
