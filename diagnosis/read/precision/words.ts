import type { Pattern } from './settings'

/** What people write in sentences. The bare word `fp16` is the flag; loading in half precision is the weights. */
export const WORDS: Pattern[] = [
  {
    id: 'fp16',
    pattern:
      /(?<![\w.-])(?:fp16|float16|half[- ]precision|半精度)\s?(?:的\s?)?(?:底座|基座|模型|权重|base|weights?|checkpoint|model)(?![a-z])/i,
  },
  {
    id: 'fp16',
    pattern:
      /(?:底座|基座|模型|权重|\bbase\b|\bweights?\b|\bmodel\b)[^，,.。;；]{0,16}(?:是|为|以|按|\bin\b|\bas\b|\bis\b|\bare\b|\bto\b)\s?(?:torch\.)?(?:fp16|float16|half[- ]precision|半精度|half)(?![a-z])/i,
  },
  {
    id: 'fp16',
    pattern:
      /(?:以|用|按|按照|使用|采用)?\s?(?<![\w])(?:torch\.)?(?:float16|fp16|半精度)(?:[(（](?:半精度|fp16|float16|half)[)）])?\s?(?:权重|精度|方式|的方式)?(?:加载|载入|读进来|读取|读入)/i,
  },
  {
    id: 'fp16',
    pattern:
      /(?:load(?:ed|ing|s)?|weights?|base|kept|stored)[^.,;，。]{0,40}\bin (?:torch\.)?(?:float16|fp16|half(?: precision)?)(?!\w)/i,
  },
  {
    id: 'fp16',
    pattern:
      /(?:底座|基座|模型|权重|加载|载入)[^，,.。;；]{0,8}\bhalf\b|\bhalf\b\s?(?:加载|载入|精度)|(?:加载|载入)(?:的)?精度[^，,.。;；]{0,6}(?:fp16|float16|half)/i,
  },
  // the answer to a question, or an item of a list
  {
    id: 'fp16',
    pattern:
      /(?:精度|dtype|precision|类型)\s?(?:[:：=]|是|为)?\s?(?:半精度|half(?!\w))(?:\s?[(（]fp16[)）])?|^\s{0,4}(?:half|半精度)\s?[.。]?\s*$|[(（]半精度[)）]|(?<![\w.])half\s?\+|默认(?:是|为)?\s?half(?!\w)|(?:(?<!混合)半精度|half[- ]precision)\s?的?\s?(?=chatglm|glm|qwen|llama|mistral|baichuan|internlm|yi\b|gemma)/i,
  },
  // everything: nothing is left to mixed precision
  {
    id: 'fp16',
    pattern:
      /(?:全程|从头到尾|整个(?:模型)?|全部|一律)[^，,.。;；]{0,8}(?:(?<!\w)half(?!\w)|半精度)|(?:\beverything|\ball(?: of it)?|\bwhole (?:model|thing))\b[^.,;]{0,16}\b(?:half|float16)\b|(?:\bpure|纯)\s?(?:fp16|float16|half|半精度)/i,
  },
  { id: 'fp16', pattern: /(?<![\w.])torch\.(?:float16|half)(?!\w)|(?<![\w.])float16(?!\w)/i },
  // a switch of the training, whatever it switches on
  {
    id: 'amp',
    pattern:
      /(?:启用|开启?|打开|使用|采用|用的?)(?:了|是)?\s?半精度(?!的?\s?(?:底座|基座|模型|权重|加载|载入|chatglm|glm|qwen|llama))|半精度\s?(?:训练|微调)|\b(?:train|tun|run)\w{0,6}\s(?:with|in|using|under)\shalf[- ]precision(?! (?:base|weights?|model))|\b(?:enabl|us|turn|switch)\w{1,4}\s(?:on\s)?half[- ]precision(?! (?:base|weights?|model))/i,
  },
  {
    id: 'bf16',
    pattern:
      /(?<![\w.-])(?:torch\.)?(?:bfloat16|bf ?16)(?!\w)(?!['"]?\s?[:=]\s?(?:true|false|auto|null|none|no|yes|on|off|\d|['"{])(?![a-z]))/i,
  },
  {
    id: 'amp',
    pattern:
      /(?<![\w.-])fp ?16(?!\w)(?! gradients)(?!['"]?\s?[:=]\s?(?:true|false|auto|null|none|no|yes|on|off|\d|['"{])(?![a-z]))/i,
  },
  {
    id: 'fp32',
    pattern:
      /(?<![\w.-])(?:torch\.)?(?:float32|fp ?32)(?!\w)(?!['"]?\s?[:=]\s?(?:true|false|auto|null|none|no|yes|on|off|\d|['"{])(?![a-z]))/i,
  },
  { id: 'int8', pattern: /(?<![\w.-])(?:int8|8[- ]?bit)(?![\w])/i },
  {
    id: 'fp32',
    pattern:
      /(?:全精度|单精度)\s?(?:的)?(?:训练|加载|载入|微调|权重)|(?:train|load|run|tun)\w{0,6} in (?:full|single)[- ]precision(?![a-z])/i,
  },
  { id: 'int4', pattern: /(?<![\w.-])u?int4(?!\w)|(?<![\w.-])4[- ]?bit(?!\w)|(?<![\w.-])nf4(?!\w)/i },
  // four bits, unless the name says otherwise
  { id: 'int4', pattern: /(?<![\w./-])(?:GPTQ|AWQ)(?![\w-])(?![^\n]{0,40}int8)/ },
]

/** The type itself within a match of the words. */
export const TYPE =
  /(?:torch\.)?b?float\d\d|[fb][fp] ?\d\d|(?<!\w)half(?!\w)|[半单全]精度|u?int[48]|[48][- ]?bit|nf4|GPTQ|AWQ/i

/** Eight and four bits are of much else; of a model they are said beside one of these. */
export const QUANTISED_THING =
  /load|quant|train|model|base|weights?|lora|bnb|bitsandbytes|gptq|awq|dtype|infer|activation|fine-?tun|加载|装载|载入|量化|训练|微调|推理|模型|底座|基座|权重|精度|我用|代码里?中?写的?是|qwen|llama|glm|mistral|mixtral|baichuan|gemma|deepseek|internlm|(?<![a-z])(?:phi|yi)[-\d]/i

/** A quantised base that bitsandbytes refused to load never ran. */
export const QUANTISING_FAILED =
  /CUDA Setup failed|compiled without GPU support|requires (?:the latest version of )?bitsandbytes|metadata was found for bitsandbytes/i

/** Directly after "8-bit": of something else than a model. */
export const OF_SOMETHING_ELSE =
  /^[-\s]?(?:的\s?)?(?:matmul|kernels?|adam|paged|optimi[sz]er|lion|signed|unsigned|rgb|images?|colou?r|audio|pcm|machine|system|windows|os\b|counter|multiplication|优化器)/i
