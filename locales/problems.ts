import type { Language } from './language'

/** What can be wrong with an input: with its text, with an adapter file, or with opening it at all. */
export type InputProblem =
  | 'empty'
  | 'binary'
  | 'html'
  | 'too-long'
  | 'no-blocks'
  | 'no-adapter'
  | 'adapter-cut'
  | 'missing'
  | 'folder'
  | 'forbidden'
  | 'unreadable'

/** What is odd about an input, and what to do next. */
export const problemWords: Record<Language, Record<InputProblem, string>> = {
  en: {
    empty: 'There is nothing in it. Paste the output of `pip freeze`, the training log, or the whole report.',
    binary:
      'This is not text. Give it the output of `pip freeze`, a log, or an adapter file (*.safetensors).',
    html: 'This is a web page’s source; its text was read without the tags. Copying the text from the page works better.',
    'too-long':
      'Only the first 24 million characters were read. Keep the environment and the lines around the first bad loss.',
    'no-blocks': 'This JSON has `blocks`, but none with a `text`. Each block needs at least {"text": "…"}.',
    'no-adapter':
      'This is no safetensors file, whatever its name says. If it is a few lines of text, it is a Git LFS pointer: download the file itself.',
    'adapter-cut': 'This adapter file is cut short. Copy it again from where training saved it.',
    missing: 'There is no such file. Check the name and the folder.',
    folder: 'This is a folder. Name the files in it.',
    forbidden: 'You may not read this file. Change its permissions, or copy it to where you may.',
    unreadable:
      'This file could not be read. If it was moved, choose it again; if it is very large, choose a smaller part.',
  },
  zh_CN: {
    empty: '里面什么都没有。请粘贴 `pip freeze` 的输出、训练日志，或者整份报告。',
    binary: '这不是文本。请提供 `pip freeze` 的输出、日志，或适配器文件（*.safetensors）。',
    html: '这是网页源代码，已去掉标签后读取其中的文字。直接从页面上复制文字效果更好。',
    'too-long': '只读取了前 2400 万个字符。请保留环境信息，以及 loss 第一次出问题前后的几行。',
    'no-blocks': '这份 JSON 里有 `blocks`，但没有一块带 `text`。每一块至少要有 {"text": "…"}。',
    'no-adapter':
      '不管文件名怎么写，这都不是 safetensors 文件。如果里面只有几行文字，那是 Git LFS 的指针，请下载真正的文件。',
    'adapter-cut': '这个适配器文件不完整。请从训练保存的地方重新复制一份。',
    missing: '没有这个文件。请检查文件名和所在目录。',
    folder: '这是一个目录。请写明里面的文件。',
    forbidden: '没有权限读取这个文件。请修改权限，或者把它复制到可以读取的地方。',
    unreadable: '这个文件读不出来。如果它已被移动，请重新选择；如果特别大，请只取其中一部分。',
  },
}
