/**
 * Words around a precision that tell how it is meant. `…_AFTER` is tested on what follows it in its clause, the
 * others on what stands before it, or on the whole clause, as `meaning.ts` says.
 */

/** Switched off, or left to the program. */
export const OFF_AFTER =
  /^[`"'\s]{0,3}(?:也|都|均|已经?|我|给)?\s?(?:(?:被|都)?关(?:了|掉|闭|着|上)?\s*$|关(?:了|掉|闭)|没开|没用|(?:参数|选项|开关)?\s?(?:我|都|也|并)?(?:没有?|未)(?:加|开|设|启用|打开|勾)|[:：]?\s?(?:not set|unset)\b|[/和及、 ]{1,2}bf16\s?[:：]?\s?(?:not set|unset|none|off|无)|false\b|off\b|disabled|no\s*$)|^[`"'\s]{0,3}(?:设置?(?:成|为)?|改(?:成|为)|为|是|=|:|set to|to|is|was|set)\s?[`"']?(?:false|off|关|no\b|none\b|null|auto)/i
export const OFF_BEFORE = /\b(?:switch|turn)(?:ed|ing)? off\b[^.,;]{0,14}$/i
/** Another took its place: "bf16 那行换成了". */
export const REPLACED =
  /^[`"'\s]{0,3}(?:那|这)?(?:一)?(?:行|项|个参数|选项|flag|line|option)?\s?(?:被|我|都)?\s?(?:改|换|替换)(?:成|为|到|了)|^[`"'\s]{0,3}(?:was |is )?(?:replaced|changed) (?:by|with|to|for)\b/i
/** Switched on, said plainly. */
export const ON_AFTER =
  /^[`"'\s]{0,3}(?:设置?(?:成|为)?|改(?:成|为)|为|是|=|:|set to|to|is|was|turned|switched)?\s?[`"']?(?:true\b|on(?:\s*$|\b(?= and| with|,))|开(?:了|着|启)?\s*$|enabled\b|启用(?:了)?\s*$)/i
/** Once it were added, something would happen: it is not there. */
export const WERE_IT_ADDED = /^[^。；]{0,16}(?:如果|要是)?加上(?:的话|就|会)|^[^.;]{0,24}\bif (?:I )?add/i
/** What it does once it is on is told, and that it is therefore off. */
export const TRIED_AND_OFF =
  /^[`"'\s]{0,3}一(?:开|加|设|用|打开|启用)就[^。；;]{0,16}(?:报|错|崩|挂)|^[`"'\s]{0,3}[（(，,]?[^，,。；;（(]{0,14}(?:报错|出错|崩)[^。；;]{0,16}(?:就|所以|于是|只好|因此)[^。；;]{0,4}(?:没开|不开|没加|关|去掉|删)/i
export const STRUCK = /^~~\|~~$/

export const NOT_TRIED =
  /^[`"'\s]{0,3}(?:还)?没(?:有)?(?:试|用|跑|开)|^[`"'\s]{0,3}(?:is |was )?(?:not tried|untried)\b/i
/** "…, but I have not tried it", of what was named before. */
export const UNTRIED_AFTER =
  /[,，;；(（]\s?(?:但|不过|只是|but |though )?(?:我?(?:自己|这边)?(?:还|也)?没(?:有)?(?:亲自)?(?:试|测|验证)过?|I (?:have not|haven't|did not|didn't) (?:tried|try|tested|test)(?: (?:it|that|this))?|not tested(?: here)?|untested)[)）.。]{0,2}\s*$/i
/** What is enough, said to others: "换成 fp16 即可". */
export const SUFFICES_AFTER = /^[`"'\s)）]{0,4}(?:即可|就行(?!了)|吧\s*[,，。]?)/
/** For those with another card: "V100 的同学可以用", "2080Ti 用户请用". */
export const FOR_OTHER_CARDS =
  /(?:V100|P100|T4|\d0[68]0(?:\s?Ti)?|[老旧]卡|老显卡|显卡|卡|(?:没有|不支持)\s?bf16)[^。；;我]{0,14}(?:的?(?:同学|朋友|用户|读者)|的人|的卡|的机器|的话|可以|就用|请)[^。；;我]{0,30}$/i
/** How it is done is asked. */
export const HOW_TO =
  /(?:怎么样?|怎样|如何)(?:才能|去|可以|能)?(?:用|使|设|开|加|改|换|启|配|转|把|量化|在|让|实现|切)[^，,]{0,12}$|\bhow (?:to|do i|can i|should i|do you)\b[^.,;]{0,60}$|(?:要不要|需不需要|该不该|能不能|可不可以|是不是要?|是否要?|不知道|不确定|不清楚|搞不清)[^，,]{0,24}$|为什么[^，,]{0,12}(?:可以|没事|正常)[，,][^，,]{0,4}$/i
export const HOW_TO_AFTER =
  /^[`"'\s]{0,3}(?:要|该|应该|得)?(?:怎么|怎样|如何)(?:开|用|设|加|改|配|切|打开)|^[^，,]{0,4}(?:可以|行|能用|没事)吗?\s*$/
/** One is weighed against the other. */
export const CHOICE =
  /哪个|哪种|哪一[种个]|(?:fp16|bf16|fp32|int8|int4|bit|float16|bfloat16|float32)[`"'\s]{0,3}还是[`"'\s]{0,3}(?:fp|bf|int|float|bfloat|用|\d)|(?:用|开|选)[^，,]{0,12}还是[^，,]{0,6}(?:fp|bf|int)\d|\bwhich (?:one|of|is|precision|dtype)\b|\b(?:range|better|worse|wider|faster|slower|larger|smaller|more \w{1,12}) than\b/i
/** A question without its mark. */
export const INVERTED_QUESTION =
  /^\s*(?:is|are|does|do|can|should|could|would)\s(?:it|this|that|there|i|we|the|one|anyone|someone|bf16|fp16|fp32)\b/i

/** It is yet to be done. */
export const PLANNED =
  /\b(?:will|going to|about to|gonna|plan(?:ning)? (?:to|on)|want(?:ed)? to|hop(?:e|ing) to|intend|would like to|'d like to|necessary to|need to|thinking (?:of|about)|considering|ideally|haven't|have not|not yet|yet to|todo)\b[^.;]{0,60}$|(?:\bI|\bwe)'ll\b[^.;]{0,60}$|(?:准备|打算|计划|正?在?考虑|想(?:用|要|试|在|把|开|换|改|转|加)|下一步|回头|还没(?:来得及)?(?:试|开|用|换)|明天|待会|稍后|晚点|以后|将来|等(?:我|换|有|到|下))[^。；]{0,24}$/i
export const PLANNED_AFTER = /^[^，,]{0,3}(?:再试|再跑)(?:一|\s*$)|^[`"'\s]{0,3}(?:next|tomorrow|later)\b/i

/** Held to be the cause, by somebody. */
export const SUSPECTED =
  /(?:以为|怀疑|感觉(?:是|像|和|跟)|猜|估计|也许|似乎|好像|难道|会不会|听说|据说|网上说|有人说|都说|排除|不是因为)[^，,。]{0,20}(?:[，,][^，,。]{0,2})?$|\b(?:thought|assum(?:e|ed|ing)|guess(?:ed|ing)?|suspect(?:ed)?|blam(?:e|ed|ing)|smells?|sounds?|looks? like|related to|to do with|due to|caused by|because of|culprit|rul(?:ed|ing) out|i (?:have )?read|(?:google|people|someone|somebody|they|docs?|the internet|posts?) (?:says?|said|claims?))\b[^.;]{0,30}$/i
export const SUSPECTED_AFTER =
  /^[`"'\s]{0,3}(?:的|那个|这个)?\s?(?:问题|锅|原因|缘故|毛病|bug|溢出|导致|造成|引起|有关|无关|没关系|之类|什么的)|^[`"'\s]{0,3}(?:overflows?|underflows?|issue|problem|bug|thing|to blame|related|causes?)\b/i

/** What hardware and libraries can do. */
export const CAPABLE =
  /(?:\bsupports?|\bcan do|\black(?:s|ing)?) (?:only |native |no )?$|\b(?:has|have|is) (?:no|native) $|(?:支持|没有|有没有)\s?$|\bsupport\w{0,5}\b[^.,;]{0,10}$/i
export const CAPABLE_AFTER =
  /^[^，,.]{0,6}(?:\bneeds?\b|\brequires?\b|需要|要求|支持)|^[`"'\s]{0,3}(?:只有|只能在|is (?:only )?(?:supported|available|native)|support(?:ed)?\b|(?:may|might|could|should|would|tends?)\b)/i

/** What it takes of memory. */
export const MEMORY_AFTER =
  /^[`"'\s|]{0,4}(?:需要?|要|占用?|takes|needs|uses|[:：])?[\s|]{0,3}(?:约|about|~)?\s?\d{1,3}(?:\.\d)?\s?G/i
/** As the file has it, which the writer goes on to overrule. */
export const OF_CONFIG_FILE = /config(?:\.json)?[^，,.。]{0,30}$/i
export const BUT = /\bbut\b|但|不过/i

/** How a type behaves in general. */
export const EXPLAINED =
  /65504|溢出|overflow|underflow|最[大小](?:的)?(?:值|数|正数)|\b(?:largest|smallest|biggest|maximum|minimum)\b|表示范围|范围|\brange\b|指数|\bexponent|\bmantissa|尾数|容易|\boften\b|\busually\b|通常|1e-0?8|更稳定?|\bmore (?:stable|precise)|(?:下|里|中)就?是\s?0|(?:zero|0) in\b/i
export const RUNS =
  /训练|微调|训了|跑|加载|载入|\btrain|\brun(?:s|ning)?\b|\bran\b|\bload|\bfine-?tun|我用|\bI use/i

/** It stands in somebody else's script, text or habit. */
export const OF_OTHERS =
  /(?:readme|官方|论文|示例|范例|脚本(?:里写|里的?是|默认)|默认(?:是|为|开|使用|加载)|同事|同学|别人|他们|其他人|其它人|作者|教程|文档|博客|\bpaper|\bexample|\bdefaults?(?: setting| value)? |\bcolleague|\bco-?worker|\bauthors?\b|\btutorial|\bdocs?\b|\bothers\b|\bpeople\b|\brecipe|\b(?:you|they) (?:provide|release|publish)\w*)[^，,;；。]{0,40}$/i
export const AS_OTHERS =
  /按照?|照着?|跟[^，,]{0,12}一样|和[^，,]{0,12}一样|同样|我|\bsame as\b|\bfollow|\bas in\b|\blike the\b|\bI\b|\bwe\b|\bleft\b|\bkept\b/i
/** How the checkpoint came to be. */
export const PRETRAINED =
  /预训练|\bpre-?train|(?:checkpoint|\bit|weights?|qwen\S{0,8}|llama\S{0,8}|glm\S{0,8}) (?:was|were) (?:originally )?trained in|(?<!我)(?<!我们)是用[^，,]{1,10}训的/i
/** What happens to the result. */
export const AFTER_TRAINING =
  /导出|合并|部署|训练?完|\bexport(?:ed|ing|s)?\b(?! of)|\bmerg(?:e|ed|ing)|\bdeploy|\bgguf\b|\bvllm\b|llama\.cpp|ollama|after training/i
export const TRAINS = /训练时|训练用|微调|\btrain(?:ed|ing)? (?:in|with)\b|加载底座|\bload(?:ed)? the base/i

/** How it was done before this. */
export const PAST =
  /(?:\bearlier|\bbefore(?:hand)?|\bpreviously|\bused to|\bformerly|\blast (?:week|month|year|time))\b[^;.]{0,40}$|(?:以前|之前|曾经?|上次|上个?(?:月|周)|过去|早先|当初)[^，,]{0,14}$/i
export const NOW = /\bnow\b|\bthis time\b|现在|这次|这回|如今|目前/i

/** Directly before float32: the adapter's, not the base's. */
export const ADAPTER_BEFORE = /lora\s?(?:也|都|还|仍)?(?:用的?|是|为|保持)\s?(?:的?是)?\s?$/i
/** Of a part of the model, or of what training keeps beside it. */
export const PART_BEFORE =
  /(?:lora(?:_[AB])?\s?(?:的)?\s?(?:weights?|param\w*|layers?|part|matrices|adapters?|modules?|权重|参数|部分|层|矩阵|模块|那(?:一)?部分)|\badapters?(?: weights?| parameters)?|适配器|可训练|被训练|要训练的|\btrainable\b|norm(?:s|alization)?\b|norm\s?层|lm_head|\bembeddings?|optimi[sz]er(?: states?)?|优化器(?:状态)?|master(?: weights?)?|主权重|softmax|\blogits\b|\bloss (?:is|was|in|computed)|梯度|\bgradients?\b)[^，,.;。；]{0,30}$|让\s?lora\s?(?:用|是|为|保持)\s?$/i
export const PART_AFTER =
  /^[`"'\s]{0,3}(?:的)?\s?(?:lora (?:weights?|param\w*|layers?)|adapters?\b|适配器|master weights|optimizer states?|layer ?norms?|norms?\b|gradients?\b)/i

/** It goes well so. */
export const WELL_AFTER =
  /^[^，,.]{0,14}(?:正常|没问题|没事|是好的|是对的|(?:训练)?(?:就|都|能)?成功|没有?这(?:个|种)(?:问题|毛病)|没有问题|没这(?:个|种)|能收敛)|^[^.,;]{0,40}\b(?:(?:is|are|was|were|looks?|goes|everything is) (?:just |perfectly |all )?(?:fine|ok|okay|good|normal|correct|stable|well|success\w{0,4})|works?(?: fine| well| properly| correctly| perfectly| as expected)?\s*\.?\s*$|succeeds?\b|worked\b|(?:does|has) (?:not|no)\b[^.;]{0,12}\bproblem)/i
/** The same after a comma: "with `--fp16` flag, the training is fine". */
export const WELL_NEXT =
  /^[`"'\s]{0,3}(?:flag|option|mode|参数|选项)?\s?[,，:：]\s?[^.,;:，。；]{0,50}\b(?:(?:is|are|was|were|looks?) (?:\w{1,10} )?(?:fine|ok|okay|good|normal|stable|success\w{0,4})|works?(?: fine| well| properly)?\s*[.!]?\s*$|succeeds?)(?![a-z])/i
export const WELL_IN_CELL = /^[`"'\s]{0,3}[:：|]\s{0,3}(?:ok|fine|good|works|正常|没问题)(?![a-z])/i
export const WELL_BEFORE =
  /\b(?:works?|worked|trains? (?:fine|well)|(?:is|was) (?:fine|ok|good)) (?:fine |well |only )?(?:in|with|under|on) [^.;]{0,30}$/i
/** What is run with the result, beside what trained it. */
export const OF_INFERENCE =
  /(?:推理|测试|部署|\binference|\binfer|\bgenerat\w{2,4}|\bserv(?:e|ing))[^，,;。]{0,16}$/i
/** It fails so as well. */
export const ALSO_FAILS_AFTER =
  /^[`"'\s]{0,3}(?:也|都|均|同样)(?:不行|一样|没用|失败|报错|是\s?(?:0|nan)|nan)|^[`"'\s]{0,3}(?:也|都)?没用[，,]?\s?(?:还是|仍|依[旧然])|^[`"'\s]{0,3}(?:还是|和|或者?|以及|跟|与|[、/]) ?(?:fp|bf)\d\d\s?(?:都|均|也)(?:不行|一样|没用|失败)/i
export const REGARDLESS =
  /(?:不管|无论)[^，,。]{0,24}$|\b(?:no matter|regardless of)\b[^.,;]{0,24}$|(?<!\b(?:know|sure|unsure|check|wonder|wondering|ask|asking) )\bwhether (?:I|we) (?:use|train|load|set|run|choose)\b[^.,;]{0,24}$/i
/** A test, not a run, is what looks at it. */
export const CHECKED_BEFORE =
  /(?:测试|断言|单测|检查|校验|确保|保证|验证)[^。；;]{0,40}$|\b(?:tests?|asserts?|assertion|checks?|makes? sure|ensures?|verif(?:y|ies)|guarantees?)\b[^.;]{0,80}$/i
/** What was chosen for a reason. */
export const SO_BEFORE =
  /(?:所以|因此|只好|只能|不得不)(?:我|才|就|都)?(?:用|使用|开|改|换|加载|设|选)[^，,]{0,10}$|(?:由于|因为)[^。；]{0,40}(?:我|就|才)(?:用|使用|开|改|换|加载|设|选)[^，,]{0,10}$|\b(?:so|therefore|hence) (?:I|we) (?!would|should|could|will|want|plan|think|guess)[^.,;]{0,40}$|\b(?:because|since)\b[^.;]{0,60}\b(?:I|we) (?:use|load|set|train|had to use)\w{0,3}\b[^.;,]{0,24}$/i
/** Changed to it, and then it goes well. */
export const CHANGED_TO = /(?:换|改|切)(?:为|成|到)\s?[`"']?$/
export const THEN_WELL = /^[`"'\s]{0,3}(?:时|后|之后|以后)?[，,]?[^，,。；]{0,16}(?:正常|没问题|没事|好了)/
/** Added in a later try, which ends with an exception. */
export const ADDED =
  /(?:加|开|设|打开)(?:了|上)?\s?[`"']?$|\b(?:adding|added|setting|enabling)\b[^.,;]{0,12}$/i
export const THEN_RAISES = /报\s?[A-Z]|报错|\b[A-Z]\w{2,30}Error\b|\bAttempting to\b|\braises?\b/
export const BUT_NOT = /\b(?:but|and) not (?:in|with|under|on) [`"']?(?:--)?$/i

/** "not fp16 but bf16". */
export const RATHER_BEFORE = /(?:\bnot|不是|没用) [^，,;]{1,14}[，,]?\s?(?:but|而是|而用)\s?[`"']?$/i
export const NOT_THE_OTHER = /^[`"'\s]{0,3}[,，]\s?(?:not|不是|而不是|没用)/i
export const INSTEAD_AFTER = /^[`"'\s]{0,3}(?:instead of|rather than|而不是|而非)/i

/** The writer's own doing. */
export const OWN_RUN =
  /\b(?:I|we)\s(?:am |are |was |have |also |just |only |did |do |always |tried |simply )?(?:us(?:e|ed|ing)|train(?:ed|ing)?|load(?:ed|ing)?|r[au]n(?:ning)?|set|enabled?|pass(?:ed)?|fine-?tun\w*|have)\b|\bmy (?:\w{1,12} )?(?:training|run|runs|model|setup|base|loss)\b|\bmine\b|我(?:这边?|是|们|也是?|的|直接|一直|就|试了|刚才)?(?:用|使用|训|跑|开|加载|设|微调|试)|我这边|我的(?:环境|配置|设置)/i
export const ASKS_WHY =
  /\bwhy\b|\bhow come\b|\bwhat\b|\bany idea|\bnormal\b|为什么|为何|怎么回事|怎么办|什么原因|正常吗/i
export const MODAL = /\b(?:should|could|can|would|must|shall|do) (?:I|we)\b|该不该|要不要|能不能|可以用/i

/** Others join in. */
export const SAME_HERE =
  /^\s{0,8}\+1|\bsame (?:here|issue|problem|thing)\b|\bas well\b|\bthe same\b|\bme too\b|同样|同问|(?:^|[，,]\s?)也(?:是|出现|遇到|一样|都是|变成)/i
/** Told of the one who asks. */
export const OF_YOURS = /你|您|楼主|题主|\byou(?:r|rs|'re|'ve)?\b/i
/** Speaks to somebody, or of what ought to be. */
export const ADDRESSES =
  /你|您|楼主|题主|\byou\b|\byour\b|建议|推荐|试试|试一下|改成|改为|换成|改用|换用|应该|可以|\bplease\b|\btry\b|\bshould\b|\bshall\b|\bwould\b|\buse\b(?<!(?:I|we) use)|\bneed\b|\bset\b(?<!(?:I|we) set)|如果|\bif\b|[?？]\s*$/i
export const DENIED = /(?:不|没|未|无|\bno\b|\bnot\b|n't|\bwithout|\bnever)[^，,。;；]{0,14}$/i
export const CHANGED =
  /换|改|(?:正常|好|可以|行)了|升级|降级|之后|以后|后(?=[，,\s]|正常|就|没)|加上|加了|于是|最后|\bafter\b|\bswitch|\bchang|\bnow\b|\bupgrad|\bdowngrad|\binstead\b|\bfix|\bsolved\b|\bhelped\b|\bno longer\b|\bgone\b/i

/** After such a word what went well before goes wrong. */
export const TURNS =
  /\b(?:but|however|until)\b|\b(?:does|did|do)(?:n't| not)\b|但|却|直到|可是|不过|第\S{1,3}[行步]/i

/** What parts the items of a setup in telegram style. */
export const ITEM_END = /[，,、/+|；;:：]|\s[-–→·]\s/
export const NAMES_SETUP =
  /(?:peft|transformers|torch|accelerate)\s?(?:==|v|=)?\s?\d\.\d|(?:chatglm|glm|qwen|llama|baichuan|mistral|mixtral|internlm|yi|gemma|phi|deepseek|bloom)[-_ ]?\w{0,4}(?:\.\d)?[-_ ]?\d{0,3}b?/i
