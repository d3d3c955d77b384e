import type { Reply } from '../../components/welcome/welcome-page'
import { diagnose } from '../../diagnosis/diagnose'
import { answer } from '../../diagnosis/explain/explain'
import type { Answer, Language } from '../../diagnosis/explanation'
import { forPage } from '../../diagnosis/page'
import { reporterOf } from '../../diagnosis/read/view'
import type { Block, Thread } from '../../diagnosis/thread'
import { outlineOf } from '../../diagnosis/thread'
import { rulesFrom } from '../../diagnosis/pack'
import { pack } from '../../rules'
import { releases } from '../../stack/releases'

const rules = rulesFrom(pack)

const log = `\`\`\`
{'loss': 4.9162, 'grad_norm': 0.2871, 'learning_rate': 9.5e-05, 'epoch': 0.01}
{'loss': 0.0, 'grad_norm': nan, 'learning_rate': 9e-05, 'epoch': 0.02}
{'loss': 0.0, 'grad_norm': nan, 'learning_rate': 8.5e-05, 'epoch': 0.03}
\`\`\``

const loading = `\`\`\`
model = AutoModel.from_pretrained(path, torch_dtype=torch.float16, trust_remote_code=True)
model = get_peft_model(model, LoraConfig(r=8, target_modules=["query_key_value"]))
\`\`\``

interface Texts {
  title: string
  description: string
  question: string
  reply: Record<Exclude<Reply, 'silent'>, string>
}

const texts: Record<Language, Texts> = {
  en: {
    title: 'ChatGLM3-6B answers nothing after LoRA fine-tuning',
    description: `I fine-tuned chatglm3-6b with LoRA on 4,000 dialogues.
The loss drops to 0 right after the first line of the log, and the tuned model only gives empty answers.

${log}

This is how I load it:

${loading}

Is my data broken?`,
    question: 'I doubt that it is the data. Which version of peft do you have?',
    reply: {
      affected: `peft==0.9.0, with transformers==4.38.2.

Edit: downgrading peft to 0.6.2 fixed it, the loss stays finite and the model talks again. Thank you!`,
      unaffected: 'peft==0.13.2, with transformers==4.44.2.',
    },
  },
  zh_CN: {
    title: 'ChatGLM3-6B 用 LoRA 微调完，什么都不回答了',
    description: `我用 LoRA 在 4000 条对话上微调 chatglm3-6b。
第一条日志之后 loss 突然归零，训完的模型问什么都输出为空。

${log}

加载部分的代码：

${loading}

是我的数据有问题吗？`,
    question: '多半不是数据的事。你的 peft 是哪个版本？',
    reply: {
      affected: `peft==0.9.0，transformers==4.38.2。

补充：换成 peft 0.6.2 之后就好了，loss 在 3 到 4 之间，模型又会说话了，谢谢！`,
      unaffected: 'peft==0.13.2，transformers==4.44.2。',
    },
  },
}

/** The example's thread, in a language, with one of the reporter's replies. */
export function exampleThread(language: Language, reply: Reply): Thread {
  const { title, description, question, reply: answers } = texts[language]
  const blocks: Block[] = [
    { id: 'title', kind: 'title', author: 'qiaomu', text: title },
    { id: 'description', kind: 'description', author: 'qiaomu', date: '2024-03-12', text: description },
    { id: 'question', kind: 'comment', author: 'northwind', date: '2024-03-12', text: question },
  ]
  if (reply !== 'silent')
    blocks.push({ id: 'reply', kind: 'comment', author: 'qiaomu', date: '2024-03-13', text: answers[reply] })
  return { site: 'github', title, blocks }
}

/** What the engine says of a thread: the same as it would say on the page. */
export function answerFor(thread: Thread): Answer {
  return answer(forPage(diagnose(thread, rules)), rules, releases, reporterOf(outlineOf(thread)))
}
