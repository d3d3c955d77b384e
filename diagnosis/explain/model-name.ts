const SPELLINGS: [RegExp, string][] = [
  [/^chatglm/, 'ChatGLM'],
  [/^glm/, 'GLM'],
  [/^codegeex/, 'CodeGeeX'],
  [/^qwen/, 'Qwen'],
  [/^qwq/, 'QwQ'],
  [/^codellama/, 'CodeLlama'],
  [/^tinyllama/, 'TinyLlama'],
  [/^llama/, 'Llama'],
  [/^baichuan/, 'Baichuan'],
  [/^internlm/, 'InternLM'],
  [/^deepseek/, 'DeepSeek'],
  [/^mixtral/, 'Mixtral'],
  [/^mistral/, 'Mistral'],
  [/^gemma/, 'Gemma'],
  [/^phi/, 'Phi'],
  [/^yi(?=-)/, 'Yi'],
]

/** A model id as people write it: `chatglm3-6b` → `ChatGLM3-6B`. Unknown families keep their spelling. */
export function modelName(id: string): string {
  const spelling = SPELLINGS.find(([pattern]) => pattern.test(id))
  if (!spelling) return id
  return id
    .replace(...spelling)
    .replace(
      /(^|-)(\d+(?:\.\d+)?)(b|k|m)(?=-|$)/g,
      (_, dash, number, unit: string) => `${dash}${number}${unit.toUpperCase()}`,
    )
    .replace(
      /-(chat|base|instruct|hf|distill|coder|math)(?=-|$)/g,
      (_, word: string) => `-${word[0]!.toUpperCase()}${word.slice(1)}`,
    )
}
