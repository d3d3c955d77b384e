import type { CommandLineWords } from './index'

export const en: CommandLineWords = {
  usage: (
    precisions,
  ) => `usage: npm run --silent diagnose -- [--json] [--lang en|zh-CN] [--model ID] [--precision ID] [--gpu NAME] [--python X.Y] [--keep NAME]… FILE… | -

Reads a pip freeze, a log, a report, a thread (*.json with "blocks") or an adapter (*.safetensors); - reads standard input.
  --json            one line of JSON a file
  --lang            the language of the words: en or zh-CN
  --model           the base model, such as chatglm3-6b
  --precision       ${precisions}: fp16 is float16 weights, amp the mixed-precision flag
  --gpu             such as V100
  --python          such as 3.10
  --keep            a package that a repair must not change; no effect so far: repairing is not there yet`,
  misuse: {
    'unknown-option': (option) => `There is no option ${option}.`,
    'value-missing': (option) => `${option} needs a value.`,
    'value-unwanted': (option) => `${option} takes no value.`,
    'value-unknown': (option, known) => `${option}: give ${known}.`,
    'no-input': () => 'Name at least one file, or - for standard input.',
  },
  keepHasNoEffect: '--keep has no effect: Unmute cannot repair an environment yet.',
  brokenAlone:
    'Something is broken here, but nothing says what was tuned and how. Add the base model, the method (LoRA or all weights) and the output of `pip freeze`; give them as one text, or the model with --model.',
  nothingRead:
    'Nothing in it was recognised: no package, model, log or message of this stack. Give the output of `pip freeze`, a training log or the whole traceback.',
  undecided: (versions) =>
    `Not an all-clear: ${versions} is in an affected range, and whether that does harm depends on the base model. Give it with --model, or as a line of the text.`,
  found: 'Read here',
}
