import { type ComponentChildren, Fragment } from 'preact'
import { useEffect, useRef } from 'preact/hooks'
import type { Block, Thread } from '../../diagnosis/thread'
import type { WelcomeWords } from '../../locales/words/welcome'
import { type MarkedRange, type Passage, passagesOf, type Piece } from './passages'

/** A place to show; a new object for every jump, so that the same place can be jumped to twice. */
export interface Jump {
  block: string
  start: number
  end: number
}

interface Props {
  words: WelcomeWords['example']
  thread: Thread
  /** What the answer rests on; nothing where marks are off. */
  ranges: MarkedRange[]
  jump?: Jump
  /** Somebody was asked something and has not answered. */
  waiting: boolean
}

function Line({ pieces, jumped }: { pieces: Piece[]; jumped: (piece: Piece) => boolean }) {
  return (
    <>
      {pieces.map((piece) =>
        piece.mark || jumped(piece) ? (
          <mark key={piece.start} data-mark={piece.mark ?? 'none'} data-jumped={jumped(piece) || undefined}>
            {piece.text}
          </mark>
        ) : (
          piece.text
        ),
      )}
    </>
  )
}

function Text({ passage, jumped }: { passage: Passage; jumped: (piece: Piece) => boolean }) {
  const lines = passage.lines.map((pieces, index) => (
    <Fragment key={index}>
      {index > 0 && '\n'}
      <Line pieces={pieces} jumped={jumped} />
    </Fragment>
  ))
  if (!passage.code) return <p>{lines}</p>
  return (
    <pre>
      <code>{lines}</code>
    </pre>
  )
}

interface PostProps {
  author?: string
  /** A word beside the author's name. */
  tag?: string
  children: ComponentChildren
}

function Post({ author, tag, children }: PostProps) {
  return (
    <li class="post">
      <p class="post-head">
        <span class="post-author">{author}</span>
        {tag && <span class="tag">{tag}</span>}
      </p>
      <div class="post-text">{children}</div>
    </li>
  )
}

/** A thread as a page might show it, with the lines marked that an answer rests on. */
export function ExampleThread({ words, thread, ranges, jump, waiting }: Props) {
  const root = useRef<HTMLElement>(null)
  useEffect(() => {
    if (!jump) return
    const place = root.current?.querySelector('[data-jumped]')
    if (!place) return
    const calm = matchMedia('(prefers-reduced-motion: reduce)').matches
    place.scrollIntoView({ block: 'nearest', behavior: calm ? 'auto' : 'smooth' })
    // the next Tab goes on from the quoted line
    getSelection()?.collapse(place, 0)
  }, [jump])

  const passagesIn = (block: Block) => {
    const own = ranges.filter((range) => range.block === block.id)
    return passagesOf(block.text, jump?.block === block.id ? [...own, { ...jump, cure: false }] : own)
  }
  const isJumped = (block: Block) => (piece: Piece) =>
    jump?.block === block.id && jump.start <= piece.start && jump.end > piece.start
  const [title, ...posts] = thread.blocks
  return (
    <section class="thread" aria-label={words.thread} ref={root}>
      {title && (
        <h3 class="thread-title">
          {passagesIn(title).flatMap(({ lines }) =>
            lines.map((pieces, index) => <Line key={index} pieces={pieces} jumped={isJumped(title)} />),
          )}
        </h3>
      )}
      <ol>
        {posts.map((block) => (
          <Post
            key={block.id}
            author={block.author}
            tag={block.author === title?.author ? words.opened : undefined}
          >
            {passagesIn(block).map((passage, index) => (
              <Text key={index} passage={passage} jumped={isJumped(block)} />
            ))}
          </Post>
        ))}
        {waiting && <li class="post-none">{words.noAnswer}</li>}
      </ol>
    </section>
  )
}
