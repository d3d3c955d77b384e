import { describe, expect, it } from 'vitest'
import { familyOfClass, modelsNamed, partsOfId } from './names'

const ids = (text: string) => [...new Set(modelsNamed(text).map(({ id }) => id))]

describe('modelsNamed', () => {
  it.each([
    ['mistralai/Mistral-7B-v0.1', ['mistral-7b-v0.1']],
    ['Mistral-7B v0.1', ['mistral-7b-v0.1']],
    ['mistral-7b-sft-beta', ['mistral-7b-sft-beta']],
    ['HuggingFaceH4/mistral-7b-sft-beta', ['mistral-7b-sft-beta']],
    ['mlx-community/Mixtral-8x7B-v0.1-hf-4bit-mlx', ['mixtral-8x7b-v0.1-hf-4bit-mlx']],
    ['mlx-community/Mixtral-8x7B-Instruct-v0.1-hf-4bit-mlx', ['mixtral-8x7b-instruct-v0.1-hf-4bit-mlx']],
    ['unsloth/mistral-7b-bnb-4bit', ['mistral-7b-bnb-4bit']],
    ['unsloth/llama-3-8b-Instruct-bnb-4bit', ['llama-3-8b-instruct-bnb-4bit']],
    ['D:/codes/pretrained_model/llama-3-chinese-8b', ['llama-3-chinese-8b']],
    ['llama3-chinese-8b-instruct', ['llama-3-chinese-8b-instruct']],
    ['Llama-3-Chinese-8B-Instruct（指令模型）', ['llama-3-chinese-8b-instruct']],
    ['Llama3-Chinese-8B-Instruct', ['llama-3-chinese-8b-instruct']],
    ['hfl/llama-3-chinese-8b-instruct-v2', ['llama-3-chinese-8b-instruct-v2']],
    ['FlagAlpha/Llama3-Chinese-8B-Instruct', ['llama-3-chinese-8b-instruct']],
    ['shenzhi-wang/Llama3-8B-Chinese-Chat', ['llama-3-8b-chinese-chat']],
    ['Chinese-Alpaca-2-7B', ['chinese-alpaca-2-7b']],
    ['hfl/chinese-llama-2-7b', ['chinese-llama-2-7b']],
    ['chinese-alpaca-plus-7b', ['chinese-alpaca-plus-7b']],
    ['qwen2_1_5b_instruct', ['qwen2-1.5b-instruct']],
    ['Qwen2_1_5B', ['qwen2-1.5b']],
    ['ModelType.qwen2_7b_instruct', ['qwen2-7b-instruct']],
    ['qwen1half-7b-chat', ['qwen1.5-7b-chat']],
    ['Qwen-1_8B-Chat', ['qwen-1.8b-chat']],
    ['/models/chatglm3_hyphen_6b', ['chatglm3-6b']],
    ['GLM-4-9B-0414', ['glm-4-9b-0414']],
    ['GLM-Z1-9B', ['glm-z1-9b']],
    ['internlm/internlm2_5-7b-chat', ['internlm2.5-7b-chat']],
    ['deepseek-llm-7b-chat', ['deepseek-llm-7b-chat']],
    ['phi-1_5', ['phi-1.5']],
    ['mistralai/Mistral-Nemo-Instruct-2407', ['mistral-nemo-instruct-2407']],
    ['mistral-small-24b-instruct-2501', ['mistral-small-24b-instruct-2501']],
    ['nvidia/Llama-3.1-Nemotron-70B', ['llama-3.1']],
    ['unsloth/Qwen2.5-7B-Instruct-bnb-4bit', ['qwen2.5-7b-instruct-bnb-4bit']],
    ['glm-10b-chinese', ['glm-10b-chinese']],
    ['THUDM/chatglm3-6b', ['chatglm3-6b']],
    ['/data/models/chatglm3-6b-base/', ['chatglm3-6b-base']],
    ['D:\\models\\chatglm2-6b-int4', ['chatglm2-6b-int4']],
    ['ChatGLM3', ['chatglm3']],
    ['ChatGLM 3', ['chatglm3']],
    ['chatglm3 6b', ['chatglm3-6b']],
    ['用chatglm3-6b做微调', ['chatglm3-6b']],
    ['ChatGLM3-6B-Chat', ['chatglm3-6b']],
    ['ChatGLM-3-6B', ['chatglm3-6b']],
    ['chatglm3-6b-32k', ['chatglm3-6b-32k']],
    ['chatglm-6b', ['chatglm-6b']],
    ['glm3 训练', ['chatglm3']],
    ['GLM4-9B-Chat', ['glm-4-9b-chat']],
    ['glm-4-9b-chat-1m', ['glm-4-9b-chat-1m']],
    ['glm_4_9b_chat', ['glm-4-9b-chat']],
    ['glm-4v-9b', ['glm-4v-9b']],
    ['GLM-4.5-Air', ['glm-4.5-air']],
    ['glm-edge-1.5b-chat', ['glm-edge-1.5b-chat']],
    ['transformers_modules/glm_hyphen_4_hyphen_voice_hyphen_9b/modeling_chatglm.py', ['glm-4-voice-9b']],
    ['VisualGLM-6B', ['visualglm-6b']],
    ['Qwen/Qwen-7B-Chat', ['qwen-7b-chat']],
    ['Qwen-1_8B-Chat', ['qwen-1.8b-chat']],
    ['llava_lora_qwen2_7b_mix', ['qwen2-7b']],
    ['qwen1.8b-chat-int4', ['qwen-1.8b-chat-int4']],
    ['Qwen1.5-14B', ['qwen1.5-14b']],
    ['qwen2.5-7b-instruct', ['qwen2.5-7b-instruct']],
    ['Qwen2.5-Coder-32B-Instruct', ['qwen2.5-coder-32b-instruct']],
    ['Qwen2-VL-7B-Instruct', ['qwen2-vl-7b-instruct']],
    ['Qwen3-30B-A3B', ['qwen3-30b-a3b']],
    ['Qwen3-Embedding-0.6B', ['qwen3-embedding-0.6b']],
    ['QwQ-32B', ['qwq-32b']],
    ['meta-llama/Llama-2-7b-chat-hf', ['llama-2-7b-chat']],
    ['meta-llama/Meta-Llama-3-8B-Instruct', ['llama-3-8b-instruct']],
    ['Llama-3.1-8B', ['llama-3.1-8b']],
    ['llama3-1-8B', ['llama-3.1-8b']],
    ['Llama 3.1 8B Instruct', ['llama-3.1-8b-instruct']],
    ['LLaMA 30B', ['llama-30b']],
    ['llama-7b-hf', ['llama-7b']],
    ['decapoda-research_llama-7b-hf', ['llama-7b']],
    ['Llama-2-13b', ['llama-2-13b']],
    ['TinyLlama-1.1B-step-50K-105b', ['tinyllama-1.1b']],
    ['CodeLlama-7b-Instruct-hf', ['codellama-7b-instruct']],
    ['chinese-llama-2-7b', ['chinese-llama-2-7b']],
    ['baichuan-inc/Baichuan2-13B-Chat', ['baichuan2-13b-chat']],
    ['Baichuan-7B', ['baichuan-7b']],
    ['mistralai/Mistral-7B-Instruct-v0.2', ['mistral-7b-instruct-v0.2']],
    ['Mixtral-8x7B-Instruct-v0.1', ['mixtral-8x7b-instruct-v0.1']],
    ['internlm/internlm2-chat-7b', ['internlm2-chat-7b']],
    ['internlm2_5-7b-chat', ['internlm2.5-7b-chat']],
    ['deepseek-ai/deepseek-coder-1.3b-instruct', ['deepseek-coder-1.3b-instruct']],
    ['DeepSeek-R1-Distill-Qwen-7B', ['deepseek-r1-distill-qwen-7b']],
    ['deepseek-ai/deepseek-vl2', ['deepseek-vl2']],
    ['google/gemma-2b-it', ['gemma-2b-it']],
    ['gemma-2-9b-it', ['gemma-2-9b-it']],
    ['microsoft/phi-2', ['phi-2']],
    ['Phi-3-mini-4k-instruct', ['phi-3-mini-4k-instruct']],
    ['01-ai/Yi-6B-Chat', ['yi-6b-chat']],
    ['Yi-1.5-9B-Chat', ['yi-1.5-9b-chat']],
    ['facebook/opt-125m', ['opt-125m']],
    ['Vicuna-7B-v1.5', ['vicuna-7b-v1.5']],
    ['a question about llama and mistral', ['llama', 'mistral']],
    ['chatglm2-6b、baichuan2-13b 都试过', ['chatglm2-6b', 'baichuan2-13b']],
    ['chatglm3-6b微调', ['chatglm3-6b']],
    ['chatglm2-6b-merged', ['chatglm2-6b']],
    ['./output/adgen-chatglm-6b-ft-1e-4/checkpoint-2000', ['chatglm-6b']],
  ])('%s', (text, expected) => {
    expect(ids(text)).toEqual(expected)
  })

  it.each([
    'LLaMA-Factory',
    'LlamaFactory',
    'llama factory 0.8',
    'ggml-org/llama.cpp',
    'llama-recipes',
    'llama_index',
    'LlamaDecoderLayer',
    'Qwen2ForCausalLM',
    'from transformers.models.llama.modeling_llama import repeat_kv',
    'tokenization_chatglm.py',
    'baby-llama2-chinese',
    'ollama run',
    'the philosophy of Yi',
    'opt_level="O1"',
    'THUDM/',
    'yield 6',
    'glmnet in R',
  ])('%s names none', (text) => {
    expect(ids(text)).toEqual([])
  })

  it('places a name exactly', () => {
    const [named] = modelsNamed('底座 chatglm3-6b-base，')
    expect('底座 chatglm3-6b-base，'.slice(named!.start, named!.end)).toBe('chatglm3-6b-base')
  })

  it('does not run across a sentence', () => {
    expect(ids('chatglm3 6 张卡')).toEqual(['chatglm3'])
    expect(ids('Llama 2 GPUs')).toEqual(['llama'])
    expect(ids('训练 qwen 3 epochs')).toEqual(['qwen'])
    expect(ids('Qwen-7B chat template')).toEqual(['qwen-7b'])
  })
})

describe('scripts and configurations called after their model', () => {
  it.each([
    ['模板用的是 `examples/alter_cog_chatglm2.sh`，只换了数据', ['chatglm2']],
    ['执行 `bash scripts/train_chatglm2.sh`', ['chatglm2']],
    ['python finetune_chatglm3.py', ['chatglm3']],
    ['I ran `sh finetune_llama3.sh`', ['llama-3']],
    ['`configs/lora_chatglm3.yaml`', ['chatglm3']],
    ['xtuner train internlm2_qlora.py', ['internlm2']],
    ['File "/root/.cache/modeling_chatglm2.py", line 3', []],
    ['tests/test_llama2.py fails', []],
    ['the script convert_llama2.py', []],
    ['outputs/my_llama2_run/log.txt', []],
  ])('%s', (text, expected) => {
    expect(ids(text)).toEqual(expected)
  })
})

describe('familyOfClass', () => {
  it('knows the remote code by its classes', () => {
    expect(familyOfClass("'ChatGLMTokenizer' object has no attribute")?.id).toBe('chatglm')
    expect(familyOfClass('ChatGLM4Tokenizer._pad()')?.id).toBe('glm-4')
    expect(familyOfClass('LlamaTokenizer')).toBeUndefined()
  })
})

describe('partsOfId', () => {
  it('takes an id apart', () => {
    expect(partsOfId('llama-3.1-8b-instruct')).toEqual({
      family: 'llama',
      generation: '3.1',
      size: '8b',
      words: ['instruct'],
    })
    expect(partsOfId('qwen-7b')).toMatchObject({ generation: '', size: '7b' })
    expect(partsOfId('mixtral-8x7b')).toMatchObject({ generation: '', size: '8x7b' })
    expect(partsOfId('kolors')).toBeUndefined()
  })
})
