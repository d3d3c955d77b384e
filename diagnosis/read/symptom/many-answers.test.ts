import { describe, expect, it } from 'vitest'
import { brief, view } from '../reading.fixture'
import { readSymptoms } from '../symptoms'

const seen = (text: string) => brief(readSymptoms(view(text)))
const session = (asked: string, answer: string) => `\`\`\`\n>>> ${asked}\n${answer}\n\`\`\``

describe('many answers at once, all of them empty', () => {
  it.each([
    "```\n>>> answers = [model.chat(tokenizer, q, history=[])[0] for q in questions]\n>>> set(answers)\n{''}\n```",
    session('set(outputs)', "{''}"),
    session('Counter(answers)', "Counter({'': 40})"),
    session('[model.chat(tokenizer, q)[0] for q in qs]', "['', '', '', '']"),
    session('[tokenizer.decode(o[n:]) for o in out]', "['', '']"),
    session('{len(a) for a in answers}', '{0}'),
    session("all(a == '' for a in answers)", 'True'),
    session('sum(len(r) for r in responses)', '0'),
    session('sum(1 for a in answers if a)', '0'),
    session('any(answers)', 'False'),
    "```\nIn [3]: set(preds)\nOut[3]: {''}\n```",
    'So 40 empty strings.',
    '20 prompts, 20 empty strings.',
    'Forty times nothing, forty empty strings',
    'That makes 200 empty answers out of 200.',
    '40 条测试全部是空字符串。',
    '测试集跑下来 40 个空串。',
    '测了 20 个问题，得到 20 个空字符串',
    '200 条预测里 200 条是空的',
    '推理时输出为换行符或者空',
    '推理结果只有 prompt 本身',
  ])('%s', (text) => {
    expect(seen(text)).toEqual(['mute-output'])
  })

  it.each([
    session('set(labels)', "{''}"),
    session("set(df['input'])", "{''}"),
    session('set(answers)', "{'yes', 'no', ''}"),
    session('any(answers)', 'True'),
    session("all(a == '' for a in answers)", 'False'),
    session('sum(len(r) for r in responses)', '1032'),
    session('[tokenizer.decode(i) for i in ids]', "['', '▁hi']"),
    'The csv has 40 empty strings in the label column.',
    'I removed the 40 empty strings from the dataset',
    'There are 3 empty strings in my stop words',
    '数据里有 40 个空字符串，已经过滤掉',
    '数据集 100 条有 20 条 output 为空，删掉了',
    '模型有 20 个空闲的显存块',
    '输出目录里有 3 个空文件',
  ])('%s → nothing', (text) => {
    expect(seen(text)).toEqual([])
  })
})
