import type { Fact } from '../facts'
import { linesForAny, lineTester } from './sift/watch'
import type { View } from './view'
import { spanOf } from './view'
import { knownName } from './packages/names'
import { versionAt } from './packages/version-text'

type Outcome = 'worked' | 'failed' | 'same-symptom'

/** Sentences longer than this tell a story; a confirmation is said briefly. UTF-16 units. */
const LONGEST_SENTENCE = 160

const failed =
  /\bnothing changed\b|\bchanged nothing\b|\bsame (?:result|zero|loss)s?\b|(?:还是|仍是|依然是) ?(?:0(?![\d.]{0,6}[1-9])|零|nan)|没有?(?:任何|什么)(?:变化|区别|效果|改善|用)|白搭|还是不行|(?:仍然|依旧|依然|还|也|都)不行|(?:还是|仍然?|依旧|依然)(?:报|一样|这样|那样|老样子|没|有问题|存在|为 ?(?:0(?![\d.]{0,6}[1-9])|零|nan)|是 ?(?:0(?![\d.]{0,6}[1-9])|零|nan)| ?0(?![\d.]*[1-9]))|没(?:有)?(?:用|效果|变化|区别|改善|解决)|无效|不管用|问题依旧|未解决|解决不了|无法解决|不起作用|试(?:过|了).{0,12}不行|\bno luck\b|\b(?:did|does|do|has|is|was)(?:n[o']?t| not)\s(?:really )?(?:help|work|fix|change|solve|make a difference)|\bno (?:change|difference|effect|improvement|success)\b|\bstill (?:the same|not|fail|broken|zero|nan|0\b|happen|get|see|have|no)|\bsame (?:result|error|problem|issue|thing) (?:again|still|afterwards?|as before)|\bwithout success\b|\bto no avail\b/i

const worked =
  /(?:^|[,\s:])(?:真的?|确实|果然)?(?:有用|管用|奏效|起作用)(?:了|[,。!]|$)|(?:loss|损失).{0,12}(?:往下|[降掉]下|下来了|下降了|不(?:再)?(?:是|为) ?(?:0(?![\d.]{0,6}[1-9])|零|nan))|从 ?\d+\.\d+ ?.{0,4}(?:往下|一路|[降掉])|(?:是|就是).{0,10}版本的?(?:问题|锅|原因)|\b(?:that|this|it) (?:was|is) it\b|\byou (?:were|are|'re) (?:absolutely |completely )?right\b|\bresolves? it\b|\b(?:it|everything|training) (?:now )?(?:trains|trained|learns|runs|ran|is normal|is fine|is healthy|works|worked)\b|\bloss (?:now )?(?:(?:is )?(?:going|goes|went|comes|came) down|falls|drops|decreases|is falling|is decreasing|looks (?:good|healthy|sane|normal))|\bworked\b(?! (?:on|for|with|until|before|fine (?:before|until)))|(?:^|[,\s:]|终于|果然|确实|真的|居然|现在|这下|已经?|后|之后|完|就|都)(?:可以了|好了|好使了?|行了|正常了|通过了?|搞定了?|成了|恢复了?|有效|没问题了|不报错了)|(?:已经?|成功|完美|顺利)?解决了?(?:[,。!~\s]|$|,?(?:多谢|感谢|谢谢|非常感谢))|(?:已|成功|完美)解决|就(?:好|行|可以|正常)了|(?:正常|恢复|成功)(?:了|收敛|训练|下降)|(?:能|可以)(?:用|跑|训练|出字|跑通|收敛|进训练|输出|说话|回复|推理)了|能出字|loss ?(?:也|就|都)?(?:正常|开始下降|恢复)|(?<!是)不再?是 ?(?:nan|0)|确认可用|亲测(?:可用|有效)|破案|结案|回归测试通过|太好了|搞定|\b(?:that|this|it|which|downgrading|upgrading|casting|changing|switching)\b.{0,30}\b(?:fixed|solved|resolved|did) (?:it|the (?:problem|issue|error|trick)|mine|my\b)|\b(?:that|this|it)(?: has| is|'s)? (?:works?|worked|working|solved|fixed)\b(?! (?:with|on|for) (?:me )?(?:only|just))|\b(?:that|this|your|these|those|the same) (?:combination|combo|versions?|pins?|solution|fix|trick|suggestion|advice|approach|method|setup|list|requirements|change|downgrade|upgrade) (?:works?|worked|helped|did it|solved it|fixed it)\b|\bthat did (?:it|the trick)\b|\bdid it\b(?=[.!,]|$)|\bworks?(?:ed|ing)? (?:now|again|for me too|fine now|like a charm|perfectly)|\b(?:now|finally) (?:it )?(?:works?|trains?|runs?|learns?|converges?)\b|\b(?:problem|issue|error) (?:is |has been )?(?:solved|fixed|resolved|gone)|\bsolved\b(?=[.!,]|$)|(?:^|\bthanks?(?: you)?[,.!]? |\bthx[,.!]? )\W*(?:fixed|solved|resolved|works|confirmed)\b(?! by\b.{0,60}\?)|\b(?:is|was) (?:gone|fixed|solved|resolved)\b|\bloss (?:is|looks|was) (?:now )?(?:normal|fine|finite|ok)\b|\b(?:error|nan|zeros?) (?:is|are|went) (?:gone|away)|\bnothing is nan\b|\bfor me too, thanks|\btook (?:a|b|1|2)?\)?,? ?thanks|\bback to normal/i

const sameSymptom =
  /^\s*\+1\s*(?:$|[,。!:,]|(?=[^\x00-\x7f])|same\b)|同样的?(?:问题|现象|情况|错误|报错|症状)|(?:一样|相同|类似|同款|同一个?)的?(?:问题|现象|情况|错误|报错|症状|坑|毛病)|踩(?:过|了|到)?(?:同样|一样|相同|这个?|同一个?)的?坑|(?:问题|现象|情况|报错|症状)(?:是)?(?:一样|一致|相同)|^\s*(?:我|俺)(?:这边|这里)?也(?:是|一样|遇到|碰到|有|出现)|我也(?:遇到|碰到|是这|是同|有这|出现|中招)|也(?:遇到|碰到)(?:了|过)?(?:这|同|一样|相同|类似)|同问|同求|^\s*同,|碰到过?一样的|\bsame (?:here|problem|issue|error|symptom|behaviou?r|for me|with me|thing here|zeros?)\b|\bme (?:too|as well)\b|\b(?:bit|hit|got|caught|affects?|happens? to|happened to) (?:me|us)(?: too| as well)?\b|\b(?:i|we) (?:also |too )?(?:hit|met|faced|got|had|have|see|saw) (?:this|it|that) (?:as well|too|also)|^\W*hit this\b|\b(?:this|that|the|your) (?:exact|very|identical) (?:same )?(?:problem|issue|error|symptom|behaviou?r|thing)|\b(?:i|we) (?:also |too )?(?:have|had|get|got|see|hit|am having|ran into|face|observe|experience)d? (?:it too|the (?:very )?same|exactly the same|this too|the identical|zeros as well)|\bran into (?:this|it|the same)|\bvery same message\b|\bcan confirm (?:this|the same)|\bconfirming with\b/i

/** A question, a wish or a case that is only thought of confirms nothing. */
const open =
  /\?\s*$|吗|[么呢吧]\s*[?。]?\s*$|请问|如何|怎么|怎样|能不能|是否|如果|要是|希望|\bif\b|\bhow (?:can|do|did|to)\b|\bwould\b|\bhope\b|\bwill\b|\bplease\b|\blet me know\b/i
/** A bare number, changed to and named in the same breath: "换回 0.6.0 重训…通过". */
const changedTo =
  /(?:(?:降级?|升级?|退|回退|换|改|切|装)(?:到|至|为|成|回|了)|(?:downgrad|upgrad|mov|switch|revert|roll|go|went|chang)\w{0,6}(?: back| down| up)? to|\b(?:with|on|using)|用)\s{0,3}[`*v]{0,3}(?=\d)/i

/**
 * What a comment confirms, one fact an outcome: that what was advised worked or failed, or that its writer has the
 * same symptom. Quoted lines and code are others' words and machines'. Descriptions confirm nothing.
 */
export function readConfirmations(view: View): Fact[] {
  const { block, sifted } = view
  if (block.kind !== 'comment') return []
  const refuted = refutation(view)
  if (linesForAny(sifted, [failed, worked, sameSymptom])?.length === 0) return refuted
  const mayTell = {
    failed: lineTester(sifted, failed),
    worked: lineTester(sifted, worked),
    same: lineTester(sifted, sameSymptom),
  }
  const facts: Fact[] = []
  const seen = new Set<Outcome>()
  let length = 0
  for (const [at, line] of view.lines.entries()) {
    if (line.quoted || line.code || line.text.trim() === '') continue
    length += line.text.length
    // who confirms says so within the first lines; a long story is read by its own words
    if (length > 4000) break
    const worth = { failed: mayTell.failed(at), worked: mayTell.worked(at), same: mayTell.same(at) }
    if (!worth.failed && !worth.worked && !worth.same) continue
    for (const sentence of sentencesOf(line.text))
      for (const outcome of outcomesOf(sentence.text, worth)) {
        if (seen.has(outcome)) continue
        seen.add(outcome)
        const start = line.start + sentence.start
        const version = outcome === 'worked' ? versionIn(sentence.text) : undefined
        facts.push({
          kind: 'confirmation',
          outcome,
          ...(version ? { version } : {}),
          ...spanOf(view, start, start + sentence.text.length),
        })
      }
  }
  // "still not" next to "now it does" tells of two tries: the last word holds
  const last = facts.filter((fact) => fact.kind === 'confirmation' && fact.outcome !== 'same-symptom').at(-1)
  return facts
    .filter((fact) => fact === last || (fact.kind === 'confirmation' && fact.outcome === 'same-symptom'))
    .concat(refuted)
}

/** A package is cleared of the fault: "跟 peft 没有关系", "peft has nothing to do with it". */
const cleared =
  /(?:跟|和|与|同|不是|并非) ?(?:是)?([A-Za-z][\w-]{2,20}) ?(?:的)?(?:版本)?(?:的)?(?:没有?|毫无|无|的)?(?:什么|任何|半点)?(?:关系|无关|没关系|问题|锅|原因)|([A-Za-z][\w-]{2,20}) ?(?:的)?(?:版本)?(?:无关|没关系)|(?:nothing to do with|unrelated to|not (?:caused by|because of|due to)) (?:the )?([A-Za-z][\w-]{2,20})|([A-Za-z][\w-]{2,20})(?: version)? (?:has|had) nothing to do|([A-Za-z][\w-]{2,20})(?: version)? (?:is|was)(?:n't| not|n’t) (?:the|to|at|a) (?:cause|problem|culprit|blame|fault|reason)/gi
/** A wording of the pattern above that clears only when it denies. */
const denies = /没|无|不是|并非|not|n't|nothing|unrelated/i

function refutation(view: View): Fact[] {
  if (view.text.length > 4000) return []
  return view.lines.flatMap((line) =>
    line.quoted || line.code
      ? []
      : sentencesOf(line.text).flatMap(({ text, start }) => {
          if (open.test(text)) return []
          return [...text.matchAll(cleared)].flatMap((match): Fact[] => {
            const name = knownName(match.slice(1).find(Boolean) ?? '')?.name
            if (!name || !denies.test(match[0])) return []
            const at = line.start + start + match.index
            return [
              {
                kind: 'confirmation',
                outcome: 'failed',
                refutes: name,
                ...spanOf(view, at, at + match[0].length),
              },
            ]
          })
        }),
  )
}

/** What helped lies elsewhere: no answer to advice about packages or precision. */
const otherMeans =
  /学习率|数据|标签|模板|缓存|驱动|长度|max_\w+|\blearning[ _]rate\b|\blr\b|\bdata(?:set)?\b|\blabels?\b|\btemplate\b|\bcache\b|\bdriver\b/i
const unsuccessful =
  /没(?:有)?(?:解决|好|恢复|通过)|(?:不|未|没)(?:正常|能)|\bnot (?:yet )?(?:work|fix|solv)|n't/i

/** Asked whether it is the same, or what brings it about. */
const ASKS_SAME =
  /\?\s*$|吗|\b(?:do|did|does|are|were|have|can|could|will|would) (?:you|u|anyone|they)\b|你(?:们)?(?:也|是)/i

/** One sentence can say two things: "same problem, went to peft 0.6.0, fixed". */
function outcomesOf(sentence: string, worth: Record<'failed' | 'worked' | 'same', boolean>): Outcome[] {
  const outcomes: Outcome[] = []
  if (worth.same && sameSymptom.test(sentence) && !ASKS_SAME.test(sentence)) outcomes.push('same-symptom')
  if ((!worth.failed && !worth.worked) || open.test(sentence)) return outcomes
  if (worth.failed && failed.test(sentence)) outcomes.push('failed')
  else if (
    worth.worked &&
    worked.test(sentence) &&
    !unsuccessful.test(sentence) &&
    !otherMeans.test(sentence)
  )
    outcomes.push('worked')
  return outcomes
}

/** The number in a sentence that names a version and no package. */
function versionIn(sentence: string): string | undefined {
  const match = changedTo.exec(sentence)
  return match ? versionAt(sentence, match.index + match[0].length)?.version : undefined
}

function sentencesOf(line: string): { text: string; start: number }[] {
  const result: { text: string; start: number }[] = []
  let start = 0
  for (const match of line.matchAll(/[。!;]|\?|\.(?=\s|$)/g)) {
    const end = match.index + 1
    result.push({
      text: line.slice(start, end).slice(-LONGEST_SENTENCE),
      start: Math.max(start, end - LONGEST_SENTENCE),
    })
    start = end
  }
  if (start < line.length) result.push({ text: line.slice(start).slice(0, LONGEST_SENTENCE), start })
  return result
}
