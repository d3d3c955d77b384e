import type { PrecisionId } from '../../facts'

/** A way to write a precision; `cast` changes the whole model, so that the last one counts. */
export interface Pattern {
  id: PrecisionId
  pattern: RegExp
  cast?: true
}

// `infer_dtype`, `kv_cache_dtype` and the like are of something else than the model's weights
const DTYPE =
  '(?<!\\w)(?:torch_|model_|base_|load_|weights?_)?dtype[\'"]?\\s{0,4}[:=]\\s{0,4}[\'"]?(?:torch\\.)?'
const OPTION = '--(?:torch_)?dtype[ =]{1,3}[\'"]?(?:torch\\.)?'
const END = '(?![\\w])'
const IS = '[\'"]?\\s{0,4}[:=]\\s{0,4}[\'"]?'
const TRUE = `${IS}(?:true(?!\\w)|1(?!\\w|\\.\\d))`

/** The type that the weights are loaded in. */
const DTYPES: Pattern[] = [
  { id: 'fp16', pattern: new RegExp(`(?:${DTYPE}|${OPTION})(?:float16|half|fp16)${END}`, 'i') },
  { id: 'bf16', pattern: new RegExp(`(?:${DTYPE}|${OPTION})(?:bfloat16|bf16)${END}`, 'i') },
  { id: 'fp32', pattern: new RegExp(`(?:${DTYPE}|${OPTION})(?:float32|fp32)${END}`, 'i') },
  { id: 'fp32', pattern: new RegExp(`(?:torch_dtype${IS}torch\\.|${OPTION})float${END}`, 'i') },
  { id: 'int8', pattern: new RegExp(`${OPTION}int8${END}`, 'i') },
  { id: 'int4', pattern: new RegExp(`${OPTION}int4${END}`, 'i') },
  { id: 'fp16', pattern: /target_dtype['"]?\s{0,3}[:=]\s{0,3}['"]?(?:16|fp16)(?!\w)/i },
  { id: 'fp16', pattern: /set_default_(?:dtype|tensor_type)\([^()\n]{0,30}(?:\.float16|Half)/ },
  { id: 'bf16', pattern: /set_default_(?:dtype|tensor_type)\([^()\n]{0,30}(?:\.bfloat16|BFloat16)/ },
  // Lightning's names: true is of the weights, mixed is the flag
  { id: 'fp16', pattern: /(?<![\w.])(?:fp)?16-true(?!\w)/i },
  { id: 'bf16', pattern: /(?<!\w)bf16-(?:true|mixed)(?!\w)/i },
  { id: 'fp32', pattern: /(?<![\w.])32-true(?!\w)/i },
  { id: 'fp32', pattern: /(?<!\w)precision['"]?\s{0,3}[:=]\s{0,3}['"]?32(?![\w.-])/i },
]

const TO = '\\.to\\((?:[^(),\\n]{1,30},\\s?)?(?:dtype\\s?=\\s?)?torch\\.'

/** What changes the type of the whole model. */
const CASTS: Pattern[] = [
  { id: 'fp16', pattern: new RegExp(`\\.half\\(\\)|${TO}(?:float16|half)${END}`), cast: true },
  { id: 'bf16', pattern: new RegExp(`\\.bfloat16\\(\\)|${TO}bfloat16${END}`), cast: true },
  {
    id: 'fp32',
    pattern: new RegExp(`(?:\\)|\\bmodel)\\.float\\(\\)|\\bmodel${TO}float32${END}`),
    cast: true,
  },
]

/** Switches of mixed precision. */
const FLAGS: Pattern[] = [
  { id: 'amp', pattern: new RegExp(`(?<![\\w.-])(?:use_|pure_)?fp16${TRUE}`, 'i') },
  { id: 'bf16', pattern: new RegExp(`(?<![\\w.-])(?:use_|pure_)?bf16${TRUE}`, 'i') },
  {
    id: 'amp',
    pattern: /(?<![\w-])--?(?:use_|pure_)?fp16(?:[ =]true)?(?![\w-]|[ =](?:false|no|0)\b)/i,
  },
  {
    id: 'bf16',
    pattern: /(?<![\w-])--?(?:use_|pure_)?bf16(?:[ =]true)?(?![\w-]|[ =](?:false|no|0)\b)/i,
  },
  { id: 'amp', pattern: new RegExp(`(?<!\\w)(?:use_)?amp${TRUE}`, 'i') },
  {
    id: 'amp',
    pattern: /mixed[_ -]?precision(?: type)?['"]?(?:\s{0,3}[:=]\s{0,3}|\s)['"]?(?:fp16|16)(?!\w)/i,
  },
  {
    id: 'bf16',
    pattern: /mixed[_ -]?precision(?: type)?['"]?(?:\s{0,3}[:=]\s{0,3}|\s)['"]?bf16(?!\w)/i,
  },
  { id: 'amp', pattern: /compute[_ ]type['"]?\s{0,3}[:=]\s{0,3}['"]?fp16(?!\w)/i },
  { id: 'bf16', pattern: /compute[_ ]type['"]?\s{0,3}[:=]\s{0,3}['"]?bf16(?!\w)/i },
  { id: 'fp32', pattern: /compute[_ ]type['"]?\s{0,3}[:=]\s{0,3}['"]?fp32(?!\w)/i },
  { id: 'amp', pattern: /(?<!\w)param_dtype\s?[:=]\s?['"]?(?:torch\.)?(?:float16|fp16)(?!\w)/i },
  { id: 'bf16', pattern: /(?<!\w)param_dtype\s?[:=]\s?['"]?(?:torch\.)?(?:bfloat16|bf16)(?!\w)/i },
  { id: 'amp', pattern: /(?<![\w.])(?:fp)?16-mixed(?!\w)/i },
  {
    id: 'amp',
    pattern: /(?<!\w)precision['"]?\s{0,3}(?:[:=]|设成|设为|改成)\s{0,3}['"]?16(?![\w.-])/i,
  },
  { id: 'bf16', pattern: /(?<!\w)precision['"]?\s{0,3}(?:[:=]|设成|设为|改成)\s{0,3}['"]?bf16/i },
  { id: 'amp', pattern: /\bamp\.initialize\(|opt_level\s?=\s?['"]O[12]['"]/i },
  { id: 'bf16', pattern: /(?<![a-z_])autocast\([^()]{0,60}bfloat16[^()]{0,20}/i },
  {
    id: 'amp',
    pattern:
      /(?<![a-z_])autocast\((?![^()]{0,60}bfloat16)(?![^()]{0,60}enabled\s?=\s?False)[^()]{0,80}|(?<!\w)GradScaler\((?!enabled\s?=\s?False)/i,
  },
]

/** Quantised bases, and the type of their arithmetic, which is no type of weights. */
const QUANTISED: Pattern[] = [
  {
    id: 'amp',
    pattern: /bnb_4bit_compute_dtype['"]?\s{0,4}[:=]\s{0,4}['"]?(?:torch\.)?(?:float16|half|fp16)(?!\w)/i,
  },
  {
    id: 'bf16',
    pattern: /bnb_4bit_compute_dtype['"]?\s{0,4}[:=]\s{0,4}['"]?(?:torch\.)?(?:bfloat16|bf16)(?!\w)/i,
  },
  {
    id: 'fp16',
    pattern: /(?<!bnb_4bit_)compute[_ ]dtype['"]?\s{0,3}[:=]\s{0,3}['"]?(?:torch\.)?(?:float16|half)(?!\w)/i,
  },
  {
    id: 'bf16',
    pattern: /(?<!bnb_4bit_)compute[_ ]dtype['"]?\s{0,3}[:=]\s{0,3}['"]?(?:torch\.)?bfloat16(?!\w)/i,
  },
  {
    id: 'int8',
    pattern:
      /load_in_8bit(?:['"]?\s{0,3}[:=]\s{0,3}true|(?=[\s,;.)`]|$|\\))(?!\s{0,3}[=:]?\s{0,3}(?:false|none|0(?!\w)))/i,
  },
  {
    id: 'int4',
    pattern:
      /load_in_4bit(?:['"]?\s{0,3}[:=]\s{0,3}true|(?=[\s,;.)`]|$|\\))(?!\s{0,3}[=:]?\s{0,3}(?:false|none|0(?!\w)))/i,
  },
  // a checkpoint that comes quantised bears it in its name
  {
    id: 'int4',
    pattern:
      /\d(?:\.\d)?b(?:[-_][a-z0-9.]{2,12}){0,4}[-_](?:int4|gptq|awq|4bit|q4(?:_\w{1,3}){0,2}|nf4)(?![a-z])/i,
  },
  { id: 'int8', pattern: /\d(?:\.\d)?b(?:[-_][a-z0-9.]{2,12}){0,4}[-_](?:int8|8bit)(?![a-z])/i },
  { id: 'int8', pattern: /(?:quantization_bit|quant_bits|qbits)['"]?[\s:=]{1,4}8(?!\d)|\.quantize\(8\)/i },
  { id: 'int4', pattern: /(?:quantization_bit|quant_bits|qbits)['"]?[\s:=]{1,4}4(?!\d)|\.quantize\(4\)/i },
  // the names that notebooks and web interfaces give the switch
  { id: 'int8', pattern: new RegExp(`(?<!\\w)use_8bit${TRUE}`, 'i') },
  { id: 'int4', pattern: new RegExp(`(?<!\\w)use_4bit${TRUE}`, 'i') },
  { id: 'int8', pattern: /量化(?:等级|位数)\s?[:：]?\s?8(?!\d)|\bweights\s?=\s?['"]int8['"]/i },
  { id: 'int4', pattern: /量化(?:等级|位数)\s?[:：]?\s?4(?!\d)|\bweights\s?=\s?['"]int4['"]/i },
  { id: 'int8', pattern: /--bits[ =]8(?!\w)|(?<![\w-])['"]?bits['"]?\s{0,2}[:=]\s{0,2}8(?![\w.])/ },
  { id: 'int4', pattern: /--bits[ =]4(?!\w)|(?<![\w-])['"]?bits['"]?\s{0,2}[:=]\s{0,2}4(?![\w.])/ },
]

/** What trainers and launchers print of themselves. */
const LOGGED: Pattern[] = [
  { id: 'fp16', pattern: /under default dtype torch\.float16(?!\w)/ },
  { id: 'bf16', pattern: /under default dtype torch\.bfloat16|bFloat16 enabled for mixed precision/ },
  { id: 'fp32', pattern: /Using FP32, and not mixed precision/ },
  {
    id: 'amp',
    pattern:
      /native amp|(?<![A-Za-z])AMP (?:is |was )?(?:on|enabled)|(?:开启?了?|启用|打开)\s?amp(?![a-z])|cuda_amp half|auto half precision backend|混合精度\s?[:：]?\s?fp16|using 16[- ]?bit (?:native )?automatic mixed precision|16-bits training: true/i,
  },
  { id: 'bf16', pattern: /混合精度\s?[:：]?\s?bf16|using bfloat16 automatic mixed precision/i },
  { id: 'amp', pattern: /(?<!\w)fp16_enabled[ .]{1,60}true/i },
  { id: 'bf16', pattern: /(?<!\w)(?:bfloat16|bf16)_enabled[ .]{1,60}true/i },
  { id: 'amp', pattern: /mixed precision\)?\??[^\n:]{0,30}\]\s?:\s{0,3}fp16/i },
  { id: 'bf16', pattern: /mixed precision\)?\??[^\n:]{0,30}\]\s?:\s{0,3}bf16/i },
]

/** What programs, configurations and logs write. */
export const SETTINGS: Pattern[] = [...QUANTISED, ...DTYPES, ...CASTS, ...FLAGS, ...LOGGED]
