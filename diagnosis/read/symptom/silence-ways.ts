/** A way in which a clause tells that a model says nothing: all of `with` stand in it, `at` is shown. Linear patterns only. */
export interface Way {
  at: RegExp
  with?: RegExp[]
}

const ANSWER_EN =
  '(?:responses?|repl(?:y|ies)|answers?|outputs?|generations?|completions?|predictions?|bubbles?|messages?|decoded (?:text|string)s?|contents?)'
const ANSWER_ZH =
  '(?:回复|回答|答复|输出|返回|生成|预测|推理|结果|应答|答案|内容|正文|气泡|聊天框|对话框|(?:response|output|answer|reply|predict(?:ion)?s?)(?!_))'

/** Blank in Chinese; 空间, 空指针 and 空数组 are other words. */
const EMPTY_ZH =
  '(?:[为是=:：]\\s?空(?![间格闲指数组调])|空白|空的|空串|空字符|空气泡|为\\s?null|为\\s?none|返回空(?![间格闲指数组])|[全都]空(?![间格闲])|(?:""|\'\')(?!["\']))'

/** Said by a model, or the saying of it. */
const SPEAKS =
  /return|emit|output|generat|produc|print|giv|gave|answer|repl|respon|predict|\bget|\bgot|receiv|decod|\bsays?\b|stops|ends|contain|consist|writes|completion|bubble|\bspits?\b/i
const SPEAKS_ZH = /输出|生成|返回|回复|回答|吐|打印|预测|得到|解码|推理|回的/
/** What a reader does not see. */
const INVISIBLE =
  /\bnew ?lines?\b|\bline breaks?\b|\bwhite ?spaces?\b|\bspaces\b|\binvisible\b|\bun(?:seen|printable)\b|\beos\b|end[- ]of[- ](?:sentence|text|sequence|turn)|<\/s>|<\|?(?:eos|endoftext|im_end|eot_id|end)\|?>|<unk>|\bpad tokens?\b|\\n|换行|空格|空白字符|不可见|看不见|结束符|终止符|回车/i
const SOLELY =
  /\bonly\b|\bjust\b|\bnothing (?:but|else|except)\b|\bimmediately\b|\bright away\b|\bat once\b|\binstantly\b|\ball\b|\bentirely\b|\bsolely\b|\bfirst\b|\bevery\b|\bendless|只|仅|全是|都是|全为|一上来|直接|立刻|立即|马上|第一个|清一色|除了|一堆|一串/i

const WAYS_EN: Way[] = [
  // the answer is empty
  {
    at: new RegExp(
      `${ANSWER_EN}[\`"']?\\s(?:field\\s|bubble\\s|box\\s|area\\s)?(?:\\w{1,12}\\s){0,4}(?:is|are|was|were|stays?|stayed|remains?|comes?|came|has|have|keeps?|turns?|turned)\\s(?:\\w{1,12}\\s){0,3}(?:empty|blank|zero characters|nothing|silent|white|""|'')(?![\\w-])`,
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
  // it returns nothing
  {
    at: /(?:repl(?:y|ies|ied)|answers?|responds?|returns?|returned|outputs?|output|generates?|generated|says?|said|prints?|printed|produces?|produced|gives?|gave|given?|shows?|get|gets|got|emits?)\s(?:me\s|us\s|back\s|with\s|out\s|just\s|absolutely\s|literally\s){0,3}(?:nothing|no\s(?:text|output|response|answer|reply|tokens?|words?))(?![\w-]|\sabout|\sto do|\swrong|\snew)/i,
  },
  {
    at: /(?<!_)(?:gives?|get|gets|got|shows?|is|has|^|with|there's)\s{0,3}no\s(?:output|response|reply|answer)(?![\w-]|\s(?:in|to|file|dir|on)(?![a-z]))/i,
  },
  { at: /no (?:text|words?|content|output)[^,.]{0,20}\sin (?:the|its) (?:repl|respon|answ|outp)/i },
  {
    at: /(?:does\snot|doesn'?t|do\snot|don'?t|won'?t|will\snot|can'?t|cannot|can\sno\slonger|no\slonger|never|not|refuses\sto|fails\sto|stopped)\s(?:generat(?:es?|ing)|output(?:s|ting)?|answer(?:s|ing)?|repl(?:y|ies|ying)|say(?:s|ing)?|produc(?:es?|ing)|respond(?:s|ing)?|speak(?:s|ing)?|utter|emit)(?:\s(?:any|a\s(?:single\s)?(?:word|token|response|reply|answer|thing|character|sentence)|one|single|word|thing|at all|output|text|token)|\s?[.,!]|$)/i,
  },
  {
    at: /(?<![A-Za-z])(?:model|it|bot|adapter|assistant|chatbot|checkpoint|revision|lora|chatglm\S{0,8}|qwen\S{0,10}|llama\S{0,10}|glm\S{0,8})\s(?:\w{1,12}\s){0,3}(?:is|stays?|stayed|remains?|goes|went|gone|falls?|fell|became|becomes|turned|keeps?)\s(?:\w{1,12}\s)?(?:silent|mute|speechless|dumb|quiet)(?![a-z])/i,
  },
  {
    at: /(?:dead|completely|totally|utterly)\ssilent|stop(?:s|ped)?\s(?:speaking|talking|answering|responding)|makes?\sthe\smodel\s(?:silent|mute)|lost (?:its|the) (?:voice|tongue)|has nothing to say/i,
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
    at: /(?:only|just|merely|simply)\s(?:returns?|echoes|outputs?|prints?|repeats?|gives? back)\s(?:me\s|back\s)?(?:the|my|our)\s(?:prompt|input|question)/i,
  },
  {
    at: /(?:returns?|echoes|repeats?|prints?|outputs?)\s(?:the|my|our)\s(?:prompt|input|question)\s(?:unchanged|only|verbatim|back and|and (?:nothing|adds nothing|stops|that))/i,
  },
  {
    at: /(?:output|answer|reply|response|decoded (?:string|text)|result|generation)\s(?:is|equals?|was)\s(?:\w{1,10}\s){0,2}(?:same as |identical to |equal to |nothing but )?(?:the|my)\s(?:prompt|input)(?! (?:length|format|size))/i,
    with: [/same|identical|equal|nothing but|just|only/i],
  },
]

const WAYS_ZH: Way[] = [
  { at: new RegExp(`${ANSWER_ZH}[^,，。;；]{0,14}?${EMPTY_ZH}`, 'i') },
  {
    at: /(?:输出|返回|回复|回答|吐出|生成)(?:了|的)?(?:都|全|一直|总是)?(?:是|为)?(?:空(?![间格心闲指数组])|一片空白|空白)/,
  },
  { at: /(?:空白?的?|一片空白的?)(?:气泡|回复|回答|答复|消息框|聊天框)/ },
  { at: /(?:不管|无论|甭管)[^,，。]{0,14}(?:都|返回|输出|回复|全)(?:是|为)?空(?![间格])/ },
  { at: /(?:都|全|全部|一律|统统)是空(?![间格闲])/, with: [/问|输入|发|对话|聊/] },
  {
    at: /(?:回复|输出|回答|返回|生成|response|output|answer|reply)[^,，。]{0,12}长度[^,，。\d]{0,8}0(?![\d.])/i,
  },
  { at: /(?:生成|输出|回复|返回|吐)[^,，。\d]{0,8}(?:0|零)\s?个?\s?(?:token|字)/i },
  {
    at: /没有?(?:任何|什么|半点)?(?:输出|回复|回应|回答|反应|返回)(?![层头完过他她你我]|文件|日志|目录|\s?(?:loss|进度|警告|报错|错误|变化|我的))|没反应|没有内容|没有(?:任何)?(?:response|output)/i,
  },
  { at: /没有?(?:任何|什么)?(?:内容|文本|文字|东西|字)(?:被|的)?(?:输出|返回|生成|回复|出来)/ },
  {
    at: /(?:不|无法|不能|不会|没法|不再|拒绝)(?:再)?(?:正常)?(?:输出|生成|产生|给出|回复|回答|应答|回话|说话|说|出字|吐字|吭声|出声|开口|回应|作答|返回)(?:了|任何|内容|文本|文字|结果|东西|token|一个字|任何\s?token)?(?=[了任内文结东一，,。;；!！?？、\s]|答案|答复|回答|回复|输出|new|token|$)/i,
  },
  { at: /(?:回答|说|吐|生成|输出|答|憋)不出(?:来|任何|东西|话|字|内容|一个|半个|$|[，。])/ },
  {
    at: /无(?:任何)?(?:输出|回复|返回|回答|回应|内容输出)(?!层|头|文件|日志|目录|参数|警告)|只(?:出现|有|会?输出|返回)(?:了)?空(?![间格])/,
  },
  {
    at: /哑巴|变哑|哑了|一言不发|彻底沉默|沉默了|保持沉默|失声了|出不来字|(?:一个|半个)字(?:都|也)(?:没|不)(?![变改差错])|一句话?(?:都|也)(?:没|不)(?![变改差错])|只有一个空字符/,
  },
  {
    at: /(?:啥|什么)(?:也|都)(?:没有|不说|不输出|不返回|不回|不答|没输出|没返回|没说|没回|没答|不吐)|发什么都没有/,
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
  /empty|blank|zero|null|nothing|silent|mute|speechless|dumb|quiet|white|space|new ?line|eos|<\/s>|<\||<unk|\bno\b|\bnot\b|n'?t\b|\bnever\b|\blonger\b|\bonly\b|\bjust\b|\bsimply\b|stop|refus|fails|lost|\b0\b|same|identical|equals|unchanged|verbatim|echo|repeats|returns|prints|""|''|invisible/i
const HINT_ZH =
  /空|没|不|无(?:法|任|输|回|返|内|论)|哑|沉默|失声|一言|半个字|[啥么][也都]|原样|换行|结束符|长度|0|零|只[会显返输重有把是]|就是|还是|[一相]样|本身|原文|原始文本|""|''|eos|<\//i
/** What an English way names: a saying, an answer, or what a silent thing is called. */
const NAMES_EN =
  /return|emit|outp|generat|produc|print|giv|gave|answ|repl|respon|predict|\bget|\bgot|receiv|decod|\bsa(?:ys?|id|ying)\b|speak|talk|shows?|display|stop|ends|contain|complet|content|text|bubble|token|writes|utter|silent|mute|quiet|speechless|dumb|voice|echo|repeat|no response|""|''/i
const CHINESE = /[一-龥]/

/** The ways that are worth trying on a clause. */
export function waysFor(clause: string): Way[] {
  const chinese = CHINESE.test(clause) && HINT_ZH.test(clause)
  const english = NAMES_EN.test(clause) && HINT_EN.test(clause)
  if (chinese) return english ? [...WAYS_ZH, ...WAYS_EN] : WAYS_ZH
  return english ? WAYS_EN : []
}
