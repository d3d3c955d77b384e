import { describe, expect, it } from 'vitest'
import { readAddress } from './address'

const read = (url?: string) =>
  readAddress({ site: 'github', url, blocks: [] }).map((fact) =>
    'id' in fact ? `${fact.kind} ${fact.id}` : fact.kind,
  )

describe('readAddress', () => {
  it.each([
    ['https://github.com/zai-org/ChatGLM3/issues/1', ['model chatglm3-6b']],
    ['https://github.com/THUDM/ChatGLM2-6B/issues/2', ['model chatglm2-6b']],
    ['https://github.com/zai-org/ChatGLM-6B/issues/3', ['model chatglm-6b']],
    ['https://github.com/zai-org/GLM-4/issues/3', ['model glm-4']],
    ['https://github.com/somebody/ChatGLM-Tuning/issues/9', ['model chatglm-6b']],
    ['https://github.com/somebody/chatglm2_finetuning/issues/9', ['model chatglm2-6b']],
    ['https://github.com/QwenLM/Qwen2.5/issues/1', ['model qwen2.5']],
    ['https://github.com/baichuan-inc/Baichuan2/issues/1', ['model baichuan2']],
    ['https://huggingface.co/THUDM/chatglm3-6b', ['model chatglm3-6b']],
    ['https://huggingface.co/THUDM/chatglm3-6b-base/discussions/4', ['model chatglm3-6b-base']],
    ['https://huggingface.co/Qwen/Qwen-7B-Chat', ['model qwen-7b-chat']],
    ['https://github.com/hiyouga/LlamaFactory/issues/1', ['framework llamafactory']],
    ['https://github.com/hiyouga/LLaMA-Factory/issues/1', ['framework llamafactory']],
    ['https://github.com/modelscope/ms-swift/issues/1', ['framework ms-swift']],
    ['https://github.com/ggml-org/llama.cpp/issues/1', []],
    ['https://github.com/meta-llama/llama-recipes/issues/1', []],
    ['https://github.com/somebody/baby-llama2-chinese/pull/2', []],
    ['https://github.com/somebody/finetune-chatglm2-6b/issues/1', ['model chatglm2-6b']],
    ['https://github.com/somebody/lora-qwen2-demo/issues/1', ['model qwen2']],
    ['https://github.com/somebody/awesome-qwen2.5/issues/1', ['model qwen2.5']],
    ['https://github.com/somebody/simple_chatglm3_finetuning/issues/1', ['model chatglm3-6b']],
    ['https://github.com/somebody/tutorial-llama3-training/issues/1', ['model llama-3']],
    ['https://github.com/somebody/llama3-vs-qwen2-demo/issues/1', ['model llama-3']],
    ['https://github.com/somebody/rocket-qwen2-game/issues/1', []],
    ['https://github.com/huggingface/peft/issues/1', []],
    ['https://github.com/somebody/glm-edge-deploy/issues/1', []],
    ['https://example.org/', []],
    ['not an address', []],
    ['https://github.com/a/%E0%A4%A', []],
    [undefined, []],
  ])('%s', (url, expected) => {
    expect(read(url)).toEqual(expected)
  })

  it('belongs to nobody and stands in the address', () => {
    const url = 'https://github.com/zai-org/ChatGLM3/issues/1'
    const [fact] = readAddress({ site: 'github', url, blocks: [] })
    expect(fact).toMatchObject({ block: 'url' })
    expect(fact!.author).toBeUndefined()
    expect(url.slice(fact!.start, fact!.end)).toBe('ChatGLM3')
  })
})
