/**
 * The words by which people say how a version is meant, in English and Chinese. Each list is matched against one
 * clause or one sentence, never against a whole text. Full-width punctuation is folded before (`，` is `,`).
 */

/** Ends of sentences and of clauses. */
export const sentenceEnd = /[。!?;\n]|\.(?=\s|$)/
export const clauseEnd =
  /[,。!?;:\n]|\.(?=\s|$)|——|\s[-–—]\s|\b(?:but|while|whereas|however)\b|但是?|不过|然而|可是?(?=\s?[A-Z])/

/** Nothing changed by it. */
export const stillBroken =
  /没有?(?:发生)?(?:任何|什么)?变化|(?:结果|效果|现象|情况|loss) ?(?:都|还|完全|也)?(?:是)?(?:一样|相同|没变)|还是(?!正常|可以|好的)|仍然?(?:是|为|旧)?|依旧|依然|照样|照旧|也不行|不行|也(?:是)?一样|也都?是 ?(?:0(?![\d.]{0,6}[1-9])|零|nan)|没用|无效|没有?(?:什么)?(?:用|效果|作用|变化|区别|改善|解决)|不管用|未解决|解决不了|无法解决|问题依旧|\bstill\b(?! alive)|\bno (?:luck|change|difference|effect|help|joy)\b|n[o']t (?:help|work|fix|change|solve|make|run)|\bnot (?:any )?(?:help|better|change)|\bsame (?:error|problem|issue|result|zero|thing)|\b(?:all|both|just) the same\b|\bno better\b|\bnope\b|\bas before\b|白搭|没变|没反应|无果|没好|不管事|\bin vain\b/i

/** It works from then on. */
export const nowWorks =
  /不(?:会|再)?(?:再)?(?:报错|出错|崩)|就好|就行|就正常|就可以|就没(?:有)?(?:问题|事|再)?|好了|正常|恢复|(?:loss|回复|回答|输出)[^,。]{0,4}回来了?|解决|可以了|能(?:用|跑|训|出)|成功|通过|不再|没再|没有再|不会再|不(?:再)?(?:是|为) ?(?:0(?![\d.]{0,6}[1-9])|零|nan)|消失|没有?了|搞定|没问题|没事|ok了|有效|好使|work(?:s|ed|ing)?\b|\bfix(?:es|ed)?\b|solv(?:es|ed)|resolv(?:es|ed)|\b(?:went|goes|go|gone) away|\bgone\b|disappear|\bnormal|as it should|what it should|no longer|not zero|helped|\btrains? (?:fine|again|now)|\btrains\W*$|(?<!\bnot )\bas expected\b|\bfine\b(?!-? ?tun)|\bok\b|success|did (?:it|the trick)\b|falls? again|falling|\bloss (?:now )?(?:falls|drops|decreases|descends|went down|comes down)|\bit (?:trained|learned)\b|\bis over\b|\b(?:no|without(?: any| a)?) (?:problems?|issues?|trouble|errors?)\b|\b(?:no (?:more )?|not (?:a|one)(?: single)? |without (?:a |any )?)(?:zeros?|nans?)\b|recover|\bfinite\b|(?:it|cell|script|code|that|this|training|everything) runs?\b|back to (?:normal|life)|healthy|sane\b|decreas|goes down|converg|下降|收敛|restores?\b|\b(?:trains?|learns?|answer(?:s|ed)?|talk(?:s|ed)?|sp(?:eaks?|oke)|respond(?:s|ed)?|repl(?:ies|ied)|ran|runs?) (?:again|now|as (?:usual|before))|\bloss(?:es)?(?: curve)? (?:came|comes|is|are|went) back\b|^\W{0,3}(?:就|也)?(?:可以|行|能)\s*$|亲测|\bcame (?:back )?to life|开口|会说话|能说话|有(?:输出|回复|反应)了|[掉降]下[来去]|往下(?:走|掉|降)|开始(?:下降|降|学)|太平|从 ?\d+\.\d+ ?.{0,8}[降掉到]|\b(?:from|goes|went|falls?|fell) (?:from )?[1-9]\.\d+ ?(?:→|->|to|down to) ?(?:[1-9]|0\.\d)|第[一二三1-3]步 ?[1-9]|^\W{0,4}(?:and )?(?:now )?(?:it |this |that |everything )?(?:now )?(?:trains|learns)\b|\ball good\b|\bcured?\b|✅/i

/** It did not work before, and does now: more than that it works. */
export const worksNow =
  /亲测|有效|(?:可以|好|行|正常|通过|恢复|成功|搞定|没问题|没事|能\S{0,6})了|解决|恢复|不再|没再|不(?:是|为) ?(?:0(?![\d.]{0,6}[1-9])|零|nan)|没有?了|消失|\bfix(?:es|ed)\b|solved|resolved|\bnow\b.{0,20}(?:work|train|fine|normal|learn)|(?:works?|trains?|fine|normal|ok) (?:now|again)|\bgone\b|went away|no longer|did the trick|helped/i

/** Others have it too: the number before is theirs. */
export const alike =
  /同样|一样的?(?:问题|现象|情况|错误|报错)|也(?:是|有|会|遇到|出现|报)|\bsame (?:here|problem|issue|error|thing|result)|\btoo\b|\balso\b|\bas well\b/i

/** It broke with it. */
export const nowBroken =
  /loss.{0,12}?(?:变成|变为|为|是|=|:|is|are|was|becomes?|drops? to|at|stays?|reads?|says?|shows?)\s?(?:0(?![\d.]{0,6}[1-9])|零|nan|zero)|归零|归 0|(?:变|掉|降|跌)(?:成|到|为) ?(?:0(?![\d.]{0,6}[1-9])|零|nan)|报错|出错|挂了|崩|出问题|有问题|坏|为空|没(?:有)?(?:输出|反应|回复)|不说话|哑|异常|炸|\bfail|\berror|\w(?:Error|Exception)\b|\bdies\b|\bdied\b|\bbreak|\bbroke|crash|(?<!no )\bzeros?\b|\bnan\b|silent|\bloss(?:es)? (?:of )?(?:0|0\.0{1,6})(?![\d.]{0,6}\d)|❌|\bmute\b|\bempty\b|\bwrong\b|regress|\bincompatible with\b|不兼容|problem|trouble|\bbug/i

/** What goes well at first, though it may not last. */
export const partly =
  /第一(?:个|步|轮|次|条|行)|首(?:步|个|轮)|前[几两三]步|启动|加载|导入|安装|能(?:跑|用|加载|出|训)|训练(?:能|跑|可以|正常)|跑(?:通|起来)|\b(?:first|1st) (?:step|token|line|batch|epoch|iteration)|\bloads?\b|\bloading\b|\bstarts?\b|\bimports?\b|\bit (?:runs|trains)\b|\btraining (?:runs|works|starts)/i
/** The sentence ends with what leads to an exception or a log. */
export const leadsToMore =
  /(?:然后|接着|随后|后来|结果|之后|一\S{1,6}?就|就|却|但是?|直到|\bthen\b|\bbut\b|\buntil\b|\bafter that\b|\bwhen\b[^.,\n]{0,20})[^。.!?,\n]{0,14}:\s{0,3}(?:$|\n)/i
/** Nothing but zeros, though no loss is named. */
export const allZero =
  /(?:全|都|就|一直|始终|清一色)(?:部|都)?(?:是|为|成|变成|归)? ?(?:0(?![\d.]{0,6}[1-9])|零|nan)|\b(?:all|nothing but|only) (?:zeros?|nans?|0(?:\.0)?\b(?!\.))/i

/** "Fixed by …", "恢复正常, 用的是 …": the outcome stands before the change. */
export const fixedBy =
  /(?:fix(?:ed|es)|solv(?:ed|es)|resolv(?:ed|es)|cur(?:ed|es)|work(?:s|ed) again|gone|went away|goes away|disappear\w*|normal(?: again)?|fine(?: again)?|back)\s?(?:now )?(?:by|with|using|after|once|since|when|as soon as|the moment)\b|(?:解决|修复|处理)(?:办法|方法|方案|方式|过程|步骤)|(?:怎么|如何)(?:解决|修好|处理)的|最终(?:的)?(?:方案|做法|解法)|\b(?:what|how (?:I|we)) (?:fix(?:es|ed)|solv(?:es|ed)|resolv(?:es|ed)|cur(?:es|ed))\b|救星|解药|(?:真正)?(?:管用|起作用|有效)的(?:是|只有)|\b(?:the (?:cure|remedy|answer|way out)|what (?:helped|worked|did it)|the only thing that (?:helped|worked)) (?:is|was)|(?:已?解决了?|(?:^|\W)(?:solved|fixed|resolved)) ?[:,】\])]|\b(?:solution|workaround|fix)\b ?(?:is|was|:)/i

/** A move from one version to another. */
export const change =
  /写死|[固锁]定(?=了|在|到|成|为|住|\s|[\d`*a-z])|降低|调[低高整](?=到|至)|提[升高]到|安装(?!的|了|文|包|说|步|教)|降级?(?=到|至|为|成|回|了|$|\s|[\d`*])|升级?(?=到|至|为|成|了|$|\s|[\d`*])|退回?(?=到|至|$|\s|[\d`*])|回退|回滚|(?<![替交转变兑])换(?=成|回|到|为|了|用|$|\s|[\d`*])|改(?=成|回|为|用|到)|装(?:回|成)|切(?:到|回|换)|重装|更新(?=到|至|为|成|了)|(?<!(?:before|until|prior to) (?:the |an? |my |this |that )?)(?:down-?grad|up-?grad)|roll(?:ed|ing|s)? (?:\w{1,12} )?back|\brolled\b(?=.{0,40}\bto\b)|\bput\b.{0,30}\bback\b|\b(?:i|we) put\b|replac|swapp|\b(?:dropp?|lower|rais)(?:ed|ing|e)?\b(?=.{0,40}\b(?:down|to)\b|\s)|revert|switch|\b(?:mov(?:e|ed|ing)|went|go|going|chang(?:e|ed|ing)|adjust(?:ed)?|pin(?:ned|ning)?|set|bump(?:ed)?|updat(?:e|ed|ing)|back)\b(?=.{0,40}\bto\b|\s)|re-?install|\binstall(?:ed|ing)\b/i

/** For others to try. */
export const advice =
  /建议|推荐|试试|试一试|试一下|试下|试着|不妨|请(?!问|教)|麻烦|最好|应该(?:用|装|换|升|降)|可以(?:考虑|试|用|换|装|先|把|降|升)|改用|换用|看看|看一下|需要(?:对|把|将)?[^,。]{0,16}?(?:升|降|换|装|用)|(?<!不)[得要](?:升|降|换|退|回退)(?!了)|^\s*(?:先|你)(?:把|试|换|降|升|装)|你(?:把|可以|试|换|降|升)|\b(?:one|you) (?:has|have|needs?|ought) to\b|\b(?:try|please|suggest\w*|recommend\w*|should|could|must|consider|advise\w*|let'?s|you (?:can|may|might|need|have to|could)|stick (?:to|with)|stay (?:on|with|at)|better|instead|ask users?)\b|^\W{0,6}(?:use|install|upgrade|downgrade|pin|take|switch|move|go|get|lower|raise)\b|\band (?:use|install|upgrade|downgrade|pin|take|switch)\b|\bto (?:use|install|upgrade|downgrade|pin)\b|\bnewer\b/i

/** The writer speaks of their own machine. */
export const own =
  /我(?!看|听|猜|觉得|想|建议|们?建议|怀疑)|咱|本地|本机|这边|\b(?:my|mine|our|ours|i|i'm|i've|we|we're|me|here|locally)\b/i

/** Someone or something else says so. */
export const hearsay =
  /官方|官网|仓库|文档|教程|论文|原作者|作者(?:用|写|说|当时)|有人|别人|网上|搜到|群友|posts? (?:I|we) |threads? (?:I|we) |听说|据说|看到|帖子|大家都?说|他们|书(?:里|中)|群里|\breadme\b|\brequirements?(?:\.txt)?\b|\bdocs?\b|\bdocumentation\b|\btutorial\b|\bpeople (?:say|tell|report|claim)|\bthey (?:say|use)|\bsomeone\b|\b(?:the|its|their) (?:book|paper|repo(?:sitory)?|author|authors|maintainers?)\b|release notes|changelog|\bheard\b|\bread that\b|\bsupposed|\b(?:the|this|that) (?:article|post|blog|guide|answer)\b|\bexample versions?\b|示例(?:里|中)?的?版本/i

/** A file's exact version, and the bounds that take its place in the same sentence. */
export const pins = /写死|[固锁]定|\bpin(?:s|ned)?\b|\brequirements?\b|依赖|\bhard-?coded\b/i
export const thenBounds =
  /(?:→|[-=]>|改[为成]|放宽|放开|换成|\brelax\w*|\bloosen\w*|\bwiden\w*|\bunpin\w*|\b(?:is|are) now\b|\bnow (?:it|we)\b|\bto\b|\bwith\b)[^。!?\n]{0,30}[<>~]=?\s?\d/i
export const oldPin =
  /\b(?:old|previous|hard|exact|former) pin\b|(?:旧|老|原)的?(?:固定|限制|写死)|\b(?:replac|remov|dropp?)\w*\b[^,.;]{0,20}\bpin\b/i
export const takesOut =
  /(?:去掉|删掉|删除|移除|去除)[^,。]{0,30}$|\b(?:remov|dropp?|delet)\w*\b[^,.;]{0,30}$/i
export const pinBehind =
  /^[\s`*"')]{0,4}(?:这一?行|的?(?:限制|固定|约束)|(?:line|pin|constraint|requirement)\b)/i
/** Other people in the plural, whose case is only told. */
export const folk =
  /(?:学员|学生|用户(?!名|态)|读者|客户|大家|新人)(?:们|都|会|若|如果)?(?:装|用|升|是)|\b(?:users?|students?|people|customers?|readers?|anyone|everyone|folks) (?:who (?:have|use|run|install)|with|on|using|having|running|installing)\b/i
export const inCase =
  /^[\s`*"')版本]{0,6}(?:的?时|的话|的用户|会)|^[\s`*"')]{0,4}(?:get|gets|see|sees|will|would|may|might|run into|hit)\b/i
export const conflicts = /冲突|\bconflict/i

/** What a product asks of its surroundings. */
export const requirement =
  /要求|需要|依赖于|最低|至少|不低于|\brequir(?:es?|ed|ing)\b|\bneeds?\b|\basks? for\b|\bdepends? on\b|\bexpects?\b|\bwants\b|\bsupports?\b|支持|(?<!不)兼容|(?<!\bin)compatib|\bassum|\b(?:written|made|meant|designed|developed) for\b|适配|针对/i

/** What a product did in a release. */
export const productHistory =
  /发布|引入|新增|加入了|移除|废弃|弃用|修复了|去掉了|\b(?:introduced|added|removed|dropped|deprecat\w*|depracat\w*|released|shipped|landed|bug-?fix\w*|fixed|changed|renamed|gone|merged|moved|began|started|appeared|c[ao]mes?|exports?)\b.{0,30}\b(?:in|as of|since|with|from|after)\b|will be|将(?:来|会|被)|以后会|未来/i

/** How it was before. */
export const past =
  /(?:升级|降级|更新|重装|换机器?)(?:之?前|以前)|本来(?=是|用|装)|起初|刚开始|一开始|最开始|最初|以前|之前|从前|原来|原先|此前|早先|上个?(?:季度|月|周|星期|版|次|学期)|去年|前年|当时|那时|那会儿|旧(?:环境|版|的|镜像|机器)|老(?:环境|版|的|机器)|还在|\b(?:previous(?:ly)?|formerly|used to|earlier|last (?:week|month|year|quarter|time|summer|spring|autumn|fall|winter)|old(?:er)? (?:env\w*|machine|box|image|setup|laptop|container|checkout|docker\w*)|back then|until (?:last|recently)|was on|were on|had been|before (?:that|this|the|i|we|upgrad\w+|updat\w+)|at first|initially|originally|(?:at|in) the beginning)\b/i

/** How it is now. */
export const present =
  /现在|目前|当前|如今|眼下|(?:升级|更新|重装)(?:之后|以后|后)|\bnow\b|\bcurrently\b|\btoday\b/i

/** A question or a case that is only thought of. */
export const hypothetical =
  /如果|要是|假如|若(?!干)|是否|能否|能不能|会不会|可不可以|是不是要|哪个|(?:^|[,。;])\s*当.{0,20}$|\bif\b|\bwould\b|\bwhether\b|\b(?:what|how) about\b|\bwhich\b.{0,60}\b(?:go|work|fit|release|use)|\bcan (?:i|we|it)\b|\b(?:is|does|will) (?:it|there|this)\b|(?<!\bin)compatib/i
export const asks = /吗|么[?\s]*$|呢[?\s]*$|\?\s*$|吧[?\s]*$/

/** A number that bounds instead of naming a release, behind it and before it. */
export const boundAfter =
  /^[\s`*)版本号的]{0,6}(?:及?(?:以上|以下|以前|以后|更高|更新|更低)|及(?:之后|之前)|或(?:以上|更高|更新|更低)|之前的?版本|之后的?版本|以上|以下|起(?![来码])|开始|(?:or|and) (?:higher|later|newer|above|up|greater|earlier|older|lower|below|onwards?|upwards?)|onwards?\b|~)/i
export const boundBefore =
  /(?:>=?|<=?|=>|=<|~=|!=|≥|≤|\^|~|at least|at most|minimum|older than|newer than|later than|earlier than|lower than|higher than|more than|less than|below|above|prior to|up to|since|until|as of|starting (?:with|from|at)|\bbefore|\bafter|\bfrom v?(?=$)|大于等于|小于等于|大于|小于|高于|低于|不低于|不高于|早于|晚于|至少|最低|最高|不超过|超过)[\s`*v]{0,4}$/i

/** A list under such a heading is not what is installed. */
export const recommendedList = /推荐|建议|最低|要求的?版本|minimum|recommend|suggested|supported/i
/** A list that is said to run, and one that is said to fail; they matter where the two differ. */
export const workingList =
  /能跑|可用|正常|没问题|可以的|好的|旧|老|以前|之前|升级前|work|fine|good|\bold|before|previous|last (?:week|month|year)|原来/i
export const failingList =
  /坏|异常|不行|不能|出问题|有问题|报错|升级后|之后|新|现在|目前|not work|n't work|fail|broken|bad|zero|\bnan\b|\bnew|after|current|\bnow\b/i

/** A list of ways out: what stands in it was not installed when it failed. */
export const waysOut =
  /\b(?:ways?|things?) (?:out|around)\b|\bwork-?arounds?\b|\bremed(?:y|ies)\b|\b(?:fix|fixes|solutions?|options?)\b|办法|对策|出路|(?:^|[\s#])处理\W*$|(?:^|[\s#])解决\W*$|(?:解决|修复|规避|应对)(?:方法|方案|方式|措施|手段)|绕过|可选方案/i
/** Leads to a command for those whom it concerns. */
export const offers =
  /如果|假如|若(?!干)|要是|不行的?话|可以?(?:再)?(?:尝试|试)|尝试|\bif\b|\btry\b|\bcan be (?:fixed|solved|avoided)\b|\bworkaround\b|可以?(?:临时)?(?:解决|规避|绕过)/i
/** The installation itself is told, not only its number. */
export const anew =
  /然后|后来|最后|最终|于是|接着|终于|随后|这次|这回|这下|重新|重建|重做|重配|新建了?(?:一个)?(?:环境|虚拟)|\b(?:then|finally|eventually|afterwards|in the end)\b|\bthis time\b|\bre-?(?:built|created|made|did)\b|\bafresh\b|\bfrom scratch\b|\b(?:fresh|new|clean) (?:env\w*|venv|conda|image|container)\b/i
/** Not tried by the writer. */
export const untried =
  /(?:没|未|还没|没有)(?:亲自|自己)?(?:试|测|验证)|\b(?:haven't|have not|didn't|did not|not yet|never) (?:been )?(?:tried|try|tested|test|verified)|\buntested\b/i
/** A release is said to have brought or mended something. */
export const releaseNews =
  /^[\s`*)版本里中]{0,6}(?:才|已经?|就)?(?:修复|修正|引入|加入|新增|合入|合并|改回|改了|改动)|^[\s`*)]{0,4}(?:,? )?(?:released|introduces|introduced|adds|added|ships|shipped|contains|includes|came out)\b|^[\s`*)]{0,4}(?:was|were) used (?:to|for|by|in)\b/i
/** Another person's machine. */
export const others =
  /^\W{0,4}[A-Z](?:机器?|卡|台|上)?(?:上|那边)?(?:的)?\s?(?:是|为|用|装|has|runs|is)\s?(?:的|了)?\s?$|同事|同学|同门|室友|师兄|师姐|隔壁|别的(?:机器|组|同学)|另一(?:台|个)(?:机器|同学|同事|环境)|\b(?:colleagues?|co-?workers?|friends?|classmates?|lab ?mates?|another (?:machine|box|server|person|user)|other (?:machine|box|server)|(?:his|her|their) (?:machine|box|env\w*|laptop))\b/i
/** The release is the subject: it is what helped. */
export const didIt =
  /^[\s`*)"'版本]{0,6}(?:就|才|也)?(?:修好|解决|搞定|治好|救)|^[\s`*)"']{0,4}(?:has |have )?(?:fixed|solved|resolved|cured|did (?:it|the trick)|saved|helped)\b/i
/** The fault does not show for the writer. */
export const notReproduced =
  /复现不(?:了|出)|(?:不能|无法|没能|未能|没法)复现|(?:没|没有)(?:遇到|碰到|出现)|\b(?:can(?:no|')t|cannot|could ?n[o']t|unable to|don't|do not) (?:reproduce|see|have) |\bno (?:such )?(?:problems?|issues?|trouble)\b/i
/** The fault does not show for the writer, said behind the version. */
export const notHere =
  /^[^。!?;\n]{0,60}?(?:[没未](?:有|能)?复现|复现不|没(?:有)?(?:这个|这种|该|出现|遇到|碰到|任何)(?:问题|现象|情况)?|\bno (?:such )?(?:problems?|issues?)\b|\b(?:do|does|did)(?:n't| not) (?:have|see|get|show))/i
/** A guess at the culprit, put as a question: before the version and behind it. */
export const blamesBefore =
  /(?:是不是|难道(?:是)?|莫非|该不会|会不会|是否|可能是|有没有可能)[^,。;]{0,16}$|\b(?:is (?:it|this|that)|could (?:it|this|that)|can (?:it|this|that)|might (?:it|this|that)|is (?:the|a)|was it)\b[^,.;]{0,60}$|^\W{0,4}(?:is|was|does|are)\s[^,.;]{0,20}$/i
export const blamesBehind =
  /^[\s`*)"'版本]{0,6}(?:是不是|是否|会不会|有没有)[^,。;]{0,20}|^[\s`*)"']{0,4}(?:known to be|(?:the )?(?:culprit|cause|reason)|broken|buggy|to blame|at fault|a bad|affected|too (?:new|old))\b/i
/** Asked of others: whether anyone got it to work. */
export const asksOthers =
  /有没有(?:人|谁|哪位|大佬|朋友|同学)|有人[^,。;]{0,30}(?:成功|跑通|能跑|正常)|谁[^,。;]{0,20}(?:成功|跑通)|\b(?:has|have|did|does|could|can|is) (?:any(?:one|body)|some(?:one|body))\b[^.;]{0,60}/i
/** A file that says what gets installed, and one that somebody else wrote for everybody. */
export const pinFile =
  /\brequirements?(?:\.txt|\.in)?\b|\bdockerfile\b|\bpyproject(?:\.toml)?\b|\benvironment\.ya?ml\b|\bsetup\.(?:py|cfg)\b|\block ?file\b|\bpipfile\b|\bconstraints\.txt\b|依赖(?:文件|清单|里)|安装脚本/i
export const otherFile =
  /官方|官网|教程|文档|论文|原作者|作者|别人|网上|仓库自带|\breadme\b|\bdocs?\b|\bdocumentation\b|\btutorial\b|\bupstream\b|\b(?:its|their|the (?:repo(?:sitory)?|project|author|example)(?:'s)?) requirements\b|\brepo(?:sitory)?'s\b|\bofficial\b/i
/** What came of it has another cause than the version. */
export const elsewhere =
  /^[\s`*)"'。.!,]{0,8}(?:不过|但是?|可是|然而|\bbut\b|\bhowever\b|\banyway\b|\banyhow\b)|(?:后来|最后|结果|才|终于)(?:才)?(?:发现|知道|查到|定位)|原因(?:是|在于|为)|(?:是|其实是)(?:因为|由于)|(?:模板|字段|标签|数据|学习率|长度|句长|路径|格式|脚本|label|target_mask|max_\w{2,20}|template)[^。!?]{0,16}(?:写错|错了|不对|太小|太大|太短|太长|全是|都是|都被|的问题|有问题|没对|少了|漏了)|\bturned out\b|\bturns out\b|\b(?:the )?(?:labels?|data(?:set)?|template|learning rate|max_\w{2,20}|field|path|prompt|tokens?)\b[^.!?]{0,40}\b(?:wrong|masked|empty|too (?:small|short|long|big|high|large)|missing|truncated|bad|mistyped|cut)\b|\b(?:found|figured out) (?:it|the (?:cause|reason|bug|culprit))\b|\b(?:my|our) (?:own )?(?:mistake|fault|bug)\b|\banyway\b/i
/** Warned of. */
export const avoids =
  /(?:别|不要|不能|不建议|避免|避开|慎|勿)(?:再)?(?:用|装|升|使用|安装|升级)?(?:到|至)?[^,。;]{0,6}$|\b(?:do not|don't|never|avoid|stay away from|steer clear of|not)\s(?:to )?(?:use |install |take |upgrade to |go to |using )?[^,.;]{0,12}$/i
/** A setup that a container or an image brought along. */
export const image = /镜像|容器|\bimages?\b|\bcontainers?\b|\bdocker\b|^\s{0,4}FROM\s/i
/** One thing after the other. */
export const andThen =
  /^\W{0,4}(?:那|然后|接着|于是|又|再|后来|随后|之后)|\b(?:then|next|after that|afterwards|so i|finally)\b/i
/** A feature that a release brought, not the release itself. */
export const features =
  /用到|利用|借助|受益|\bfeatures?\b|\bthanks to\b|\brel(?:y|ies) on\b|\bmakes? use of\b/i
/** It was the step away from the version that helped. */
export const leftIt =
  /^[^。!?\n]{0,80}(?:[.。,;]\s?|\b(?:but|and|until)\s)(?:then )?(?:i |we )?(?:up|down)grad(?:ing|ed)\b(?! to\b)[^.!\n]{0,40}|^[^。!?\n]{0,40}[,。;](?:后来)?(?:升级?|降级?|更新|换)(?:了|后|之后|一下|个版本|掉)?(?:就|才|也)?(?:好|解决|正常)/i
/** A loss that is a number again. */
export const finiteNow =
  /\bloss.{0,8}?(?:变成|变为|变回|恢复到|回到|降到|到|是|为|=|:|is|was|became|becomes|now)\s?(?:[1-9]\d?\.\d|0\.[1-9])/i
/** Asked of a release's doing, though it speaks of a fault. */
export const asksDoing =
  /\b(?:was|is|were) (?:this|it|that) (?:already )?(?:broken|introduced|fixed|changed|added|removed|a (?:bug|regression))\b/i
/** What else can make a loss come back. */
export const otherMeans =
  /bf16|fp16|fp32|\bhalf\b|float|precision|精度|学习率|\blr\b|learning.rate|数据|\bdata(?:set)?\b|\blabels?\b|标签|模板|template|max_\w|长度|句长|epoch|\bseed\b|参数|\bconfig|设置|\bsetting|\bflag\b|batch|gradient|clip|路径|字段|\s--\w|driver|驱动|cuda|重启|\brestart|显存|prompt|tokeniz|padding|\beos\b|optimi[sz]er|adam|cache|缓存|脚本|\bscript|\bbug in my|我(?:自己)?(?:的)?代码|\bmy (?:own )?code/i
/** The writer takes back what they had stated. */
export const corrects =
  /更正|纠正|订正|勘误|(?:写|看|记|说|贴|发)错|其实(?:是|装)|实际(?:上)?(?:是|装)|pip3? (?:show|list|freeze)|__version__|\bcorrection\b|\bactually\b|\bsorry\b|\bi was wrong\b|\bwrong (?:env|version|list)|\bmy mistake\b|\bin fact\b/i
/** A list of what runs, by what leads to it. */
export const workingLead =
  /能跑(?:通|起来)?的|能用的|可用的|跑通的|可行的|有效的|好使的|没问题的|管用的|\b(?:that|which|what) (?:works?|worked|helped|runs)\b|\bworking (?:combination|combo|set|setup|versions?|environment|env|config\w*)\b|\bworks (?:for me|here)\b|\bknown (?:good|to work)\b/i
/** Any number of them: what is spoken of in passing. */
export const manyVersions =
  /\b(?:all|other|every|any|several|different|various|many|multiple) (?:the |of the )?(?:\w+ )?versions?\b|(?:所有|其他|其它|各个?|多个|不同|几个|任何)的?版本/i
/** Given as an instance. */
export const forExample =
  /(?:例如|比如|譬如|[(,]如|\be\.?g\.?|\bsuch as|\bfor (?:example|instance)|\bsay)[\s,:v]{0,3}$/i
/** Tried besides. */
export const alsoTried =
  /(?:也|还|又|另外)(?:尝)?试(?:了|过)|尝试(?:了|过)|\b(?:also|even|already) tried\b|\bi(?:'ve| have) tried\b|\btried (?:with|both|several)\b/i
