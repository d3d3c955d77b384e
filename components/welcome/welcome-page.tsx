import { useId, useState } from 'preact/hooks'
import type { Answer, Evidence, Language } from '../../diagnosis/explanation'
import type { Thread } from '../../diagnosis/thread'
import { optionsWords } from '../../locales/words/options'
import { welcomeWords } from '../../locales/words/welcome'
import { MuteBubble } from '../icons'
import { LanguageButtons } from '../language-buttons'
import { HostAccess } from '../options/host-access'
import { Panel } from '../panel'
import { ExampleThread, type Jump } from './example-thread'
import { Items } from './items'

/** What the reporter of the example answers when asked for the version: one in the range, one out of it, nothing. */
export type Reply = 'affected' | 'unaffected' | 'silent'
const replies: Reply[] = ['affected', 'unaffected', 'silent']

export interface WelcomePageProps {
  language: Language
  /** The example in that language, with that reply, and what the engine says of it. */
  thread: Thread
  answer: Answer
  reply: Reply
  /** The address of the options page. */
  settings: string
  /** What the browser keeps from the extension, such as `github.com`. */
  missingHosts: string[]
  /** Asks the browser for a host; true when granted. */
  onAllow: (host: string) => Promise<boolean>
  onReply: (reply: Reply) => void
  onLanguage: (language: Language) => void
  /** Puts text on the clipboard; rejects when the browser refuses. */
  onCopy: (text: string) => Promise<void>
}

const evidenceOf = (answer: Answer, language: Language): Evidence[] =>
  answer.explanations[language].flatMap(({ evidence }) => evidence)

/** What the extension does, shown by doing it; where it works; what it never does. */
export function WelcomePage(props: WelcomePageProps) {
  const { language, thread, answer, reply } = props
  const words = welcomeWords[language]
  const id = useId()
  const [marks, setMarks] = useState(true)
  const [jump, setJump] = useState<Jump>()
  const choose = (next: Reply) => {
    setJump(undefined)
    props.onReply(next)
  }
  return (
    <div class="page welcome">
      <header class="page-head">
        <MuteBubble size={36} />
        <span class="page-name">Unmute</span>
        <LanguageButtons language={language} onLanguage={props.onLanguage} />
      </header>
      <main>
        <h1>{words.title}</h1>
        <p class="lead">{words.lead}</p>
        {props.missingHosts.map((host) => (
          <HostAccess
            key={host}
            words={optionsWords[language].access}
            host={host}
            onAllow={() => props.onAllow(host)}
          />
        ))}
        <section class="example" aria-labelledby={`${id}-example`}>
          <h2 id={`${id}-example`}>{words.example.title}</h2>
          <p class="hint">{words.example.lead}</p>
          <div class="replies" role="radiogroup" aria-labelledby={`${id}-replies`}>
            <span id={`${id}-replies`}>{words.example.answers}</span>
            {replies.map((one) => (
              <label key={one}>
                <input
                  type="radio"
                  name="reply"
                  value={one}
                  checked={one === reply}
                  onChange={() => choose(one)}
                />
                {words.example.answer[one]}
              </label>
            ))}
          </div>
          <div class="stage">
            <ExampleThread
              words={words.example}
              thread={thread}
              ranges={marks ? evidenceOf(answer, language) : []}
              jump={jump}
              waiting={reply === 'silent'}
            />
            <div class="answer">
              <div class="answer-window">
                <Panel
                  key={reply}
                  unfolded
                  answer={answer}
                  language={language}
                  theme={{ scheme: 'auto', highContrast: false }}
                  marksOn={marks}
                  onMarks={setMarks}
                  onLanguage={props.onLanguage}
                  onCopy={props.onCopy}
                  onJump={({ block, start, end }) => setJump({ block, start, end })}
                />
              </div>
            </div>
          </div>
        </section>
        <Items
          title={words.where.title}
          words={words.where}
          names={['github', 'huggingface', 'paste', 'selection']}
        />
        <Items title={words.never.title} words={words.never} names={['send', 'ask', 'act', 'guess']} />
      </main>
      <footer class="end">
        <p>{words.end}</p>
        <a class="button page-button" href={props.settings}>
          {words.settings}
        </a>
      </footer>
    </div>
  )
}
