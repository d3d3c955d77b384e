/** What the fields offer; anything else can be typed. */

export const suggestedModels = [
  'chatglm3-6b',
  'chatglm2-6b',
  'chatglm-6b',
  'glm-4-9b-chat',
  'qwen2.5-7b-instruct',
  'qwen2-7b-instruct',
  'qwen1.5-7b-chat',
  'llama-2-7b-hf',
  'llama-3-8b-instruct',
  'llama-3.1-8b-instruct',
  'baichuan2-7b-chat',
  'internlm2-chat-7b',
  'mistral-7b-v0.1',
  'gemma-2-9b-it',
  'deepseek-llm-7b-chat',
  'yi-6b',
]

export const suggestedGpus = [
  'V100',
  'T4',
  'RTX 2080 Ti',
  'RTX 3090',
  'RTX 4090',
  'A10',
  'A100',
  'H100',
  'L40S',
]

export const suggestedPythons = ['3.8', '3.9', '3.10', '3.11', '3.12']
