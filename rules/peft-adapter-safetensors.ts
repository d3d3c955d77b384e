import type { Condition, Examples, Rule } from './schema'

/** How PEFT before 0.4 says it; later ones name `adapter_model.safetensors` as well. */
const readsBinOnly: Condition = {
  error: 'in the Hugging Face Hub\\. Please check that the file adapter_model\\.bin is present',
  decisive: true,
}

const noBinFile: Condition = {
  error: 'No such file or directory: [\'"][^\'"]{0,300}adapter_model\\.bin',
  decisive: true,
}

/** `save_pretrained` saves so by default from PEFT 0.7 on, and the Trainer asks for it from transformers 4.35 on. */
const savesSafetensors: Condition = {
  anyOf: [
    { package: 'peft', range: '>=0.7.0' },
    {
      allOf: [
        { package: 'peft', range: '>=0.5.0' },
        { package: 'transformers', range: '>=4.35.0' },
      ],
    },
  ],
}

/** Decisive here and not as a symptom: where no version is known, the file may be missing for another reason. */
const environment: Condition = {
  anyOf: [
    { allOf: [readsBinOnly, { package: 'peft', range: '<0.4.0' }] },
    { allOf: [noBinFile, savesSafetensors] },
  ],
}

const messages = (conditions: Condition[]): Condition[] =>
  conditions.map((condition) => ('error' in condition ? { error: condition.error } : condition))

export const rule: Rule = {
  id: 'peft-adapter-safetensors',
  severity: 'crash',
  freezeCheck: 'with-script-or-file',
  basis: 'source',
  symptoms: { anyOf: messages([readsBinOnly, noBinFile]) },
  environment,
  doubts: {
    anyOf: [
      // in the days of these releases a wrong path was the commoner reason
      ...messages([readsBinOnly]),
      // its Trainer still wrote the old format
      { package: 'transformers', range: '<4.35.0' },
    ],
  },
  fixes: [
    {
      id: 'newer-reader',
      command: 'pip install "peft>=0.12,<0.14"',
      when: { anyOf: messages([readsBinOnly]) },
      installs: { package: 'peft', range: '>=0.12.0,<0.14.0', chosenFor: 'transformers' },
    },
    {
      id: 'read-safetensors',
      code: `from safetensors.torch import load_file

weights = load_file("adapter_model.safetensors")`,
      when: { anyOf: messages([noBinFile]) },
    },
    {
      id: 'write-bin',
      code: 'model.save_pretrained("out", safe_serialization=False)',
    },
    {
      id: 'convert',
      code: `import torch
from safetensors.torch import load_file

torch.save(load_file("adapter_model.safetensors"), "adapter_model.bin")`,
    },
  ],
  links: [
    {
      url: 'https://github.com/huggingface/peft/blob/v0.7.0/src/peft/peft_model.py',
      label: 'peft 0.7.0',
      what: { en: 'saves safetensors by default', zh_CN: '默认保存为 safetensors' },
    },
    {
      url: 'https://github.com/huggingface/peft/blob/v0.3.0/src/peft/peft_model.py',
      label: 'peft 0.3.0',
      what: { en: 'looks for the .bin file only', zh_CN: '只找 .bin 文件' },
    },
  ],
  prose: {
    en: {
      name: 'The adapter is a safetensors file, not a .bin file',
      symptom: '`adapter_model.bin` is not found, though training saved an adapter.',
      verdict: {
        confirmed:
          'The script looks for `adapter_model.bin`, but adapters are saved as `adapter_model.safetensors` here (PEFT {peft|version not stated}).',
        likely:
          'The script looks for `adapter_model.bin`, but since 0.7 PEFT saves `adapter_model.safetensors` (PEFT here: {peft|not stated}). Look into the folder: if `adapter_model.safetensors` is there, this is the reason; if neither file is, the path is wrong or nothing was saved.',
      },
      cause:
        'From PEFT 0.7 on, and in checkpoints of the Trainer from transformers 4.35 on, adapters are saved in another format. PEFT before 0.4, and scripts that load the file themselves, know only the old name.',
      fixes: {
        'newer-reader': {
          title: 'Load it with a newer PEFT',
          limits: 'Not with 0.7 to 0.11 if you go on training: those make LoRA weights float16.',
        },
        'read-safetensors': { title: 'Read the new file in the script, in place of `torch.load`' },
        'write-bin': {
          title: 'Save in the old format from now on',
          limits:
            'Adapters that are already saved stay as they are. For the Trainer’s checkpoints set `save_safetensors=False` in the training arguments, up to transformers 4.57.',
        },
        convert: { title: 'Convert the saved adapter' },
      },
    },
    zh_CN: {
      name: '适配器存成了 safetensors，不是 .bin',
      symptom: '训练明明保存了适配器，却找不到 `adapter_model.bin`。',
      verdict: {
        confirmed:
          '程序要找的是 `adapter_model.bin`，而这里的适配器（PEFT {peft|版本未写明}）存的是 `adapter_model.safetensors`。',
        likely:
          '程序要找的是 `adapter_model.bin`，而 PEFT 从 0.7 起存的是 `adapter_model.safetensors`（这里的 PEFT：{peft|未写明}）。到目录里看一眼：有 `adapter_model.safetensors`，就是这个原因；两个文件都没有，那是路径不对，或者根本没存上。',
      },
      cause:
        'PEFT 从 0.7 起，换了保存适配器的默认格式；transformers 从 4.35 起，Trainer 存的检查点也是新格式。0.4 之前的 PEFT，还有自己读文件的脚本，只认旧的文件名。',
      fixes: {
        'newer-reader': {
          title: '换新一点的 PEFT 来加载',
          limits: '还要接着训练的话，不要装 0.7 到 0.11：这几版会把 LoRA 权重建成 float16。',
        },
        'read-safetensors': { title: '在脚本里改读新文件，代替 `torch.load`' },
        'write-bin': {
          title: '以后都按旧格式保存',
          limits:
            '已经存好的适配器不会变。Trainer 自动存的检查点，要在训练参数里设 `save_safetensors=False`（到 transformers 4.57 为止）。',
        },
        convert: { title: '把现有的适配器转换一下' },
      },
    },
  },
}

export const examples: Examples = {
  hits: [
    {
      text: 'peft==0.10.0\nTraceback (most recent call last):\n  File "infer.py", line 21, in <module>\n    state = torch.load(os.path.join(ckpt, "adapter_model.bin"))\nFileNotFoundError: [Errno 2] No such file or directory: \'runs/llama/checkpoint-200/adapter_model.bin\'',
      verdict: 'confirmed',
      why: 'this PEFT writes the other file',
    },
    {
      text: "FileNotFoundError: [Errno 2] No such file or directory: '/root/out/adapter_model.bin'",
      verdict: 'likely',
      why: 'no version is known',
    },
    {
      text: "ValueError: Can't find weights for my/lora in my/lora or in the Hugging Face Hub. Please check that the file adapter_model.bin is present at my/lora.",
      verdict: 'likely',
      why: 'an old PEFT that cannot read the new file; or a wrong path',
    },
    {
      text: "peft==0.6.2\ntransformers==4.34.1\nFileNotFoundError: [Errno 2] No such file or directory: '/root/out/adapter_model.bin'",
      verdict: 'ruled-out',
      why: 'these save the .bin file',
    },
    {
      text: "peft==0.6.2\ntransformers==4.38.2\nFileNotFoundError: [Errno 2] No such file or directory: '/root/out/adapter_model.bin'",
      verdict: 'confirmed',
      why: 'the Trainer asks this PEFT for the new format',
    },
  ],
  clean: [
    {
      text: "ValueError: Can't find weights for out in out or in the Hugging Face Hub. Please check that the file adapter_model.bin or adapter_model.safetensors is present at out.",
      why: 'a PEFT that reads both found neither',
    },
    {
      text: "FileNotFoundError: [Errno 2] No such file or directory: '/root/out/pytorch_model.bin'",
      why: 'another file',
    },
    { text: 'peft==0.7.1', why: 'the version alone is no risk' },
  ],
  misses: [
    {
      text: 'OSError: out does not appear to have a file named adapter_model.bin',
      why: 'a loader with words of its own',
    },
  ],
}
