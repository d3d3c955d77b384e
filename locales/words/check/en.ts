import type { CheckWords } from './index'

export const en: CheckWords = {
  title: 'Check an environment or a log',
  lead: 'Read in your browser, sent nowhere.',
  openFull: 'Open as full page',
  thisPage: { title: 'On this page', own: 'Check something of your own' },
  box: {
    label: 'Environment, log or report',
    placeholder: 'pip freeze, pip list, conda list, a lock file, a training log, a whole report…',
    example: 'Try an example',
    exampleLog: 'Add its training log',
    choose: 'Choose files…',
    drop: 'Drop files anywhere on this page: logs, lists, trainer_state.json, *.safetensors',
    clear: 'Clear',
    cleared: 'Cleared.',
    replaced: 'Your selection took the place of what was here.',
    undo: 'Undo',
    kept: 'Kept in this browser until you clear it',
    letGo: 'Let go to check these files',
  },
  attached: {
    title: 'Also read',
    longPaste: 'Long paste',
    remove: (name) => `Remove ${name}`,
    notKept: 'not kept when this page closes',
  },
  choices: {
    title: 'What a package list does not say',
    help: 'The verdict turns on these.',
    model: 'Base model',
    modelExample: 'e.g. chatglm3-6b',
    precision: 'Precision',
    gpu: 'GPU',
    python: 'Python',
    unsaid: 'not said',
    unknownModel: 'Unmute does not know this model. Write it as on its page, such as chatglm3-6b.',
    precisions: {
      fp16: 'float16 weights: torch_dtype=torch.float16, .half()',
      amp: 'mixed precision: fp16=True, --fp16',
      bf16: 'bfloat16',
      fp32: 'float32',
      int8: '8-bit: load_in_8bit',
      int4: '4-bit: load_in_4bit, QLoRA',
    },
  },
  reading: 'Reading…',
  takenFor: {
    title: 'Read as',
    kinds: {
      'pip-freeze': 'pip freeze',
      'pip-list': 'pip list',
      'pip-list-json': 'pip list in JSON',
      'pip-show': 'pip show',
      requirements: 'requirements file',
      versions: 'package versions',
      'conda-list': 'conda list',
      'conda-file': 'conda environment file',
      'lock-file': 'lock file',
      'environment-report': 'environment report',
      installer: 'installer’s output',
      log: 'training log',
      'trainer-state': 'trainer_state.json',
      'adapter-config': 'adapter_config.json',
      traceback: 'traceback',
      code: 'code',
      configuration: 'training settings',
      json: 'JSON',
      prose: 'running text',
      thread: 'a saved thread',
    },
    lines: (from, to) => (from === to ? `line ${from}` : `lines ${from}–${to}`),
    show: (what) => `Select in the box: ${what}`,
  },
  packages: {
    title: 'Packages of the stack',
    affected: 'affected version',
    fine: 'not an affected version',
    unknown: 'no known fault',
    range: 'a range, no version',
    others: (count) => (count === 1 ? 'and one other package' : `and ${count} other packages`),
    onlyOthers: (count) =>
      count === 1 ? 'None; there is one other package.' : `None; there are ${count} other packages.`,
    show: (name) => `Select ${name} in the box`,
  },
  unread: {
    title: (count) => (count === 1 ? 'One line not understood' : `${count} lines not understood`),
    help: 'Nothing was read from these. If one matters, write it as `name==version`.',
    probably: 'a version?',
    line: (line) => `line ${line}`,
    rest: (count) => `and ${count} more`,
  },
  verdict: {
    title: 'Verdict',
    nothing: 'No fault that Unmute knows.',
    nothingHelp:
      'That is no guarantee: it knows some seventy failures, not all there are. If training goes wrong, it needs the log, the package list and, above, the base model; a log by itself does not say what was tuned.',
    undecided: (names) => `Nothing certain yet: there is an affected version (${names}).`,
    undecidedHelp:
      'Whether it bites depends on the base model and its precision: say which above, or paste the training log below the list.',
  },
  adapter: {
    dead: 'This adapter is dead',
    deadHelp:
      'Its weights contain NaN or infinity, and no setting at inference time brings them back. Train anew from the base model, after the cause is fixed.',
    partly: 'Part of this adapter was never trained',
    partlyHelp:
      'Some lora_B are still zero, as before the first step: those layers change nothing. Check which modules were meant to be trained.',
    untrained: 'This adapter was never trained',
    untrainedHelp:
      'Every lora_B is still zero, as it was before the first step: the adapter changes nothing. Check that the trained weights were saved, and from which model object.',
    fine: 'This adapter’s weights hold no NaN or infinity',
    fineHelp:
      'Nor is any lora_B still all zero. That does not say how well it was trained; if the model is silent all the same, look at how the adapter is loaded.',
    noTensors: 'There are no weights in this file. Check that it is the one that training saved.',
    counts: (tensors, dtypes, nonFinite, zero) =>
      `${tensors === 1 ? 'One tensor' : `${tensors} tensors`} (${dtypes.join(', ')}): ${nonFinite} with NaN or infinity, ${zero} lora_B all zero.`,
  },
  problem: {
    crashed:
      'This text could not be read: something in Unmute went wrong. Try with only the package list and the last lines of the log.',
    notSaved: 'The browser did not keep this: its storage is full or switched off. The check itself works.',
  },
}
