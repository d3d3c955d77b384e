/** What is said of a bound, or of all users, instead of one installation. Tested on the clause up to the number. */

/** "our table of minimal versions still says": a file or a page gives the bound. */
export const namesBound =
  /\bminim(?:um|al) (?:\w{1,12} )?(?:versions?|requirements?|bound|release)\b|\b(?:the|our|its|a|your) minim(?:um|al)\b(?! (?:(?!in |of )\w{1,12} )?(?:example|repro|script|code|environment|env|setup|config|test|install))|\b(?:table|list|matrix) of (?:minim|supported|required|compatible|tested)\w{0,4}|\b(?:compatibility|support|version) (?:table|matrix)\b|\b(?:lower|upper) (?:bound|limit)\b|最(?:低|小|高)(?:的)?(?:版本|要求|支持)|下限|上限|(?:兼容|支持|版本)(?:性)?(?:表|列表|矩阵)/i

/** "once everybody has peft 0.12": no machine of the writer's. */
export const ofEverybody =
  /\b(?:everybody|everyone|all (?:users|people|of us|of them)|most (?:users|people)|(?:people|users|those) (?:who |that )?)\s?(?:\w{1,10}\s)?(?:has|have|is on|are on|is using|are using|uses?|runs?|moves? to|moved to|switch\w* to|upgrad\w* to|gets?)\s(?:at least\s)?$|\b(?:people|users|those) (?:with|on)\s$|(?:大家|所有人|用户|人人)(?:都|全)?(?:已经?)?(?:用上?|升级?到?|换(?:到|成)?|装(?:上|了)?|有)?(?:了)?\s?$/i

/** "can run", "可以跑": what a stranger says of a set of versions, behind it and before it. */
export const canRun =
  /\b(?:can|could|should|will) (?:be )?(?:run|used?|train(?:ed)?|work)\b|\bruns?(?: well| fine| through| smoothly| ok)?\s*[.!]?\s*$|(?<!不)(?:可以|能够?)(?:正常)?(?:跑|用|训|运行)|跑得?(?:通|起来)/i
export const canRunBefore =
  /(?:可以|能够?)(?:正常)?(?:跑|用|训|运行)(?:通|起来)?的?(?:版本|组合|环境|配置)?\s?(?:是|为)?\s?[:]?\s*$|\b(?:runs|works|trains)\s?:\s*$/i
