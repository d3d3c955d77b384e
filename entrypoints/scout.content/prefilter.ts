/**
 * Words without which no rule has anything to say: the stack, its models, its symptoms. One pass over the text; what
 * it lets through is read properly.
 */
const WORDS =
  /\bpeft\b|\blora|chatglm|glm-?[2-4]|transformers|torch|hugging ?face|bitsandbytes|cuda|accelerat|deepspeed|llama|sft|\btrl\b|fine-?tun|微调|\bloss\b|损失|token_?iz|trainer|training_?arg|adapter|datasets?\b|numpy|pyarrow|triton|flash_attn|grad_fn|requires_grad|checkpointing|padding_side|rope_scaling|cpm_kernels|_past_from|_token_tensor|_weights_keys|WeightExtraction|_encode_plus|keyword argument|for 'Half|target.modules|quantiz|gptq|evaluation_strategy|WeightCompression/i

/** Whether the text could concern any rule at all. */
export const isWorthReading = (text: string): boolean => WORDS.test(text)
