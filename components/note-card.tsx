import { useId } from 'preact/hooks'
import type { ShownNote } from '../diagnosis/explanation'
import { useTools } from './context'
import { FixList } from './fix-list'
import { LinkList } from './link-list'
import { Inline, Prose } from './markdown'
import { QuietLine } from './quiet-line'

/** A remark on a base model's own page. */
export function NoteCard({ note, open, onToggle }: { note: ShownNote; open: boolean; onToggle: () => void }) {
  const { panel } = useTools().words
  const id = useId()
  return (
    <article class="card" data-verdict="note" data-open={open || undefined} aria-labelledby={`${id}-title`}>
      <QuietLine id={id} verdict="note" name={note.model || panel.note} open={open} onToggle={onToggle}>
        <Inline text={note.text} />
      </QuietLine>
      <div id={`${id}-body`} class="body" hidden={!open}>
        {open && (
          <>
            <Prose class="cause" text={note.cause} />
            <FixList fixes={note.fixes} />
            <div class="disclosures">
              <LinkList links={note.links} rule={note.rule} />
            </div>
          </>
        )}
      </div>
    </article>
  )
}
