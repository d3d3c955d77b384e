import type { Fact, FrameworkId } from '../facts'
import type { Saying } from './sayings'
import { firstOfEach, notACure, sayings } from './sayings'
import type { View } from './view'
import { spanOf } from './view'

const HINT =
  /factory|llmtuner|train_bash|finetuning_type|swift|xtuner|mmengine|axolotl|deepspeed|zero|ds_config|lightning|trainer|TrainingArguments|backward|optimizer\.step|训练循环|training loop/gi

const FRAMEWORKS: Saying<FrameworkId>[] = [
  {
    id: 'llamafactory',
    pattern: /llama-?_? ?factory(?:-cli)?|llmtuner|src\/train_bash\.py|finetuning_type|LLaMA Board/i,
  },
  {
    id: 'ms-swift',
    pattern:
      /(?<![A-Za-z])ms[-_]swift|(?<![\w])swift (?:sft|infer|pt|rlhf|export|web-ui)|swift\.(?:llm|cli)|用 swift/i,
  },
  { id: 'xtuner', pattern: /(?<![A-Za-z])xtuner/i },
  { id: 'axolotl', pattern: /(?<![A-Za-z])axolotl/i },
  {
    id: 'deepspeed',
    pattern:
      /--deepspeed\b|^\s*deepspeed\s+(?:--|\w+\.py)|(?<!\w)ds_(?:config|z[123]|train)|zero[- _]?(?:stage[- _]?)?[123](?!\w)/i,
  },
  {
    id: 'lightning',
    pattern: /pytorch[_-]lightning|(?<![A-Za-z])lightning(?:\.pytorch|(?![A-Za-z]))|\bpl\.Trainer/i,
  },
  {
    id: 'trainer',
    pattern:
      /(?<!pl\.)(?<![A-Za-z])(?:Seq2Seq|SFT)?Trainer\(|TrainingArguments|trainer\.train\(\)|HF Trainer/,
  },
  {
    id: 'own-loop',
    pattern:
      /loss\.backward\(\)|accelerator\.backward\(|optimizer\.step\(\)|训练循环|(?:own|custom|hand-?written) (?:training )?loop/i,
  },
]

/** What runs the writer's training, each once a stance. Versions in lists are the packages' business. */
export function readFramework(view: View): Fact[] {
  return firstOfEach(sayings(view, FRAMEWORKS, HINT).map(notACure)).map(({ id, stance, start, end }) => ({
    kind: 'framework',
    id,
    stance,
    ...spanOf(view, start, end),
  }))
}
