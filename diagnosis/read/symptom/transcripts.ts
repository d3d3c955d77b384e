import type { Passage } from '../passages'

const ASKER =
  'prompt|user|input|question|query|q|human|instruction|you|用户|问题?|提问|输入|用户输入|模型输入'
const PROMPT = new RegExp(`^[\\s>*[-]{0,8}(?:${ASKER})\\s{0,2}[\\]:：>]{0,2}\\s{0,4}\\S`, 'i')
const ANSWERER =
  '(?:response|assistant|answer|output|a|bot|ai|model|reply|chatglm[\\w-]{0,12}|glm-?[\\w-]{0,6}|模型|回复|回答|助手|输出|答|(?:模型|助手|机器人)(?:的)?(?:输出|回复|回答))'
/** What is no word of an answer: quotation marks around nothing, special tokens. */
const NOTHING = '(?:\'\'|""|‘’|(?:\\s?(?:<unk>|<pad>|<eos>|</s>|<\\|endoftext\\|>|<\\|im_end\\|>)){1,60})?'
const EMPTY_ANSWER = new RegExp(
  `^[\\s>*[-]{0,8}${ANSWERER}\\s{0,2}[\\]:：>]{0,2}\\s{0,4}${NOTHING}\\s*$`,
  'i',
)
/** A label for an answer, with its colon and the blanks before it. */
const LONGEST_LABEL = 400
const LONGEST_LINE = 300
const AFTER_ANSWER = new RegExp(
  `^[\\s>*[-]{0,8}(?:${ASKER})\\s{0,2}[\\]:：>]{0,2}|^[=\\-#*]{4,}|^>>>|^\\s*(?:\`\`\`|~~~)`,
  'i',
)

/** What an answer is called, as a variable or a key. */
const NAME = '(?:response|output|answer|reply|text)'
const EMPTY_VALUE = new RegExp(
  `(?:len\\(\\w{0,20}${NAME}\\w{0,10}\\)|${NAME}\\.__len__\\(\\))\\s{0,4}(?:→|->|=>|==|:|#)?\\s{0,4}0(?!\\.?\\d)|repr\\(${NAME}\\)\\)?\\s{0,8}(?:→|->|=>|#)?\\s{0,4}(?:''|"")(?!['"])`,
  'i',
)
/** Several answers, as a variable. */
const NAMES =
  '(?:\\w{1,16}_)?(?:responses|outputs|answers|replies|preds|predictions|completions|generations|generated|decoded)'
/** A question to the interpreter: `>>> `, `In [5]: `. */
const ASKS = '^\\s*(?:>>>|In \\[\\d{1,4}\\]:)\\s{0,4}'
const PROMPT_OF_INTERPRETER = new RegExp(ASKS)
const ASKS_LENGTH = new RegExp(`${ASKS}(?:print\\()?len\\(\\w{0,20}${NAME}\\w{0,10}\\)\\)?\\s*$`, 'i')
const ASKS_ANSWER = new RegExp(
  `${ASKS}(?:print\\()?\\w{0,20}${NAME}\\w{0,10}\\)?\\s*$|${ASKS}.{0,200}(?:\\.chat\\(|\\bdecode\\(|\\bpipe(?:line)?\\(|\\bgenerator\\()`,
  'i',
)
const ASKS_ANSWERS = new RegExp(
  `${ASKS}(?:print\\()?(?:(?:set|Counter|collections\\.Counter|list|np\\.unique)\\()?${NAMES}(?:\\[[:\\d]{1,8}\\])?\\)?\\)?\\s*$|${ASKS}[[{].{0,200}(?:\\.chat\\(|\\bdecode\\().{0,120}[\\]}]\\s*$`,
  'i',
)
/** What is true of them, or counted. */
const ASKS_IF_ALL_EMPTY = new RegExp(
  `${ASKS}all\\((?:\\w+ == (?:''|"")|not \\w+|len\\(\\w+\\) == 0) for \\w+ in ${NAMES}\\)\\s*$`,
  'i',
)
const ASKS_IF_ANY = new RegExp(
  `${ASKS}any\\((?:${NAMES}|(?:\\w+|len\\(\\w+\\)|\\w+ != (?:''|"")) for \\w+ in ${NAMES})\\)\\s*$`,
  'i',
)
const ASKS_COUNT = new RegExp(
  `${ASKS}(?:sum|max)\\((?:map\\(len, ${NAMES}\\)|\\[?(?:len\\(\\w+\\)|1|bool\\(\\w+\\)) for \\w+ in ${NAMES}(?: if \\w+)?\\]?)\\)\\s*$|${ASKS}[[{]len\\(\\w+\\) for \\w+ in ${NAMES}[\\]}]\\s*$`,
  'i',
)
const NOTHING_COUNTED = /^\s*(?:Out\s?\[\d{1,4}\]:\s?)?(?:0|\{0\}|\[0(?:, 0){0,60}\])\s*$/
const EMPTY_RESULTS =
  /^\s*(?:Out\s?\[\d{1,4}\]:\s?)?(?:Counter\()?(?:\{(?:''|"")(?:: \d{1,7})?\}|\[(?:''|"")(?:, (?:''|"")){0,60}(?:, \.\.\.)?\])\)?\s*$/
const EMPTY_RESULT =
  /^\s*(?:Out\s?\[\d{1,4}\]:\s?)?(?:''|""|\[(?:''|"")\]|\[\{["']generated_text["']: (?:''|"")\}\])\s*$/
/** `reply=""`, `"predict": ""`, `回复: ''`: a record of what was said. */
const EMPTY_FIELD =
  /(?:^|[\s{,(|])["']?(?:reply|response|answer|predict(?:ion|ed)?|completion|generated(?:_text)?|model_output|assistant|output|回复|回答|输出|预测)["']?(?:\s?[:：=]\s?|=)(?:""|''|“”)(?!["'])/i
const RECORD = /prompt|question|query|label|user|input|tokens|history|finish_reason|问|输入|标签/i
/** An entry of a training set has empty fields by design; a program sets a variable. */
const NO_RECORD = /"instruction"|'instruction'|^\s*\w+\s=\s|\breturn\b|\bdef\s|\bif\b/
/** What a server or a pipeline says of an answer, and no training set does. */
const EMPTY_CONTENT = /["'](?:content|text)["']\s?:\s?(?:""|'')/
const OF_SERVER = /finish_reason|["']choices["']|completion_tokens/
const EMPTY_GENERATED = /["']generated_text["']\s?:\s?(?:""|'')/
/** `response: | tokens: 0`, and a line that is a label with nothing in quotation marks. */
const EMPTY_CELL = /(?:response|answer|reply|回复|回答)\s?[:=：]\s?\|/i
const EMPTY_LABEL = /^\s{0,8}(?:response|answer|reply|completion|回复|回答)\s?[:：]\s?(?:""|'')\s*$/i
const CONFIGURATION = /^(?:ya?ml|toml|json|python|py|ini)$/
/** A server's answer says how it ended within so many lines. */
const LINES_OF_ANSWER = 10
const NO_TOKENS = /(?:new|generated|completion|output)[_ ]tokens["']?\s?[:=]\s?0(?![\d.])/i
const EMPTY_PAIR = /^\s*\((?:''|""),\s?\[/

const isBlank = (line: Passage | undefined): boolean => !!line && !line.text.trim()

/** The nearest line with something on it, going one way over a few blank ones. */
function nearest(passages: Passage[], at: number, step: 1 | -1): Passage | undefined {
  let here = at + step
  while (isBlank(passages[here]) && Math.abs(here - at) < 4) here += step
  return passages[here]
}

function isEmptyTurn(passages: Passage[], at: number): boolean {
  const line = passages[at]!
  if (line.text.length > LONGEST_LABEL || !EMPTY_ANSWER.test(line.text)) return false
  const asked = nearest(passages, at, -1)
  if (!asked || asked.segment !== line.segment || !PROMPT.test(asked.text.slice(0, LONGEST_LINE)))
    return false
  const following = nearest(passages, at, 1)
  return !following || AFTER_ANSWER.test(following.text.slice(0, 80))
}

function isOfServer(passages: Passage[], at: number): boolean {
  const { segment } = passages[at]!
  return passages
    .slice(Math.max(0, at - LINES_OF_ANSWER), at + LINES_OF_ANSWER)
    .some((line) => line.segment === segment && OF_SERVER.test(line.text))
}

/** The interpreter is asked about many answers at once, and all are empty. */
function isEmptyOfMany(asked: string, answer: string): boolean {
  if (!PROMPT_OF_INTERPRETER.test(asked)) return false
  return (
    (ASKS_ANSWERS.test(asked) && EMPTY_RESULTS.test(answer)) ||
    (ASKS_IF_ALL_EMPTY.test(asked) && /^\s*(?:Out\s?\[\d{1,4}\]:\s?)?True\s*$/.test(answer)) ||
    (ASKS_IF_ANY.test(asked) && /^\s*(?:Out\s?\[\d{1,4}\]:\s?)?False\s*$/.test(answer)) ||
    (ASKS_COUNT.test(asked) && NOTHING_COUNTED.test(answer))
  )
}

function isEmptyValue(passages: Passage[], at: number, isOutput: boolean): boolean {
  const { text } = passages[at]!
  if (EMPTY_VALUE.test(text)) return true
  if (ASKS_LENGTH.test(text)) return /^\s*0\s*$/.test(passages[at + 1]?.text ?? '')
  if (isEmptyOfMany(text, passages[at + 1]?.text ?? '')) return true
  if (ASKS_ANSWER.test(text)) {
    const answer = passages[at + 1]
    return !!answer && (EMPTY_PAIR.test(answer.text) || EMPTY_RESULT.test(answer.text))
  }
  if (!isOutput) return false
  if (NO_TOKENS.test(text) || EMPTY_GENERATED.test(text)) return true
  if (EMPTY_CONTENT.test(text) && isOfServer(passages, at)) return true
  if (EMPTY_CELL.test(text) && RECORD.test(text)) return true
  if (EMPTY_LABEL.test(text) && !CONFIGURATION.test(passages[at]!.language)) return true
  return EMPTY_FIELD.test(text) && RECORD.test(text) && !NO_RECORD.test(text)
}

/** Some line of a transcript with an empty answer has one of these, or is a bare label. */
const WORTH_A_LOOK = /len|repr|""|''|“”|>>>|In \[|tokens|[:=：]\s?\|/

/**
 * A transcript in which a question is followed by an empty answer, a record with an empty answer, an answer's length
 * of 0: the line that should hold the answer. `allOutput`: the block is a paste or a log, fenced or not.
 */
export function silenceShown(
  passages: Passage[],
  allOutput = false,
): { start: number; end: number } | undefined {
  for (let at = 0; at < passages.length; at++) {
    const line = passages[at]!
    const { text } = line
    if (!line.own || text.length > LONGEST_LINE || text.length < 1) continue
    const isOutput = line.code || allOutput
    const shows =
      (isOutput && WORTH_A_LOOK.test(text) && isEmptyValue(passages, at, isOutput)) ||
      isEmptyTurn(passages, at)
    if (shows) return { start: line.start, end: line.start + Math.max(1, text.trimEnd().length) }
  }
  return undefined
}
