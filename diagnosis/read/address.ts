import type { Fact, FrameworkId } from '../facts'
import type { Outline } from '../thread'
import { modelsNamed, partsOfId } from './model/names'

/** The parts of an address's path, decoded; none for what is no address. */
function partsOf(url: string): string[] {
  try {
    const { pathname } = new URL(url)
    return decodeURIComponent(pathname).split('/').filter(Boolean)
  } catch {
    return []
  }
}

/**
 * The model that a repository is called after. A name that only contains one (`baby-llama2-chinese`) or begins with a
 * tool's (`LLaMA-Factory`) says nothing; `llama` alone is too common a word.
 */
function modelOfRepository(name: string): string | undefined {
  return modelAtHead(name) ?? modelAmong(name)
}

/** Words of repositories that teach, try or serve a model. */
const WORKADAY =
  /^(?:workbench|examples?|finetun(?:e|ed|ing)|fine|tun(?:e|ed|ing)|q?lora|sft|dpo|rlhf|peft|demos?|tutorials?|train(?:ing|er)?|simple|easy|awesome|my|llm|deploy(?:ment)?|api|web|webui|notes?|notebooks?|course|quickstart|playground|inference|infer|guide|learn(?:ing)?|scripts?|project|hands|on|the|with|for|and|to|how|local|test|app|bot|chatbot|server|service|docker|colab|kaggle)$/i

/** A model with its generation or size, among words that only say what is done with it: `finetune-chatglm2-6b`. */
function modelAmong(name: string): string | undefined {
  // a hyphen before a family's word would make it the tail of another name
  const spelled = name.replace(/[-_]/g, ' ')
  const [model, another] = modelsNamed(spelled)
  if (!model || another || model.bare) return undefined
  const others = `${spelled.slice(0, model.start)} ${spelled.slice(model.end)}`.split(/[. ]/).filter(Boolean)
  if (!others.every((word) => WORKADAY.test(word))) return undefined
  return /^chatglm[23]$/.test(model.id) ? `${model.id}-6b` : model.id
}

function modelAtHead(name: string): string | undefined {
  const first = modelsNamed(name.replace(/[_]/g, '-')).find(({ start }) => start === 0)
  const beginning = first ?? modelsNamed(name.split(/[-_ ]/)[0] ?? '')[0]
  if (!beginning || beginning.start !== 0) return undefined
  if (beginning.id === 'llama') return undefined
  if (!/\d{1,3}b(?![a-z])/i.test(name)) {
    // what follows is the repository's own name: `glm-edge-deploy`
    const parts = partsOfId(beginning.id)
    if (parts?.words.length)
      return parts.family === 'chatglm' && parts.words.every((word) => /^(?:instruct|chat)$/.test(word))
        ? `chatglm${parts.generation}`
        : undefined
  }
  // a repository called `ChatGLM-Tuning` is about the only size there is
  return /^chatglm[23]?$/.test(beginning.id) ? `${beginning.id}-6b` : beginning.id
}

/** Repositories of training frameworks, by name: forks and renamed owners keep it. */
const FRAMEWORK_REPOSITORIES: [RegExp, FrameworkId][] = [
  [/^llama-?factory$/i, 'llamafactory'],
  [/^(?:ms-)?swift$/i, 'ms-swift'],
  [/^xtuner$/i, 'xtuner'],
  [/^axolotl$/i, 'axolotl'],
  [/^deepspeed$/i, 'deepspeed'],
]

/**
 * What the thread's address states, such as the model of a repository: an issue of `zai-org/ChatGLM3` is about
 * ChatGLM3 unless it says otherwise. A framework's own repository only mentions it: who asks there may run anything.
 * The facts have no author (they hold for everyone) and stand in block `url`.
 */
export function readAddress(outline: Outline): Fact[] {
  const url = outline.url ?? ''
  const repository = partsOf(url)[1]
  if (!repository) return []
  const start = Math.max(0, url.indexOf(repository))
  const end = start + repository.length
  const place = { block: 'url', start, end, quote: { text: url, start, end } }
  const model = modelOfRepository(repository)
  const framework = FRAMEWORK_REPOSITORIES.find(([pattern]) => pattern.test(repository))?.[1]
  return [
    ...(model ? [{ kind: 'model' as const, id: model, ...place }] : []),
    ...(framework
      ? [{ kind: 'framework' as const, id: framework, stance: 'mentioned' as const, ...place }]
      : []),
  ]
}
