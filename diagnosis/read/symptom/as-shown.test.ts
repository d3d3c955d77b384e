import { describe, expect, it } from 'vitest'
import { brief, view } from '../reading.fixture'
import { readSymptoms } from '../symptoms'

const seen = (text: string) => brief(readSymptoms(view(text)))

describe('symptoms as issues tell and show them', () => {
  it.each([
    'after 23000 steps the loss is 0.0 in train and nan in eval',
    'If I turn off use_peft with the following script, loss is zero (both llama and bloom)',
    'I found that the loss was still 0 after 300 steps.',
    'The loss has always been 0',
    '进行 pt lora 训练时，loss 始终为 0',
    '参数都是项目默认配置，loss 一直为 0，请问这种情况有遇到吗，怎么解决？',
    'loss is 0 when turn off use_peft',
    '```python\nprint(loss.item())\n```\nprints\n```\n3.22\n0.0\n0.0\n```',
  ])('%s → loss-zero', (text) => {
    expect(seen(text)).toEqual(['loss-zero'])
  })

  it.each([
    'Loss and logits are “nan” when fine-tuning',
    `I'm getting "nan" value for loss`,
    'Here is the output with the "nan" values for the losses.',
    'I ended up with nan loss at the first step.',
    'loss collapses to NaN after just a few epochs',
    'What could be causing the loss to be all nan?',
    "```\nfor i in range(3):\n    loss = model(**batch).loss\n    loss.backward()\n    opt.step()\n    print(loss.detach().float())\n```\n\n输出\n```\ntensor(3.2207, device='cuda:0')\ntensor(nan, device='cuda:0')\ntensor(nan, device='cuda:0')\n```",
  ])('%s → loss-nan', (text) => {
    expect(seen(text)).toEqual(['loss-nan'])
  })

  it.each([
    '推理 glm-9b-chat，模型没有回答，怎么回事啊',
    '发起对话后机器人不进行响应',
    '微调后模型无法正常响应',
    'openai server 出现空回答',
    '返回了空值',
    '结果返回全是空字符',
    '为什么返回结果是空字符串',
    '推理的结果很多都是空的',
    'lora 训练完成后推断回复为空',
    '```json\n{"choices": [{"index": 0, "message": {"role": "assistant", "content": ""}, "finish_reason": "stop"}], "usage": {"prompt_tokens": 106, "completion_tokens": 2}}\n```',
    '```json\n{\n  "choices": [\n    {\n      "message": {\n        "role": "assistant",\n        "content": "",\n        "tool_calls": null\n      },\n      "finish_reason": "stop"\n    }\n  ]\n}\n```',
    '```json\n{"response": "", "history": [], "status": 200}\n```',
    '```json\n{"generated_text": ""}\n```',
    `\`\`\`\n>>> pipe("hi")\n[{'generated_text': ''}]\n\`\`\``,
    '```\nUser> hello\nBot>\nUser> are you there?\nBot>\n```',
    '```\n用户输入：你好\n模型输出：\n用户输入：在吗\n模型输出：\n```',
    '```\n[user] hi\n[assistant]\n[user] hello?\n[assistant]\n```',
    '```\nHuman: hi\nAI:\nHuman: hello?\nAI:\n```',
    '```\n问：你好\n答：\n问：在吗\n答：\n```',
    '```\nQuestion: Who signs the lease?\nAnswer:\n```',
    '```\nQuestion: Who signs the lease?\nAnswer:<unk><unk><unk><unk>\n```',
    '```\nInput: hi\nOutput: <eos>\n```',
    `\`\`\`\n>>> model.chat(tokenizer, "你好")[0]\n''\n\`\`\``,
    '```\n>>> print(len(answer))\n0\n```',
    "```\n>>> tokenizer.decode(out[0][prompt_len:], skip_special_tokens=True)\n''\n```",
    "```\nIn [5]: response\nOut[5]: ''\n```",
    '```\nresponse: ""\n```\nfor every prompt.',
    '```\nprompt: hi | response: | tokens: 0\n```',
    '```\n欢迎使用 ChatGLM3-6B 模型\n\n用户：你好\n\nChatGLM：\n\n用户：在吗\n\nChatGLM：\n```',
  ])('%s → mute-output', (text) => {
    expect(seen(text)).toEqual(['mute-output'])
  })

  it.each([
    'fix: handle empty llm response',
    'Avoid empty-string responses',
    'We should just return an empty response when there are no nodes',
    'skip optimizer update when nan loss',
    '```json\n{"messages": [{"role": "user", "content": "hi"}, {"role": "assistant", "content": ""}]}\n```\nis what a row of my data looks like',
    '```json\n{"instruction": "translate", "input": "", "output": "hello"}\n```',
    '```json\n{"conversations": [{"from": "human", "value": "hi"}, {"from": "gpt", "value": ""}]}\n```',
    '```json\n{"system": "", "prompt": "hi", "response": "hello"}\n```',
    '```python\nresponse = ""\nprint(response)\n```',
    '```yaml\noutput_dir: ""\nprompt: hi\n```',
    '```\nUser: hi\nAssistant: Hello!\nUser: bye\n```',
    '```\nAlpaca template:\n### Instruction:\n{instruction}\n\n### Response:\n```',
    '```\nprint(dropout)\n```\n```\n0.1\n0.0\n```',
    'loss 维持在 2.7 附近，不收敛',
    'loss 在 1.5 左右震荡',
    'eval loss 我也这样，不降',
    "the loss wasn't zero from the very beginning",
    'loss 一直 1.0 左右',
    '微调后没有效果，还是原来的回答',
    '模型一直输出重复内容',
    'merge 之后和原来模型完全一致，没有变化',
    'lora 没有生效，回答没变',
  ])('%s → nothing', (text) => {
    expect(seen(text)).toEqual([])
  })
})
