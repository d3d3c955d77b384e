import type { PrecisionId } from '../../facts'

/** A way to write a precision; `cast` changes the whole model, so that the last one counts. */
export interface Pattern {
  id: PrecisionId
  pattern: RegExp
  cast?: true
}

const DTYPE = '(?:torch_)?(?<!compute_)dtype[\'"]?\\s{0,4}[:=]\\s{0,4}[\'"]?(?:torch\\.)?'
const OPTION = '--(?:torch_)?dtype[ =]{1,3}[\'"]?(?:torch\\.)?'
const END = '(?![\\w])'
const TRUE = '[\'"]?\\s{0,4}[:=]\\s{0,4}[\'"]?(?:true(?!\\w)|1(?!\\w|\\.\\d))'

/** What programs, configurations and logs write. */
export const SETTINGS: Pattern[] = [
  // the dtype of a quantised base's arithmetic is no dtype of weights
  {
    id: 'amp',
    pattern: /bnb_4bit_compute_dtype['"]?\s{0,4}[:=]\s{0,4}['"]?(?:torch\.)?(?:float16|half|fp16)(?!\w)/i,
  },
  {
    id: 'bf16',
    pattern: /bnb_4bit_compute_dtype['"]?\s{0,4}[:=]\s{0,4}['"]?(?:torch\.)?(?:bfloat16|bf16)(?!\w)/i,
  },
  { id: 'fp16', pattern: new RegExp(`(?:${DTYPE}|${OPTION})(?:float16|half|fp16)${END}`, 'i') },
  { id: 'bf16', pattern: new RegExp(`(?:${DTYPE}|${OPTION})(?:bfloat16|bf16)${END}`, 'i') },
  { id: 'fp32', pattern: new RegExp(`(?:${DTYPE}|${OPTION})(?:float32|float|fp32)${END}`, 'i') },
  { id: 'int8', pattern: new RegExp(`${OPTION}int8${END}`, 'i') },
  { id: 'int4', pattern: new RegExp(`${OPTION}int4${END}`, 'i') },
  {
    id: 'fp16',
    pattern: /(?<!bnb_4bit_)compute[_ ]dtype['"]?\s{0,3}[:=]\s{0,3}['"]?(?:torch\.)?(?:float16|half)(?!\w)/i,
  },
  {
    id: 'bf16',
    pattern: /(?<!bnb_4bit_)compute[_ ]dtype['"]?\s{0,3}[:=]\s{0,3}['"]?(?:torch\.)?bfloat16(?!\w)/i,
  },
  { id: 'fp16', pattern: /target_dtype['"]?\s{0,3}[:=]\s{0,3}['"]?(?:16|fp16)(?!\w)/i },
  { id: 'fp16', pattern: /\.half\(\)|\.to\((?:dtype\s?=\s?)?torch\.(?:float16|half)\)/, cast: true },
  { id: 'bf16', pattern: /\.bfloat16\(\)|\.to\((?:dtype\s?=\s?)?torch\.bfloat16\)/, cast: true },
  {
    id: 'fp32',
    pattern: /(?:\)|\bmodel)\.float\(\)|\bmodel\.to\((?:dtype\s?=\s?)?torch\.float32\)/,
    cast: true,
  },
  { id: 'amp', pattern: new RegExp(`(?<![\\w.-])(?:use_)?fp16${TRUE}`, 'i') },
  { id: 'bf16', pattern: new RegExp(`(?<![\\w.-])(?:use_)?bf16${TRUE}`, 'i') },
  { id: 'amp', pattern: /(?<![\w-])--?fp16(?:[ =]true)?(?![\w-]|[ =](?:false|0)\b)/i },
  { id: 'bf16', pattern: /(?<![\w-])--?bf16(?:[ =]true)?(?![\w-]|[ =](?:false|0)\b)/i },
  { id: 'amp', pattern: /mixed[_-]?precision['"]?(?:\s{0,3}[:=]\s{0,3}|\s)['"]?(?:fp16|16)(?!\w)/i },
  { id: 'bf16', pattern: /mixed[_-]?precision['"]?(?:\s{0,3}[:=]\s{0,3}|\s)['"]?bf16(?!\w)/i },
  {
    id: 'amp',
    pattern:
      /native amp|(?<![A-Za-z])AMP (?:is |was )?(?:on|enabled)|(?:开启?了?|启用|打开)\s?amp(?![a-z])|cuda_amp half|\bamp\.initialize\(|opt_level\s?=\s?['"]O[12]['"]|auto half precision backend|混合精度\s?[:：]?\s?fp16/i,
  },
  { id: 'bf16', pattern: /混合精度\s?[:：]?\s?bf16/i },
  // Lightning's names: true is of the weights, mixed is the flag
  { id: 'fp16', pattern: /(?<![\w.])(?:fp)?16-true(?!\w)/i },
  { id: 'bf16', pattern: /(?<!\w)bf16-(?:true|mixed)(?!\w)/i },
  { id: 'fp32', pattern: /(?<![\w.])32-true(?!\w)/i },
  { id: 'amp', pattern: /(?<![\w.])(?:fp)?16-mixed(?!\w)/i },
  { id: 'bf16', pattern: /autocast\([^()]{0,60}bfloat16[^()]{0,20}/i },
  {
    id: 'amp',
    pattern:
      /autocast\((?![^()]{0,60}bfloat16)(?![^()]{0,60}enabled\s?=\s?False)[^()]{0,80}|(?<!\w)GradScaler\(/i,
  },
  {
    id: 'amp',
    pattern: /(?<!\w)precision['"]?\s{0,3}(?:[:=]|设成|设为|改成)\s{0,3}['"]?16(?![\w.-])/i,
  },
  { id: 'bf16', pattern: /(?<!\w)precision['"]?\s{0,3}(?:[:=]|设成|设为|改成)\s{0,3}['"]?bf16/i },
  { id: 'int8', pattern: /load_in_8bit(?:['"]?\s{0,3}[:=]\s{0,3}true|(?=\s|$|\\))(?!\s?=\s?false)/i },
  { id: 'int4', pattern: /load_in_4bit(?:['"]?\s{0,3}[:=]\s{0,3}true|(?=\s|$|\\))(?!\s?=\s?false)/i },
  // a checkpoint that comes quantised bears it in its name
  {
    id: 'int4',
    pattern:
      /\d(?:\.\d)?b(?:[-_][a-z0-9.]{2,12}){0,4}[-_](?:int4|gptq|awq|4bit|q4(?:_\w{1,3}){0,2}|nf4)(?![a-z])/i,
  },
  { id: 'int8', pattern: /\d(?:\.\d)?b(?:[-_][a-z0-9.]{2,12}){0,4}[-_](?:int8|8bit)(?![a-z])/i },
  { id: 'int8', pattern: /(?:quantization_bit|quant_bits|qbits)['"]?[\s:=]{1,4}8(?!\d)|\.quantize\(8\)/i },
  { id: 'int4', pattern: /(?:quantization_bit|quant_bits|qbits)['"]?[\s:=]{1,4}4(?!\d)|\.quantize\(4\)/i },
]

/** `"fp16": {` of a DeepSpeed configuration, which the next lines switch on. */
export const DEEPSPEED = /['"](fp16|bf16)['"]\s?:\s?\{/
export const ENABLED = /['"]enabled['"]\s?:\s?true/i

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
      /(?:底座|基座|模型|权重|\bbase\b|\bweights?\b|\bmodel\b)[^，,.。;；]{0,16}(?:是|为|以|按|\bin\b|\bas\b|\bis\b|\bare\b)\s?(?:torch\.)?(?:fp16|float16|half[- ]precision|半精度|half)(?![a-z])/i,
  },
  {
    id: 'fp16',
    pattern:
      /(?:以|用|按|按照|使用|采用)?\s?(?:torch\.)?(?:float16|fp16|半精度)(?:[(（]半精度[)）])?\s?(?:权重|精度|方式|的方式)?(?:加载|载入|读进来|读取|读入)/i,
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
  { id: 'fp16', pattern: /(?<![\w.])torch\.(?:float16|half)(?!\w)|(?<![\w.])float16(?!\w)/i },
  { id: 'bf16', pattern: /(?<![\w.-])(?:torch\.)?(?:bfloat16|bf16)(?!\w)(?!['"]?\s?[:=])/i },
  { id: 'amp', pattern: /(?<![\w.-])fp16(?!\w)(?! gradients)(?!['"]?\s?[:=])/i },
  { id: 'fp32', pattern: /(?<![\w.-])(?:torch\.)?(?:float32|fp32)(?!\w)(?!['"]?\s?[:=])/i },
  { id: 'int8', pattern: /(?<![\w.-])(?:int8|8[- ]?bit)(?![\w])/i },
  {
    id: 'fp32',
    pattern:
      /(?:全精度|单精度)\s?(?:的)?(?:训练|加载|载入|微调|权重)|(?:train|load|run|tun)\w{0,6} in (?:full|single)[- ]precision(?![a-z])/i,
  },
  { id: 'int4', pattern: /(?<![\w.-])u?int4(?!\w)|(?<![\w.-])4[- ]?bit(?!\w)|(?<![\w.-])nf4(?!\w)/i },
]
