import type { Thread } from '../diagnosis/thread'
import { threadPage } from '../tests/pages/fill'

/** An environment that trips several hazards at once, of which one change clears most. */
export const severalAtOnce = `accelerate==0.28.0
numpy==2.0.1
peft==0.13.2
tokenizers==0.21.1
torch==2.1.2+cu121
transformers==4.52.4`

const traceback = `Traceback (most recent call last):
  File "/home/lin/tune/chat.py", line 31, in <module>
    response, history = model.chat(tokenizer, query, history=history)
  File "/home/lin/.cache/huggingface/modules/transformers_modules/chatglm3-6b/tokenization_chatglm.py", line 227, in build_chat_input
    return self.batch_encode_plus([input_ids], return_tensors="pt", is_split_into_words=True)
TypeError: ChatGLMTokenizer._pad() got an unexpected keyword argument 'padding_side'`

/** A thread of its own: who and what it names does not exist. */
const thread: Thread = {
  site: 'github',
  url: 'https://github.com/tune-example/chatglm-notes/issues/41',
  title: 'chatglm3-6b: the first question already fails after the upgrade',
  blocks: [
    {
      id: '1',
      kind: 'description',
      author: 'lin-example',
      date: '2026-10-05T08:12:00Z',
      text: `I tuned chatglm3-6b with LoRA in spring and it worked. On the new machine the very first question fails:

\`\`\`
${traceback}
\`\`\`

\`pip freeze\`:

\`\`\`
${severalAtOnce}
\`\`\``,
    },
    {
      id: '2',
      kind: 'comment',
      author: 'mei-example',
      date: '2026-10-05T10:40:00Z',
      text: '我这边也是升级之后就不行了，蹲一个解决办法。',
    },
  ],
}

/** The thread as an issue page. */
export const severalPage = { name: 'several', url: thread.url!, html: threadPage('react', thread) }
