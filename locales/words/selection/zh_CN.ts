import type { SelectionWords } from './index'

export const zh_CN: SelectionWords = {
  nothing: '选中的文字里没有 Unmute 认得的问题。',
  what: '请选中 loss 刚开始出问题的那几行日志；如果旁边有 peft、transformers、torch 的版本，也一起选上。',
  notices: {
    cut: '选中的内容太长，只读取了前 200 万个字符。',
    guessed: '浏览器交来的文字没有换行，这里按日志和版本列表的样子补上了换行。',
  },
  button: (verdict, name) => `Unmute：${verdict} · ${name}`,
}
