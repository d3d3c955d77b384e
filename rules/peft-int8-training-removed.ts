import type { Examples, Rule } from './schema'

export const rule: Rule = {
  id: 'peft-int8-training-removed',
  severity: 'crash',
  freezeCheck: 'with-script-or-file',
  basis: 'source',
  symptoms: {
    error:
      "cannot import name 'prepare_model_for_int8_training' from 'peft|module 'peft' has no attribute 'prepare_model_for_int8_training'",
    decisive: true,
  },
  told: 'prepare_model_for_int8_training',
  environment: { package: 'peft', range: '>=0.10.0' },
  fixes: [
    {
      id: 'new-name',
      code: `from peft import prepare_model_for_kbit_training

model = prepare_model_for_kbit_training(model)`,
    },
    {
      id: 'older-peft',
      command: 'pip install "peft==0.6.2"',
      unless: { package: 'transformers', range: '>=5.0.0.dev0' },
      // not up to 0.9, which still have the name: adapters are float16 from 0.7 on
      installs: { package: 'peft', range: '>=0.3.0,<0.7.0' },
    },
  ],
  ruler: { package: 'peft', broken: '>=0.10.0' },
  links: [
    {
      url: 'https://github.com/huggingface/peft/issues/1583',
      label: 'peft #1583',
      what: { en: 'a maintainer: removed in 0.10.0', zh_CN: '维护者说明：0.10.0 已删除' },
    },
    {
      url: 'https://github.com/meta-llama/llama-cookbook/issues/435',
      label: 'llama-cookbook #435',
      what: { en: 'a script of 2023 with PEFT 0.10.0', zh_CN: '2023 年的脚本配 PEFT 0.10.0' },
    },
  ],
  prose: {
    en: {
      name: 'prepare_model_for_int8_training has a new name in PEFT',
      symptom: "The script stops with `cannot import name 'prepare_model_for_int8_training' from 'peft'`.",
      verdict: {
        confirmed:
          'The script asks for `prepare_model_for_int8_training`, which PEFT {peft|0.10 or newer} no longer has; `prepare_model_for_kbit_training` does the same.',
      },
      cause:
        'PEFT renamed the function when 4-bit training came, and 0.10.0 took the old name away. Scripts of 2023, such as those modelled on alpaca-lora, still import it.',
      fixes: {
        'new-name': {
          title: 'Use the new name, in the import and in the call',
          limits:
            'Of the old arguments only `use_gradient_checkpointing` is left: leave `output_embedding_layer_name` and `layer_norm_names` out.',
        },
        'older-peft': {
          title: 'If the script cannot be changed, install PEFT 0.6.2',
          limits:
            '0.7 to 0.9 have the old name too, but make LoRA weights float16 on a float16 base, which ruins the training without an error.',
        },
      },
    },
    zh_CN: {
      name: 'PEFT 的 prepare_model_for_int8_training 已经改名',
      symptom: "脚本一启动就报 `cannot import name 'prepare_model_for_int8_training' from 'peft'`。",
      verdict: {
        confirmed:
          '脚本要用 `prepare_model_for_int8_training`，而 PEFT {peft|0.10 及以上} 已经没有它了；改用 `prepare_model_for_kbit_training`，作用相同。',
      },
      cause:
        'PEFT 支持 4 比特训练后，这个函数改了名，到 0.10.0 旧名字就删掉了。2023 年的脚本（比如照 alpaca-lora 改的）里还在用旧名字。',
      fixes: {
        'new-name': {
          title: '换成新名字，import 和调用的地方都要改',
          limits:
            '旧参数只剩 `use_gradient_checkpointing` 可用，`output_embedding_layer_name` 和 `layer_norm_names` 要去掉。',
        },
        'older-peft': {
          title: '脚本不方便改的话，装 PEFT 0.6.2',
          limits:
            '0.7 到 0.9 虽然也有旧名字，但基座是 float16 时 LoRA 权重也会是 float16，训练不报错，训出来的却是坏的。',
        },
      },
    },
  },
}

export const examples: Examples = {
  hits: [
    {
      text: "Traceback (most recent call last):\n  File \"/home/me/ChatGLM-Tuning/finetune.py\", line 12, in <module>\n    from peft import get_peft_model, prepare_model_for_int8_training\nImportError: cannot import name 'prepare_model_for_int8_training' from 'peft' (/home/me/env/lib/python3.10/site-packages/peft/__init__.py)",
      verdict: 'confirmed',
      why: 'an old script with a new PEFT',
    },
    {
      text: "peft==0.10.0\nAttributeError: module 'peft' has no attribute 'prepare_model_for_int8_training'",
      verdict: 'confirmed',
      why: 'called through the module',
    },
    {
      text: "peft==0.9.0\nImportError: cannot import name 'prepare_model_for_int8_training' from 'peft'",
      verdict: 'ruled-out',
      why: 'this PEFT has the function: another environment runs',
    },
  ],
  clean: [
    { text: 'peft==0.13.2', why: 'the version alone is no risk' },
    {
      text: "ImportError: cannot import name 'prepare_model_for_kbit_training' from 'peft'",
      why: 'the new name is missing: that PEFT is too old',
    },
  ],
  misses: [
    {
      text: "NameError: name 'prepare_model_for_int8_training' is not defined",
      why: 'the import was taken out and the call left: no word of PEFT',
    },
  ],
}
