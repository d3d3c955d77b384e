import type { CommandLineWords } from './index'

export const zh_CN: CommandLineWords = {
  usage: (
    precisions,
  ) => `用法：npm run --silent diagnose -- [--json] [--lang en|zh-CN] [--model 模型] [--precision 精度] [--gpu 显卡] [--python X.Y] [--keep 包名]… 文件… | -

可以读 pip freeze 的输出、日志、整份报告、讨论（带 "blocks" 的 *.json）和适配器（*.safetensors）；- 表示读标准输入。
  --json            每个文件输出一行 JSON
  --lang            输出语言：en 或 zh-CN
  --model           基座模型，例如 chatglm3-6b
  --precision       ${precisions}：fp16 指 float16 权重，amp 指混合精度开关
  --gpu             例如 V100
  --python          例如 3.10
  --keep            修复环境时不许改动的包；目前还不能修复环境，所以这个选项不起作用`,
  misuse: {
    'unknown-option': (option) => `没有 ${option} 这个选项。`,
    'value-missing': (option) => `${option} 后面要有取值。`,
    'value-unwanted': (option) => `${option} 不带取值。`,
    'value-unknown': (option, known) => `${option}：请填 ${known}。`,
    'no-input': () => '请至少写一个文件；读标准输入请写 -。',
  },
  keepHasNoEffect: '--keep 不起作用：Unmute 目前还不能修复环境。',
  brokenAlone:
    '这里确实有异常，但看不出微调的是什么模型、用的什么方法。请补上基座模型、微调方法（LoRA 还是全参数）和 `pip freeze` 的输出，和日志放在同一个文件里；模型也可以用 --model 指定。',
  nothingRead:
    '没有认出任何内容：里面没有这套工具的包、模型、日志或报错。请提供 `pip freeze` 的输出、训练日志，或完整的报错信息。',
  undecided: (versions) =>
    `还不能说没问题：${versions} 在受影响的范围内，有没有影响要看基座模型。请用 --model 指定，或在文字里写明。`,
  found: '读到的内容',
}
