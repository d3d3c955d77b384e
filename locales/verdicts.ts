import type { Language } from './language'

type Plain = 'likely' | 'cannot-tell' | 'ruled-out'

/** The sentences of rules that have none of their own for these verdicts; filled as a rule's prose is. Markdown. */
export const plainVerdicts: Record<Language, Record<Plain, string>> = {
  en: {
    likely: 'What is told here fits this failure; the message itself would make it certain.',
    'cannot-tell':
      'The message fits, but it has more than one cause, and what is written here does not decide which.',
    'ruled-out':
      'The message fits, but {fact|what is written here} speaks against this cause: look at the lines above the message for another one.',
  },
  zh_CN: {
    likely: '照这里的描述，很可能就是这个问题；贴出报错原文就能确定。',
    'cannot-tell': '报错对得上，但这样的报错不止一种原因，这里写的还不足以判断是哪一种。',
    'ruled-out': '报错对得上，但 {fact|文中的内容} 与这个原因矛盾：请看报错上方的几行，找找别的原因。',
  },
}
