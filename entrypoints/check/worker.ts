import type { FileReading } from '../../components/check/attachments'
import { logOnce } from '../../diagnosis/log-once'
import { check, createReader } from '../../diagnosis/paste/check'
import { rulesFrom } from '../../diagnosis/pack'
import { pack } from '../../rules'
import { releases } from '../../stack/releases'
import type { Ask, Reply, SentSource } from './protocol'
import type { ReadFile } from './read-file'
import { readFile } from './read-file'

const rules = rulesFrom(pack)

/** The engine on a thread of its own, so that a page stays alive while twenty megabytes are read. */

const scope = globalThis as unknown as {
  onmessage: (event: MessageEvent<Ask>) => void
  postMessage(reply: Reply): void
}

const read = createReader()
const known = new Map<string, ReadFile>()
let newest = 0

async function take({ id, name, content }: SentSource): Promise<void> {
  if (content === undefined) return
  known.set(
    id,
    typeof content === 'string'
      ? { reading: { kind: 'text' }, text: content }
      : await readFile(content, name),
  )
}

async function answer({ request, sources, choices }: Ask): Promise<void> {
  for (const source of sources) await take(source)
  for (const id of [...known.keys()]) if (!sources.some((source) => source.id === id)) known.delete(id)
  // what waits in the queue comes first: only the newest request is worth the work
  await new Promise((resolve) => setTimeout(resolve))
  if (newest !== request) return
  const files: Record<string, FileReading> = {}
  const texts = sources.flatMap(({ id }) => {
    const file = known.get(id)
    if (file) files[id] = file.reading
    return file?.text === undefined ? [] : [{ id, text: file.text }]
  })
  scope.postMessage({ request, checked: { ...check(texts, choices, rules, releases, read), files } })
}

let turn: Promise<void> = Promise.resolve()

scope.onmessage = ({ data }) => {
  newest = data.request
  // one after the other: a later request may name a file that an earlier one is still opening
  turn = turn
    .then(() => answer(data))
    .catch((error: unknown) => {
      logOnce('checking', error)
      scope.postMessage({ request: data.request })
    })
}
