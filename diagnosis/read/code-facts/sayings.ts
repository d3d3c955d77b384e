import type { CodeId } from '../../facts'
import type { Saying } from '../sayings'

/** A cheap pattern that every line of interest matches. */
export const HINT =
  /autocast_adapter|modules_to_save|inject_adapter|prepare_model_for|float|fp32|half|upcast|epsilon|eps\b|require_grads|checkpoint|(?:lora|adapter|适配器|保存的权重|可训练)[^\n]{0,120}nan|-100|trainable|get_peft_model|additional_target|mask|(?:loss|损失)[^\n]{0,12}(?:正常|下降|收敛|降到)|loss (?:looks?|is|was|went|goes|falls|fell|drops|dropped|decreas|converg)/gi

/** What a line says by itself. */
export const SAYINGS: Saying<CodeId>[] = [
  {
    id: 'autocast-adapter-dtype-false',
    pattern: /autocast_adapter_dtype['"`]?\s{0,3}[:=]\s{0,3}['"`]?False/i,
  },
  {
    id: 'modules-to-save',
    pattern:
      /modules_to_save['"`]?\s{0,3}[:=]\s{0,3}(?!['"`]?(?:none|null|\[\s?\]))\S|additional_target[\s:=]{1,4}\w/i,
  },
  { id: 'inject-adapter-in-model', pattern: /inject_adapter_in_model\(/ },
  { id: 'prepare-model-for-kbit-training', pattern: /(?<!['"`.])prepare_model_for_(?:kbit|int8)_training\(/ },
  {
    id: 'cast-trainable-to-float32',
    pattern:
      /upcasting trainable param\w* to float32|cast_trainable_params|(?<!\w)(?:p|param|parameter)\.data\s?=\s?(?:p|param|parameter)\.(?:data\.)?(?:float\(\)|to\(torch\.float32\))/i,
  },
  {
    id: 'cast-trainable-to-float32',
    pattern:
      /(?:可训练|LoRA|适配器|adapter)[^，。,]{0,24}(?:转成|转为|转换为|转到|cast 成|换成)[^，。,]{0,8}(?:float32|fp32|单精度)/i,
  },
  {
    id: 'cast-trainable-to-float32',
    pattern:
      /(?:cast|convert|upcast)(?:s|ed|ing)?\s[^.,;]{0,40}(?:trainable|adapter|lora|requires_grad)[^.,;]{0,40}(?:float32|fp32)/i,
  },
  {
    id: 'cast-trainable-to-float32',
    pattern:
      /(?:requires_grad|要训练的|被训练的|训练的(?:参数|权重))[^，。,;]{0,24}(?:转成?|转为|转换|换成|改成|cast)[^，。,;]{0,12}(?:float32|fp32|单精度|float\(\))|(?:requires_grad|可训练|LoRA|adapter|trainable)[^。;\n]{0,30}[`'"]?\.(?:data\.)?float\(\)|\.float\(\)[`'"]? (?:on|for|of) [^.;]{0,40}(?:requires_grad|trainable|lora|adapter)|(?:requires_grad|trainable|lora|adapter)[^.;]{0,30}\b(?:to|in|into|as) (?:torch\.)?(?:float32|fp32)\b/i,
    where: 'prose',
  },
  {
    id: 'cast-trainable-to-float32',
    pattern:
      /(?:可训练|LoRA|adapter|trainable)[^\n]{0,60}(?:转为|转成|cast to|upcast\w* to)\s?(?:torch\.)?float32/i,
    where: 'code',
  },
  { id: 'enable-input-require-grads', pattern: /enable_input_require_grads/ },
  {
    id: 'gradient-checkpointing',
    pattern:
      /gradient_checkpointing(?:_enable\(|['"]?\s{0,3}[:=]\s{0,3}['"]?true)|--gradient_checkpointing(?![\w]|[ =]false)|use_gradient_checkpointing\s?=\s?True|gradient checkpointing enabled|activation-checkpoint/i,
  },
  {
    id: 'resume-from-checkpoint',
    pattern:
      /resume_from_checkpoint['"]?[\s:=]{1,4}(?!['"]?(?:none|null|false))[^\s,)]|\bresum(?:e|ing) from (?:a |the )?checkpoint/i,
  },
  {
    id: 'adapter-is-float16',
    pattern:
      /lora_[AB][^\n]{0,120}torch\.float16|(?:LoRA|adapter|适配器|可训练|trainable)[^，。,;{]{0,24}dtypes?[^，。,;]{0,6}[:=]\s{0,2}\{?torch\.float16(?!\d)|(?:LoRA|adapter|适配器|可训练|trainable)[^，。,;]{0,24}(?:是|都是|为|is|are|in)\s?(?:all\s)?(?:torch\.)?float16/i,
  },
  {
    id: 'adapter-is-float32',
    pattern:
      /lora_[AB][^\n]{0,120}torch\.float32|(?:LoRA|adapter|适配器|可训练|trainable)[^，。,;{]{0,24}dtypes?[^，。,;]{0,6}[:=]\s{0,2}\{?torch\.float32(?!\d)|(?:LoRA|adapter|适配器|可训练|trainable)[^，。,;]{0,24}(?:是|都是|为|is|are)\s?(?:all\s)?(?:torch\.)?float32/i,
  },
  {
    id: 'adapter-is-nan',
    pattern:
      /(?:LoRA|adapter|适配器|保存的权重|可训练)[^，。,;]{0,30}(?:全|都|所有|\ball\b|entirely|completely|100\s?%|percent|consists? of|full of|only|nothing but|contains?)[^，。,;]{0,8}(?<!\bno )nan(?![a-z])|lora_[AB][^\n]{0,80}(?<![a-z])nan(?![a-z])|\b(?:all|every)\b[^.,;]{0,24}(?:lora|adapter)[^,;]{0,30}\b(?:is|are|was|were) (?:all )?nan(?![a-z])/i,
  },
  {
    id: 'labels-all-masked',
    pattern:
      /(?:labels?|标签|targets?)[^，,。;]{0,16}(?:全部?|都|均|\ball\b|only)[^，,。;]{0,12}-100|labels\s?=\s?\[-100\]\s?\*\s?len\(input_ids\)(?!\s?\+)/i,
  },
  {
    id: 'labels-all-masked',
    pattern:
      /(?:labels?|标签)[^。;\n]{0,16}(?:全部?|都|均)(?:都|已)?被?\s?(?:mask|屏蔽|掩)|(?:全部?|都|均|清一色)(?:都)?是\s?`?-100|没有一个不是\s?`?-100/i,
    where: 'prose',
  },
  {
    id: 'labels-all-masked',
    pattern:
      /\b(?:every|all)\b[^.;,]{0,30}\b(?:is|are|was|were|be)\b[^.,;]{0,8}(?:-100|\bmasked\b)|\b(?:labels?|targets?)\b[^.;,]{0,30}\ball (?:-100|masked)\b/i,
    where: 'prose',
  },
  {
    id: 'loss-falls',
    pattern:
      /(?:loss|损失)(?:曲线)?[^，。,;\n不没未]{0,10}(?:正常(?:下降|收敛)?|稳定下降|下降|收敛|降到)(?![^，。,;\n]{0,6}(?:不|异常|变|突然))|\bloss (?:curve )?(?:looks? (?:fine|normal|good|healthy|ok)|(?:is|was) (?:fine|normal|going down|decreasing|falling)|(?:went|goes|falls|fell|drops|dropped|decreases|decreased|converges|converged)(?: \w{1,12}){0,2} (?:to [1-9]|to 0\.\d*[1-9]|down|normally|smoothly|as (?:it should|usual|expected)|nicely))/i,
    where: 'prose',
  },
  {
    id: 'adapter-not-loaded',
    pattern:
      /(?:推理|加载|inference|loading)[^，。,;]{0,30}(?:又|再|again|used|用了?|调用)[^，。,;]{0,16}get_peft_model/i,
    where: 'prose',
  },
]

/** Of the labels only some are masked, as they should be. */
export const MASKED_IN_PART =
  /prompt|padding|\bpad\b|部分|位置|前缀|instruction|question|[不没]全|没有全|不都|不是全|\bnot all\b|\bsome\b|\bexcept\b/i

/** A release, a document or hearsay tells of it. */
export const OF_LIBRARY =
  /\b(?:I|we) (?:have |had |also )?(?:read|heard|thought|assumed|expected|believed|know|knew)\b|\bdocs?\b|\bdocumentation\b|\brelease notes\b|\bchangelog\b|\baccording to\b|\bsupposed(?:ly)?\b|\bpeft\b[^,.;]{0,14}\b(?:keeps?|casts?|converts?|upcasts?|should|does|will|would|makes?|creates?)\b|\b(?:by default|automatically|these days)\b|文档|据说|听说|官方|更新日志|新版|peft[^,，。]{0,10}(?:会|默认|自动|应该|已经)|以为|不是应该|不该|难道/i
/** The writer did it, whoever else does. */
export const CASTS_ITSELF =
  /\b(?:I|we) (?:have |did |also |now )?(?:cast|convert|upcast|chang|turn)(?:ed|s)?\b|\b(?:my|our) (?:code|script|trainer|loop)\b|我们?(?:也|已经?|手动|自己)?(?:把|将)|照|按(?!理)|手动|\bmanually\b|(?:float32|fp32|单精度)\s?了/i

/** Adam's epsilon, where it is set; the number decides. */
export const EPSILON =
  /(?:adam_epsilon['"`]?\s{0,3}[:= ]\s{0,3}['"]?|(?<![\w.])eps(?:ilon)?[`"']?\s?(?:=|(?:的值)?(?:调|改|设|设置|加|增|提|换)(?:大|高)?(?:到|成|为|至)|(?:set |raised |changed |increased |up |of )?to|of|at)\s{0,2}[`"']?)(\d{1,3}(?:\.\d{1,6})?(?:e-?\d{1,3})?)/i
/** Anything up to this rounds to 0 in float16: half of its smallest subnormal, 2^-25. */
export const VANISHING_EPSILON = 2.98e-8

/** `.half()` told to stand after `get_peft_model`, or moved before it, which says where it stood. */
export const HALF_AFTER = [
  /half\(\)[`"'\s]{0,4}(?:is |was |gets )?(?:called |placed |put )?(?:right )?after[`"'\s]{0,4}get_peft_model/i,
  /after[`"'\s]{0,4}get_peft_model[^.。]{0,40}\.half\(\)/i,
  /get_peft_model[`"'\s()（）]{0,6}(?:之后|以后|后面|后)[^。]{0,20}half\(\)/i,
  /half\(\)[`"'\s]{0,4}(?:放在|写在|在)[`"'\s了]{0,4}get_peft_model[`"'\s]{0,4}(?:之后|以后|后面|后)/i,
]
export const HALF_MOVED = [
  /half\(\)[`"'\s]{0,4}(?:挪到|移到|放到|提到|搬到|改到)[`"'\s了]{0,4}get_peft_model[`"'\s]{0,4}(?:之前|以前|前面|前)/i,
  /mov(?:ed|ing|e)[`"'\s]{0,4}(?:the )?[`"']?[\w.]{0,20}\.?half\(\)[`"'\s]{0,4}(?:call )?(?:up )?(?:before|above|in front of)[`"'\s]{0,4}get_peft_model/i,
]
