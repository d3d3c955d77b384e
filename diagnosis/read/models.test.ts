import { describe, expect, it } from 'vitest'
import { brief, view } from './reading.fixture'
import { readModels } from './models'

const read = (
  text: string,
  kind: 'description' | 'comment' | 'card' | 'paste' | 'metadata' = 'description',
) => brief(readModels(view(text, { kind })))

describe('readModels', () => {
  it('reads paths, options, configurations, prose and front matter', () => {
    expect(read('用 ChatGLM3-6B 做 LoRA 微调。')).toEqual(['chatglm3-6b'])
    expect(read('```bash\n--model_name_or_path /data/models/chatglm3-6b-base \\\r\n```')).toEqual([
      'chatglm3-6b-base',
    ])
    expect(read('```yaml\nmodel_name_or_path: Qwen/Qwen2.5-7B-Instruct\n```')).toEqual([
      'qwen2.5-7b-instruct',
    ])
    expect(read('---\nlibrary_name: peft\nbase_model: meta-llama/Llama-2-7b-hf\n---\n', 'card')).toEqual([
      'llama-2-7b',
    ])
    expect(read('ＣｈａｔＧＬＭ３－６Ｂ 的微调')).toEqual(['chatglm3-6b'])
  })

  it('names each model once, and keeps a name loose where it is', () => {
    expect(read('chatglm3 和 chatglm3-6b，还有 ChatGLM3-6B')).toEqual(['chatglm3', 'chatglm3-6b'])
  })

  it('passes over tools, licences, templates, data and pictures', () => {
    for (const text of [
      'LLaMA-Factory 0.8',
      '---\nlicense: llama2\n---',
      '```yaml\ntemplate: qwen\ndataset: llama3_instruct_zh\n```',
      '![image](https://example.invalid/llama31-7b.png)',
      '```\n  File "/x/site-packages/transformers/models/llama/modeling_llama.py", line 3\n```',
      '```python\nfrom transformers.models.llama.modeling_llama import repeat_kv\n```',
      'see tokenization_chatglm.py',
    ])
      expect(read(text), text).toEqual([])
  })

  it('takes an output folder only where nothing else names the base', () => {
    expect(
      read('```yaml\nmodel_name_or_path: THUDM/chatglm3-6b\noutput_dir: saves/qwen-7b/lora\n```'),
    ).toEqual(['chatglm3-6b'])
    expect(read('```yaml\noutput_dir: saves/qwen-7b/lora\n```')).toEqual(['qwen-7b'])
  })

  it('reads a family from the classes of its remote code', () => {
    expect(read("```\nAttributeError: 'ChatGLMTokenizer' object has no attribute 'x'\n```")).toEqual([
      'chatglm',
    ])
  })

  it('leaves what a comment quotes to whom it quotes', () => {
    expect(read('> I use chatglm3-6b\n\nThen use Qwen-7B.', 'comment')).toEqual(['qwen-7b'])
  })

  it('reads the data of a model page', () => {
    const props = {
      model: {
        id: 'me/my-lora',
        cardData: { base_model: 'THUDM/chatglm3-6b' },
        tags: ['peft', 'base_model:adapter:THUDM/chatglm3-6b'],
      },
    }
    expect(read(JSON.stringify(props), 'metadata')).toEqual(['chatglm3-6b'])
    expect(read(JSON.stringify({ model: { id: 'THUDM/chatglm2-6b', tags: ['glm'] } }), 'metadata')).toEqual([
      'chatglm2-6b',
    ])
    expect(
      read(
        JSON.stringify({
          model: { id: 'me/x', cardData: { base_model: ['Qwen/Qwen-7B', 'Qwen/Qwen-14B'] } },
        }),
        'metadata',
      ),
    ).toEqual(['qwen-7b', 'qwen-14b'])
    expect(read('{"model":', 'metadata')).toEqual([])
    expect(read('[1,null]', 'metadata')).toEqual([])
  })

  it.each([
    [
      'python t.py --model_name_or_path D:\\m\\chatglm2-6b --dataset a --output_dir glm26b_out',
      ['chatglm2-6b'],
    ],
    [
      'swift sft --model_type qwen1half-7b-chat --output_dir out/llama3-8b-x --dataset y',
      ['qwen1.5-7b-chat'],
    ],
    ['python t.py --output_dir saves/Qwen2-7B-lora', ['qwen2-7b']],
    ['python t.py --template llama3 --model_name_or_path /m/chatglm3-6b', ['chatglm3-6b']],
    ['python t.py --base /m/chatglm3-6b --adapter_name_or_path=ckpt/baichuan2-7b', ['chatglm3-6b']],
    [
      'model_name_or_path: /m/qwen2\noutput_dir: saves/Qwen2-7B-Instruct/lora',
      ['qwen2', 'qwen2-7b-instruct'],
    ],
    [
      'model_name_or_path: m/glm4-chat\noutput_dir: saves/GLM-4-9B-Chat/lora',
      ['glm-4-chat', 'glm-4-9b-chat'],
    ],
    ['model_name_or_path: /m/chatglm3-6b\noutput_dir: saves/llama2-7b/lora', ['chatglm3-6b']],
    ['```\nbase: Mistral-Nemo-Instruct-2407\n```', ['mistral-nemo-instruct-2407']],
    ['InternLM2-Chat-7B grew out of InternLM2-Chat-7B-SFT.', ['internlm2-chat-7b', 'internlm2-chat-7b-sft']],
    ['File "/cache/glm4-chat-pytorch-9b/modeling_chatglm.py", line 9', ['glm-4-9b-chat']],
    ['glm4-chat-9b 微调', ['glm-4-9b-chat']],
    ['python t.py --model_name_or_path Qwen/Qwen2-7B-Instruct --version qwen_1_5', ['qwen2-7b-instruct']],
    ['--conv-mode vicuna_v1 --model_path m/llava-qwen-7b', ['qwen-7b']],
    ['--template llama3 --model m/chatglm3-6b', ['chatglm3-6b']],
    ['Rank 0:  Prompt version: qwen_1_5', []],
    ['conv_mode = "llama_3"\nmodel_path = "Qwen/Qwen2.5-7B"', ['qwen2.5-7b']],
    ['prompt_type: llama2, model: mistralai/Mistral-7B-v0.1', ['mistral-7b-v0.1']],
    ['The conversation template is llama3.', []],
    ['chat_template: qwen2', []],
  ])('%s', (text, expected) => expect(read(text)).toEqual(expected))
})
