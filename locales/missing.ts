import type { Language } from './language'

/** What a person could add so that a verdict becomes possible, by the id that the engine gives it. */
const words: Record<Language, Record<string, string> & { package: string; other: string }> = {
  en: {
    package: 'which version of {name}: paste the output of `pip freeze`',
    precision:
      'which dtype the base model was loaded in: the line with `torch_dtype`, `.half()` or the precision flag',
    method: 'how it was tuned: LoRA, P-tuning or all weights',
    optimizer: 'which optimizer: the value of `optim`',
    date: 'when the environment was installed',
    other: '{name}',
  },
  zh_CN: {
    package: '{name} 的版本：请贴出 `pip freeze` 的输出',
    precision: '基座模型以什么精度加载：带 `torch_dtype`、`.half()` 或精度开关的那一行代码',
    method: '用的是哪种微调方式：LoRA、P-Tuning 还是全参数',
    optimizer: '用的是哪个优化器：`optim` 的取值',
    date: '环境是什么时候装的',
    other: '{name}',
  },
}

/** Words for an id such as `package:peft` or `precision`. Markdown. */
export function missingWords(id: string, language: Language): string {
  const table = words[language]
  const [kind = '', name] = id.split(':')
  if (kind === 'package') return table.package.replace('{name}', name ?? '')
  return table[kind] ?? table.other.replace('{name}', id)
}
