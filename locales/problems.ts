import type { Language } from './language'

/** What is odd about an input, and what to do next. */
export const problemWords: Record<
  Language,
  Record<'empty' | 'binary' | 'html' | 'too-long' | 'no-blocks', string>
> = {
  en: {
    empty: 'There is nothing in it. Paste the output of `pip freeze`, the training log, or the whole report.',
    binary:
      'This is not text. Give it the output of `pip freeze`, a log, or an adapter file (*.safetensors).',
    html: 'This is a web page’s source; its text was read without the tags. Copying the text from the page works better.',
    'too-long':
      'Only the first 24 million characters were read. Keep the environment and the lines around the first bad loss.',
    'no-blocks': 'This JSON has `blocks`, but none with a `text`. Each block needs at least {"text": "…"}.',
  },
  zh_CN: {
    empty: '里面什么都没有。请粘贴 `pip freeze` 的输出、训练日志，或者整份报告。',
    binary: '这不是文本。请提供 `pip freeze` 的输出、日志，或适配器文件（*.safetensors）。',
    html: '这是网页源代码，已去掉标签后读取其中的文字。直接从页面上复制文字效果更好。',
    'too-long': '只读取了前 2400 万个字符。请保留环境信息，以及 loss 第一次出问题前后的几行。',
    'no-blocks': '这份 JSON 里有 `blocks`，但没有一块带 `text`。每一块至少要有 {"text": "…"}。',
  },
}
