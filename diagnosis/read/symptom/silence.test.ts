import { describe, expect, it } from 'vitest'
import { passagesOf } from '../passages'
import { viewOf } from '../view'
import { silenceTold } from './silence'
import { silenceShown } from './transcripts'

const outline = { site: 'text' as const, blocks: [{ id: '1', kind: 'description' as const }] }
const shown = (text: string) =>
  silenceShown(passagesOf(viewOf({ id: '1', kind: 'description', text }, outline)))

describe('silenceTold', () => {
  it.each([
    '微调之后没有输出了',
    '推理没有任何输出',
    '模型没有任何回复',
    '输出一直为空',
    '输出为空',
    'response为空',
    '返回的response为空',
    '返回结果为空',
    '推理结果为空',
    '生成内容为空',
    '回复一片空白',
    '回答是空的',
    '返回空字符串',
    '输出空白',
    '模型不输出了',
    '模型不说话了',
    '训完之后不回话',
    '问什么都不回复',
    '无法生成任何token',
    '不能生成任何内容',
    '模型变成哑巴了',
    '模型变哑了',
    '问它什么都没有回应',
    '输出都是空的',
    '预测出来的结果全是空',
    '微调后推理输出为空字符串',
    '什么都不输出',
    '啥也不说',
    '原样返回我的问题',
    '只会把 prompt 原样输出',
    '推理时回答为空白',
    '回复内容为空',
    '加载 lora 后模型没有反应',
    '生成的文本为空',
    'chat 返回空串',
    '模型推理无输出',
    '发送提问均无输出',
    '向模型提问，返回空',
    '模型输出为""',
    '出现不能生成new token的现象',
    'lora微调后的glm4模型不生成回答',
    '微调训练后，模型无法回复',
    '却不能给出回复',
    '也不能产生输出',
    '答复是空的',
    '预测也为空',
    '推理的时候只出现空的或者符号',
    '一个token都没生成就原样返回',
    'why is this not generating any response',
    'LoRA finetune doesnt generate any output text',
    'LoRA INT4 generates empty strings even after finetuning',
    'the response is empty',
    'the model returns an empty string',
    'The output is always empty',
    'it outputs nothing',
    'the model replies with nothing',
    'model generates nothing after fine-tuning',
    'it does not generate any text',
    "the fine-tuned model doesn't output anything",
    'the model does not answer at all',
    'I get an empty response',
    'gives empty output',
    'The model stays silent',
    'the bot went completely silent',
    'the answer is blank',
    'no output after merging the LoRA',
    'there is no response from the tuned model',
    'the model no longer says anything',
    'it just returns the prompt',
    'The model only echoes the prompt',
    'generates blank text',
    'the model says nothing',
    'returned nothing at all',
    'produces no output',
    'LoRA finetune does not generate any output text',
    'model has gone mute',
    'the tuned model is mute',
    'response is an empty string',
    'all generations are empty',
  ])('%s', (sentence) => {
    expect(silenceTold(sentence)?.id).toBe('mute-output')
  })

  it.each([
    '_No response_',
    'No response',
    '回复不为空',
    '输出不再为空',
    'the response is not empty',
    '有二十几条 answer 为空串',
    '数据集里有的回答为空',
    '标签全为空',
    '一直没人回复',
    '没有报错',
    '日志没有输出',
    '控制台没有任何输出',
    'without any message in the console',
    'dmesg says nothing about memory',
    '一个字都没变',
    '角色字段拼写错误、assistant 为空',
    '如果输出为空，检查 eos',
    'if the output is empty, check eos',
    'the output looks normal',
    '输出正常',
    '输出乱码',
    '输出全是感叹号',
    '模型回答得很好',
    'the list of errors is empty',
    'the output directory is empty',
    '输出目录为空',
    'There is no answer in the documentation',
    'I get no error',
    'output_dir 为空',
    '返回空间不足',
    '显存为空',
    'the field is empty in my dataset',
    'no output file was written',
    'Does not say which version',
    'The regex always matches, even the empty string.',
    'The function returns nothing.',
    'These commands produce no output and return nothing',
    'it must be a non-empty string',
    'the objects do not produce a key',
  ])('%s → nothing', (sentence) => {
    expect(silenceTold(sentence)).toBeUndefined()
  })
})

describe('silenceShown', () => {
  it.each([
    ['prompt and response', '```\nPrompt: 你好\nResponse: \nPrompt: 在吗\nResponse: \n```'],
    ['question and answer', '```\nQ: Tell me a joke\nA: \nQ: And another\nA: \n```'],
    ['without a colon', '```\ninput 写一首诗\nresponse \ninput 睡不着怎么办\nresponse \n```'],
    ['the last one', '```\nuser: hi\nassistant: \n```'],
    ['carriage returns', '```\r\nUser: hi\r\nAssistant: \r\nUser: hello?\r\n```'],
    ['a length', '```\n>>> len(response)\n0\n```'],
    ['an empty repr', "```python\nprint(repr(response))   # ''\n```"],
    ['Chinese labels', '```\n用户：你好\n助手：\n用户：在吗\n助手：\n```'],
    ['full-width', '用户：你好\n模型：\n用户：在吗\n'],
  ])('%s', (_name, text) => {
    expect(shown(text)).toBeDefined()
  })

  it.each([
    ['an exception instead', '```\nYou: hi\nGLM-4:\nTraceback (most recent call last):\n```'],
    ['an answer on the next line', '```\nUser: hi\nAssistant:\nHello! How can I help?\n```'],
    ['an answer', '```\nQ: Tell me a joke\nA: Why did the chicken\nQ: more\n```'],
    ['no question before it', '```\noutput: \n====\n```'],
  ])('not for %s', (_name, text) => {
    expect(shown(text)).toBeUndefined()
  })
})
