import type { PastePart } from '../../diagnosis/paste/parts'
import { useWords } from './words'

interface Props {
  parts: PastePart[]
  /** Selects lines in the box. Without it the parts are no buttons. */
  onShow?: (from: number, to: number) => void
}

/** What a text was taken for, part by part. */
export function TakenFor({ parts, onShow }: Props) {
  const words = useWords().takenFor
  if (parts.length === 0) return null
  return (
    <div class="taken-for">
      <span>{words.title}</span>
      <ul>
        {parts.map(({ kind, from, to }) => {
          const content = (
            <>
              {words.kinds[kind]} <span class="quiet">{words.lines(from, to)}</span>
            </>
          )
          return (
            <li key={`${kind} ${from}`}>
              {onShow ? (
                <button type="button" class="chip" onClick={() => onShow(from, to)}>
                  <span class="unseen">{words.show('')}</span>
                  {content}
                </button>
              ) : (
                <span class="chip">{content}</span>
              )}
            </li>
          )
        })}
      </ul>
    </div>
  )
}
