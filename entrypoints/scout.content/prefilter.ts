/**
 * Words without which no rule has anything to say: the stack, its models, its symptoms. One pass over the text; what
 * it lets through is read properly.
 */
const WORDS =
  /\bpeft\b|lora\b|chatglm|glm-?[2-4]|transformers|\btorch|bitsandbytes|accelerate|deepspeed|fine-?tun|微调|\bloss\b|损失/i

/** Whether the text could concern any rule at all. */
export const isWorthReading = (text: string): boolean => WORDS.test(text)
