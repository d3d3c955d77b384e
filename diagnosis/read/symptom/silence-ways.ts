/** A way in which a clause tells that a model says nothing: all of `with` stand in it, `at` is shown. Linear patterns only. */
export interface Way {
  at: RegExp
  with?: RegExp[]
  /** Stands somewhere up to the end of the clause. */
  context?: RegExp
}

const ANSWER_EN =
  '(?:responses?|repl(?:y|ies)|answers?|outputs?|generations?|completions?|predictions?|bubbles?|messages?|(?:decoded|generated|returned) (?:text|string)s?|contents?|(?:chat|answer|reply) (?:box|window))'
const ANSWER_ZH =
  '(?:回复|回答|答复|回应|输出|返回|生成|预测|推理|结果|应答|答案|内容|正文|气泡|消息|聊天框|聊天窗口|对话框|打印|解码|(?:response|output|answer|reply|predict(?:ion)?s?|print|decode)(?!_))'

/** Blank in Chinese; 空间, 空指针 and 空数组 are other words. */
const EMPTY_ZH =
  '(?:[为是=:：]\\s?空(?![间格闲指数组调字列对集张元])|空字[符串]|空白|空的|空串|空气泡|空着|空空如也|为\\s?null|为\\s?none|返回空(?![间格闲指数组字列对集张元])|[全都]空(?![间格闲])|(?:""|\'\')(?!["\']))'

/** Said by a model, or the saying of it. */
const SPEAKS =
  /return|emit|output|generat|produc|print|giv|gave|answer|repl|respon|predict|\bget|\bgot|receiv|decod|\bsays?\b|stops|ends|contain|consist|writes|completion|bubble|\bspits?\b/i
const SPEAKS_ZH = /输出|生成|返回|回复|回答|吐|打印|预测|得到|解码|推理|回的|只回/
/** What a reader does not see. */
const INVISIBLE =
  /\bnew ?lines?\b|\bline breaks?\b|\bwhite ?spaces?\b|\bspaces\b|\binvisible\b|\bun(?:seen|printable)\b|\beos\b|end[- ]of[- ](?:sentence|text|sequence|turn)|<\/s>|<\|?(?:eos|endoftext|im_end|eot_id|end)\|?>|<unk>|\bpad tokens?\b|\\n|换行|空格|空白字符|不可见|看不见|结束符|终止符|回车/i
const SOLELY =
  /\bonly\b|\bjust\b|\bnothing (?:but|else|except)\b|\bimmediately\b|\bright away\b|\bat once\b|\binstantly\b|\ball\b|\bentirely\b|\bsolely\b|\bfirst\b|\bevery\b|\bendless|只|仅|全是|都是|全为|一上来|直接|立刻|立即|马上|第一个|清一色|除了|一堆|一串|就一个|就是一个/i

const WAYS_EN: Way[] = [
  // the answer is empty
  {
    at: new RegExp(
      `${ANSWER_EN}[\`"']?\\s(?:field\\s|bubble\\s|box\\s|area\\s)?(?:\\w{1,12}\\s){0,4}(?:is|are|was|were|stays?|stayed|remains?|comes?|came|has|have|keeps?|turns?|turned)\\s(?:\\w{1,12}\\s){0,3}(?:empty|blank|zero-length|zero characters|nothing|silent|white|""|'')(?![\\w-])`,
      'i',
    ),
  },
  {
    at: new RegExp(
      `(?:empty|blank|zero-length|null)\\s(?:\\w{1,10}\\s)?${ANSWER_EN}|(?:return|giv|gave|output|generat|produc|get|got|yield|print|answer|repl|respon|receiv|just|only|full of|show|display)\\w{0,6}\\s(?:\\w{1,10}\\s){0,4}(?:empty|blank|zero-length)\\s(?:strings?|texts?|lines?|list of tokens)|(?<![A-Za-z])null\\s(?:string|samples?)`,
      'i',
    ),
  },
  {
    at: /(?:returns?|returned|outputs?|gives?|shows?|answers?|repl(?:y|ies)|responds?|come out|comes out|assistant|bot)\s(?:\w{1,10}\s){0,2}(?:blank|empty)(?=\s?[.,!:]|\s(?:for|every|all|when|no matter|after)|\s?$)/i,
  },
  {
    at: /^\W{0,4}(?:(?:so|that is|i\.e\.|thus|in total|altogether|that makes|all in all)[,:]?\s)?(?:\d{1,6}|all|only|just|nothing but|\w{2,12}(?:ty|teen|dred|sand))\s(?:empty|blank)\s(?:strings?|lines?)\b(?!\s(?:in|from|to)\b)/i,
  },
  // it returns nothing
  {
    at: /(?:repl(?:y|ies|ied)|answers?|responds?|returns?|returned|outputs?|output|generates?|generated|says?|said|prints?|printed|produces?|produced|gives?|gave|given?|shows?|get|gets|got|emits?|yields?|receives?|received)\s(?:me\s|us\s|back\s|with\s|out\s|just\s|absolutely\s|literally\s){0,3}(?:nothing|no\s(?:text|output|response|answer|reply|tokens?|words?))(?![\w-]|\sfrom\s(?:google|anyone|anybody|support|chatgpt|stack|the\s(?:docs|forum|community|team|issue))|\s(?:layers?|bias|heads?|about|to do|wrong|new|useful|unusual|interesting|meaningful|sensible|good|relevant|like|else|strange|special|suspicious|of)\b|\sbut\s(?!blank|empty|white|space|new|eos|pad|<|the prompt|my prompt))/i,
  },
  {
    at: /(?<!_)(?:gives?|get|gets|got|shows?|is|has|^|with|there's)\s{0,3}no\s(?:output|text|response|reply|answer)(?![\w-]|\s(?:in|to|file|dir|on|layers?|bias|heads?|projection|embeddings?|format|path|folder|parser|schema|limit|length)(?![a-z])|\sfrom\s(?:google|anyone|anybody|support|chatgpt|stack|the\s(?:docs|forum|community|team|issue)))/i,
  },
  { at: /no (?:text|words?|content|output)[^,.]{0,20}\sin (?:the|its) (?:repl|respon|answ|outp)/i },
  {
    at: /(?:does\snot|doesn'?t|do\snot|don'?t|won'?t|will\snot|can'?t|cannot|can\sno\slonger|no\slonger|never|not|refuses\sto|fails\sto|stopped)\s(?:generat(?:es?|ing)|talk(?:s|ing)?|output(?:s|ting)?|answer(?:s|ing)?|repl(?:y|ies|ying)|say(?:s|ing)?|produc(?:es?|ing)|respond(?:s|ing)?|speak(?:s|ing)?|utter|emit)(?:\s(?:any|a\s(?:single\s)?(?:word|syllable|sound|peep|token|response|reply|answer|thing|character|sentence)|one|single|word|thing|at all|output|text|token)|\s?[.,!]|$)/i,
  },
  {
    at: /(?<![A-Za-z])(?:model|it|bot|adapter|assistant|chatbot|checkpoint|revision|lora|chatglm\S{0,8}|qwen\S{0,10}|llama\S{0,10}|glm\S{0,8})\s(?:\w{1,12}\s){0,3}(?:is|stays?|stayed|remains?|goes|went|gone|falls?|fell|became|becomes|turned|keeps?|become|been)\s(?:\w{1,12}\s)?(?:silent|mute|speechless|dumb|quiet)(?![a-z])/i,
  },
  {
    at: /(?:dead|completely|totally|utterly)\ssilent|stop(?:s|ped)?\s(?:speaking|talking|answering|responding)|(?:makes?|made|turns|turned|renders?|rendered|leaves|left)\s(?:the|my|our|it)\s?(?:\w{1,14}\s){0,2}(?:completely\s|totally\s)?(?:silent|mute|speechless)|lost (?:its|the) (?:voice|tongue)|has nothing to say/i,
  },
  // nothing that can be seen
  { at: INVISIBLE, with: [SOLELY, SPEAKS] },
  { at: /first (?:generated )?token (?:is|was) (?:always |already )?(?:the )?(?:eos|<\/s>|end)/i },
  { at: /(?:text|content|output|answer|reply)["']?\s?[:=]\s?(?:""|'')(?!["'])/i },
  { at: /just whitespace|only whitespace|nothing but (?:whitespace|spaces|blanks)/i },
  {
    at: /(?:stops?|stopped|ends?|ended|terminates?|terminated|halts?)\s(?:\w{1,12}\s)?(?:right|immediately|directly|straight)?\s?(?:after|at) (?:the|my|its) (?:prompt|input|question)/i,
    with: [/right|immediately|directly|straight/i],
  },
  // quoted: `returns ""`
  {
    at: /(?:returns?|returned|says?|said|answers?|answered|repl(?:y|ies|ied)|responds?|gives?|gave|prints?|outputs?|generates?|emits?|yields?|produces?|gets?|got|back|with|is|are|was|were|only|just)\s(?:\w{1,8}\s){0,2}[([]?(?:""|'')(?!["'\w])/i,
    with: [
      /repl|respon|answer|output|completion|generat|decod|content|message|\bbot\b|\bmodel\b|\bchat\b|assistant|returns|prints|says|\bget\b|\bgot\b/i,
    ],
  },
  {
    at: /(?:outputs?|response|reply|answer|completion)s?\s?[:：=]\s?[(<[]?(?:all |always )?(?:empty|blank|nothing)(?:[)>\]]|\s?$|[.,])/i,
  },
  // nothing comes
  { at: /\ball (?:I|we|it|you|they) (?:\w{1,12} ){1,6}(?:is|are) (?:an? )?(?:empty|blank|nothing)\b/i },
  {
    at: /\bno(?:t a|t one|t a single|)\s(?:word|token|character|text|letter|sentence)\s(?:comes?|came|is|was|gets?|has)\s(?:\w{1,8}\s)?(?:out|back|produced|generated|emitted|returned|said|answered)/i,
  },
  {
    at: /\bnothing\s(?:ever\s)?(?:comes?|came)\s(?:out|back)|\bnothing\s(?:is|gets|was|got)\s(?:ever\s)?(?:generated|produced|returned|said|emitted|answered)/i,
  },
  {
    at: /\bnothing (?:visible |at all |readable )?in (?:the|its) (?:reply|answer|response|bubble)|\bnothing (?:beyond|besides|except|after) (?:the|my) (?:prompt|input|question)/i,
  },
  {
    at: /comes? back (?:is |as |with )(?:\w{1,8} ){0,2}(?:empty|blank|whitespace|nothing)|(?:see|seeing|shows?|get|prints?)\s(?:only|just|nothing but)\s(?:blank|empty)\s(?:lines?|outputs?|texts?|strings?|space)|just an? (?:empty|blank) (?:line|string|bubble|answer)/i,
  },
  {
    at: /^\W{0,4}(?:total |complete |dead |only |just |nothing but )?silence\b/i,
    with: [/fine-?tun|train|lora|adapter|prompt|question/i],
  },
  { at: /\bzero (?:output|text|response|reply)\b/i },
  { at: /(?:output|generation|generated) (?:tensor|ids) (?:is|are|was) (?:null|empty|none)/i },
  { at: /len\(\w{0,20}(?:respon|output|text|reply|answer)\w{0,10}\)\s?(?:is|==|=|:)\s?0(?![.\d])/i },
  { at: /everything (?:it|the model) (?:generates|outputs|says) is (?:eos|<\/s>|blank|whitespace|empty)/i },
  {
    at: /(?:output|answer|reply|response|text)s?\s(?:only|just)\s(?:contains?|has|is|includes?|repeats?)\s(?:the|my)\s(?:prompt|input|question)|text (?:equals|is identical to|is the same as) (?:the|my) (?:prompt|input|question)/i,
  },
  {
    at: /(?:returns?|returned|outputs?|prints?|gives?)\s(?:only|just|nothing but)\s(?:the|my|our)\s(?:own\s|original\s)?(?:prompt|input|question)/i,
  },
  { at: /(?:comes?|came|coming)\s(?:back|out)\s(?:\w{1,12}\s)?(?:blank|empty)(?![\w-])/i },
  {
    at: /(?:empty (?:strings?|lines?|repl(?:y|ies)|answers?)|blanks?|nothing) for (?:every|each|any|all) (?:\w{1,10} )?(?:questions?|prompts?|inputs?|quer)/i,
  },
  {
    at: /\bnot a (?:peep|sound|syllable|word)\b(?! (?:about|on|of|in|chang))|\bnothing out\b/i,
    with: [/model|bot|prompt|adapter|it\b/i],
  },
  // counted
  {
    at: /(?<![\d.,])(?:0|zero)\s(?:new\s|output\s|generated\s|visible\s)?(?:tokens?|characters?|words?|chars?)(?![\w/]|\s(?:per|of))/i,
    with: [SPEAKS],
  },
  {
    at: /no\s(?:new\s)?(?:tokens?|text|words?)\s(?:is|are|was|were|gets?|got)\s(?:\w{1,8}\s)?(?:generated|produced|emitted|output|returned)/i,
  },
  {
    at: new RegExp(
      `${ANSWER_EN}[^,.]{0,16}\\slength(?:s)?\\s(?:is\\s|of\\s|=\\s?)?(?:0|zero)(?![\\d.]\\d|\\d)`,
      'i',
    ),
  },
  { at: /length\s(?:0|zero)(?![\d.]\d|\d)/i, with: [/respon|repl|answer|output|completion|generat/i] },
  // the prompt comes back and nothing else
  {
    at: /(?:only|just|merely|simply)\s(?:returns?|echoes|outputs?|prints?|repeats?|gives? back)\s(?:me\s|back\s)?(?:the|my|our)\s(?:own\s|original\s)?(?:prompt|input|question)/i,
  },
  {
    at: /(?:returns?|echoes|repeats?|prints?|outputs?)\s(?:only\s|just\s)?(?:the|my|our)\s(?:own\s|original\s)?(?:prompt|input|question)\s(?:ids\s|tokens\s|text\s)?(?:unchanged|only|verbatim|back and|and (?:nothing|adds nothing|stops|that))/i,
  },
  {
    at: /(?:output|answer|reply|response|decoded (?:string|text)|result|generation)\s(?:is|equals?|was)\s(?:\w{1,10}\s){0,2}(?:same as |identical to |equal to |nothing but )?(?:the|my)\s(?:prompt|input)(?! (?:length|format|size))/i,
    with: [/same|identical|equal|nothing but|just|only/i],
  },
]

const WAYS_ZH: Way[] = [
  { at: /一声不[吭响出]|没有?(?:任何)?(?:动静|响应内容|响应)|原封不动(?:地)?(?:还|返回|吐|输出|回)/ },
  {
    at: /(?:回|吐出来|推出来|跑出来|发出来|发来|出来)的(?:消息|内容|东西|话)?(?:都|全|全都|也)?是空(?![间格心闲指])/,
  },
  {
    at: /\d{1,6}\s?个(?:全|都)?(?:都|全)?(?:是)?空(?:串|字[符串]|的?(?:回答|回复|输出|答案|结果))/,
    context: /测试|测了|推理|回答|问题|问了|跑|得到|返回|输出|预测|生成|模型/,
  },
  {
    at: /(?:输出|回复|返回)(?:为|是|成)?(?:换行符?|空格|空白?)(?:或者?|和|、)(?:空(?![间闲指])|换行|空白)/,
  },
  { at: /测试[^,，。;；]{0,6}(?:全|都)部?都?(?:是|为)空(?:串|字[符串]|的)/ },
  { at: /一片空白|一直空白|全是空白|都是空白/, context: /问|输入|回车|发送|对话|聊天|提示词|prompt|demo/i },
  {
    at: /没有?给(?:出|我)?(?:任何|一点|什么)?(?:输出|回复|回答|反应|回应)|没有?(?:任何)?回音|没有?(?:任何)?回话|毫无(?:反应|回应)|无(?:应答|回应|答复)/,
  },
  {
    at: /没声(?:音|儿|响)?了|没(?:了)?声(?:音|儿)?(?=$|[，。,])|装死|哑火|失语|闭嘴了|装聋作哑/,
    with: [/模型|微调|训|lora|adapter|bot|机器人|它|chatglm|权重/i],
  },
  { at: /(?:不理|不搭理)(?:我|人|睬)/, with: [/问|发|说|模型|它/] },
  { at: /(?:蹦|挤|冒)不出(?:来|任何|东西|话|字|内容|一个|半个|$|[，。])/ },
  { at: /推理(?:时|后|完)?(?:都|还是|一直)?没有?(?:任何)?(?:结果|内容|东西)(?!不|文件)/ },
  {
    at: /没有?(?:能|再)?(?:生成|吐|输出|产生|返回|说)(?:出)?(?:了)?(?:来)?(?:任何|一个|半个)?\s?(?:的)?(?:内容|文字|文本|东西|话|token|回复|回答|结果|一个字|半个字)(?!文件|目录)/i,
  },
  { at: /(?:一个|半个)\s?token\s?(?:都|也)(?:没|不)(?![变改差错动])/i },
  { at: /(?:啥|什么)(?:也|都)没(?:生成|吐|打出|产生)/ },
  { at: /(?:直接|马上|立刻|一上来|上来)(?:就)?(?:是|输出|出|给|吐)?\s?(?:eos|<\/s>|结束符|终止符)/i },
  { at: /只会?(?:重复|复读|复述)(?:一遍)?(?:我|用户|你)?的?\s?(?:问题|prompt|输入|提示|提问)/i },
  {
    at: /(?:输出|回复|回答|返回|(?:推理|生成|预测)结果)(?:里|中)?(?:就|只)(?:有|剩)(?:下|了)?\s?(?:我的|原来的)?\s?(?:prompt|问题|输入|提示词)/i,
  },
  { at: /(?:输出|回复|返回)(?:就|完全)?等于(?:输入|prompt|问题)/i },
  { at: /输出(?:的)?(?:全|都)(?:是|为)\s?(?:<unk>|<pad>|换行|空格|空白)/i },
  {
    at: /(?:输出|生成|回复|new|completion)[^,，。\d]{0,8}tokens?\s?(?:数|数量|个数)?\s?(?:都|一直|始终)?(?:是|为|=|:)\s?0(?![.\d])/i,
  },
  { at: new RegExp(`${ANSWER_ZH}[^,，。;；]{0,14}?${EMPTY_ZH}`, 'i') },
  {
    at: /(?:输出|返回|回复|回答|吐出|生成)(?:了|的)?(?:都|全|一直|总是)?(?:是|为)?(?:空(?![间格心闲指数组字列对集张元])|空字[符串]|一片空白|空白)/,
  },
  { at: /(?:空白?的?|一片空白的?)(?:气泡|回复|回答|答复|消息框|聊天框)/ },
  { at: /(?:不管|无论|甭管)[^,，。]{0,14}(?:都|返回|输出|回复|全)(?:是|为)?空(?![间格])/ },
  { at: /(?:都|全|全部|一律|统统)是空(?![间格闲])/, with: [/问|输入|发|对话|聊/] },
  {
    at: /(?:回复|输出|回答|返回|生成|response|output|answer|reply)[^,，。]{0,12}长度(?!限制|上限|惩罚|参数|设)[^,，。\d]{0,8}0(?![\d.])/i,
  },
  { at: /(?:生成|输出|回复|返回|吐)[^,，。\d]{0,8}(?:0|零)\s?个?\s?(?:token|字)/i },
  {
    at: /没有?(?:任何|什么|半点)?(?:输出|回复|回应|回答|反应|返回)(?![层头完过他她你我]|文件|日志|目录|\s?(?:loss|进度|警告|报错|错误|变化|我的))|没反应|没有内容|没有(?:任何)?(?:response|output)/i,
  },
  { at: /没有?(?:任何|什么)?(?:内容|文本|文字|东西|字)(?:被|的)?(?:输出|返回|生成|回复|出来)/ },
  {
    at: /(?:不|无法|不能|不会|没法|不再|拒绝)(?:再)?(?:正常)?(?:输出(?!\s?eos)|生成|产生|给出|回复|回答|应答|回话|说话|说|出字|吐字|吭声|吱声|(?:进行)?响应|搭腔|应声|答话|接话|出声|开口|回应|作答|返回)(?:了|任何|内容|文本|文字|结果|东西|token|一个字|任何\s?token)?(?=\s{0,3}(?:$|[,，。;；!！?？、)了任内文结东一]|答案|答复|回答|回复|输出|new|token))(?!\s?(?:eos|结束符|终止符|停止符))/i,
  },
  { at: /(?:回答|说|吐|生成|输出|答|憋)不出(?:来|任何|东西|话|字|内容|一个|半个|$|[，。])/ },
  {
    at: /无(?:任何)?(?:输出|回复|返回|回答|回应|内容输出)(?!层|头|文件|日志|目录|参数|警告)|只(?:出现|有|会?输出|返回)(?:了)?空(?![间格])/,
  },
  {
    at: /哑巴|变哑|哑了|一言不发|彻底沉默|沉默了|保持沉默|失声了|出不来字|(?:一个|半个)字(?:(?:都|也)(?:没有?|不)|没有)(?:被)?(?![变改差错动碰漏少])|一句话?(?:都|也)(?:没|不)(?![变改差错])|只有一个空字符/,
  },
  {
    at: /(?:啥|什么)(?:也|都)(?:不说|不输出|不返回|不回|不答|没输出|没返回|没说|没回|没答|不吐)|发什么都没有/,
  },
  {
    at: /(?:啥|什么)(?:也|都)没有/,
    context:
      /问|输出|输入|返回|回复|回答|发|说|预测|打印|推理|生成|response|prompt|print|output|answer|reply/i,
  },
  {
    at: /原样(?:返回|输出|还|吐|重复)|只(?:显示|返回|输出|重复)(?:了)?(?:原文|提示词|prompt|输入|问题|原始文本)|(?:显示|输出|返回)为原始文本/i,
  },
  {
    at: /只(?:是|会)?把[^,，。]{0,8}(?:问题|prompt|输入|提示词?)[^,，。]{0,4}(?:重复|复述|返回|输出|打印|念)/i,
  },
  {
    at: /(?:输出|返回|回复)(?:了|的)?[^,，。]{0,6}(?:就是|等于|还是|只是)?[^,，。]{0,4}(?:问题|prompt|输入|提示词)(?:本身|原文)/i,
  },
  { at: /(?:输出|返回|回复)的?(?:就|只|还)是(?:我的|原来的)?\s?(?:prompt|问题|输入|提示词)/i },
  {
    at: /(?:输出|回复|回答|返回)(?:和|跟|与)(?:输入|prompt|问题|提示词)[^,，。]{0,6}(?:一模一样|完全一样|完全相同|一字不差)/i,
  },
  { at: INVISIBLE, with: [SOLELY, SPEAKS_ZH] },
  { at: /第一个\s?token[^,，。]{0,6}(?:eos|结束符|<\/s>)/i },
]

/** What every clause of the one kind or the other has: only such clauses are looked at closely. */
const HINT_EN =
  /comes? back|silence|beyond|besides|empty|blank|zero|null|nothing|silent|mute|speechless|dumb|quiet|white|space|new ?line|eos|<\/s>|<\||<unk|\bno\b|\bnot\b|n'?t\b|\bnever\b|\blonger\b|\bonly\b|\bjust\b|\bsimply\b|stop|refus|fails|lost|\b0\b|same|identical|equals|unchanged|verbatim|echo|repeats|returns|prints|""|''|invisible/i
const HINT_ZH =
  /空|没|不|无(?:法|任|输|回|返|内|论|应|答)|毫无|哑|沉默|失声|一言|半个字|[啥么][也都]|原样|换行|结束符|长度|0|零|闭嘴|装死|失语|憋|蹦|挤|等于|重复|全是|都是|<unk|只[会显返输重有把是]|就是|还是|[一相]样|本身|原文|原始文本|""|''|eos|<\//i
/** What an English way names: a saying, an answer, or what a silent thing is called. */
const NAMES_EN =
  /silence|just an|\bchat\b|\ball (?:I|we|it)\b|tongue|nothing out|blank|empty|peep|yield|comes? |came |\blen\(|see |return|emit|outp|generat|produc|print|giv|gave|answ|repl|respon|predict|\bget|\bgot|receiv|decod|\bsa(?:ys?|id|ying)\b|speak|talk|shows?|display|stop|ends|contain|complet|content|text|bubble|token|writes|utter|silent|mute|quiet|speechless|dumb|voice|echo|repeat|no response|""|''/i
const CHINESE = /[一-龥]/

/** The ways that are worth trying on a clause. */
export function waysFor(clause: string): Way[] {
  const chinese = CHINESE.test(clause) && HINT_ZH.test(clause)
  const english = NAMES_EN.test(clause) && HINT_EN.test(clause)
  if (chinese) return english ? [...WAYS_ZH, ...WAYS_EN] : WAYS_ZH
  return english ? WAYS_EN : []
}

/** What every way shows: a line on which none of these can match tells of no silence. */
export const SILENCES: RegExp[] = [...WAYS_ZH, ...WAYS_EN].map(({ at }) => at)
