import { entriesOfLine } from '../read/log/entries'

/**
 * What a single line looks like, before it is known what surrounds it. `furniture` belongs to whatever surrounds it
 * and says nothing itself: rules, brackets, comments, column heads.
 */
export type LineKind =
  | 'pin'
  | 'requirement'
  | 'row'
  | 'conda-row'
  | 'show'
  | 'environment'
  | 'conda-file'
  | 'lock'
  | 'installer'
  | 'log'
  | 'traceback'
  | 'code'
  | 'keyed'
  | 'setting'
  | 'item'
  | 'bare'
  | 'prose'
  | 'furniture'

/** Longer lines are looked at by their beginning. UTF-16 units. */
const LOOKED_AT = 2000

const PIN = /^\s{0,12}(?:[-*]\s{1,4})?[A-Za-z0-9][\w.-]{0,98}(?:\[[^\]\s]{0,80}\])?={2,3}[^\s;,]{1,80}\s*$/
const BY_ADDRESS = /^(?:-e\s|[A-Za-z0-9][\w.-]{0,98}\s@\s)\S/
const REQUIREMENT =
  /^(?:[A-Za-z0-9][\w.-]{0,98}\s{0,4}(?:\[[^\]]{0,80}\])?\s{0,4}(?:={2,3}|[<>~!]=?|;)\s{0,4}[\w"'(*]|(?:-r|-c|--?(?:index-url|extra-index-url|find-links|no-binary|pre|hash))\b)/
const ROW =
  /^\s{0,8}[A-Za-z0-9_][\w.-]{0,98}\s{1,120}v?\d[\w.+!-]{0,60}(?:\s{1,120}[/~A-Z]:?[\\/]?\S.{0,200})?\s*$/
const CONDA_ROW =
  /^\s{0,8}[A-Za-z0-9_][\w.-]{0,98}\s{1,120}\d[\w.+!-]{0,60}\s{1,60}(?:pypi_\d|py\d[\w.]{0,60}|h[0-9a-f]{5,9}_\d{1,4}|\w{1,60}_\d{1,4}|main|\d)(?:\s{1,60}\S{1,80})?\s*$/
const SHOW =
  /^(?:Name|Version|Summary|Home-page|Author|Author-email|License|License-Expression|Location|Requires|Required-by|Editable project location):(?:\s|$)/
const ENVIRONMENT =
  /^\s{0,8}[-*]?\s{0,3}`?[\w.@/ -]{1,50}`? versions?(?: \([^)]{0,40}\))?`?\s?[:：]|^\s{0,4}\[(?:pip3?|conda)\]\s|^\s{0,4}[-*]?\s{0,3}(?:OS|Platform|CPU|GPU(?: type| models? and configuration)?|Is (?:CUDA|XNNPACK|debug)\b[\w /]{0,40}|CUDA (?:used|runtime|version|available)[\w /]{0,40}|ROCM used[\w /]{0,40}|HIP runtime[\w /]{0,20}|Libc version|Nvidia driver[\w /]{0,20}|Versions of relevant libraries|Using (?:GPU|distributed)[\w -]{0,60}\??|Collecting environment information)\s?(?:[:：]|\.{3})|^\|\s.{1,120}\|\s*$|^\+[-=+]{6,}\+\s*$/i
const CONDA_FILE =
  /^(?:name|channels|dependencies|prefix):|^\s{0,12}-\s(?:pip:|[A-Za-z0-9_][\w.-]{0,80}=\d[\w.]{0,40}(?:=\w{1,60})?)\s*$/
const LOCK =
  /^\s{0,8}\[{1,2}(?:package|packages|metadata|manifest)[\w.-]{0,60}\]{1,2}\s*$|^\s{0,8}(?:name|version|source|dependencies|requires-python|python-versions|optional|files|groups|wheels|sdist|content-hash|lock-version|description|resolution-markers|marker|markers|revision)\s?=\s|^\s{0,16}\{\s?(?:file|url|name)\s=\s|^\s{0,16}"(?:hashes|index|version|markers)"\s?:/
const INSTALLER =
  /^\s{0,8}(?:Collecting\s|Downloading\s|Installing collected|Successfully (?:installed|uninstalled)|Requirement already satisfied|Using cached|Preparing metadata|Building wheel|Looking in indexes|Attempting uninstall|Found existing installation|Uninstalling\s|Obtaining\s)|\b(?:pip3?|uv|conda|mamba|poetry)\s{1,4}(?:install|add|freeze|list|show)\b/
const LOG =
  /%\|[^|]{0,80}\||\b(?:it\/s|s\/it)\b|^\s{0,8}\{'|['"](?:loss|grad_norm|learning_rate|train_runtime|eval_loss|epoch)['"]\s?:|^\[?(?:INFO|WARNING|DEBUG)\b|^\*{3,5} Running|^\s{0,4}(?:Num examples|Num Epochs|Total optimization steps|Gradient Accumulation steps|trainable params)\b|^\[?\d{4}-\d\d-\d\d[ T]\d\d:\d\d/
const TRACEBACK =
  /^\s{0,8}(?:Traceback \(most recent|File "|During handling of the above|The above exception was)|^(?:[a-z_]\w{0,40}\.){0,6}[A-Z]\w{0,60}(?:Error|Exception|Warning|Interrupt):?(?:\s|$)|^[\s~^]{0,80}\^[\s~^]{0,80}$/
const CODE =
  /^\s{0,40}(?:import\s\w|from\s[\w.]{1,60}\simport\b|def\s\w|class\s\w|return\b|if\s.{1,120}:\s*$|for\s.{1,120}:\s*$|with\s.{1,120}:\s*$|else:|try:|except\b|print\(|@\w|[\w.[\]'"]{1,80}\s?=\s?\S|[\w.]{1,60}\(|[)\]}],?\s*$|\w{1,60}=.{1,120},\s*$|--[\w-]{2,40}(?:[ =]\S{1,120})?\s{0,4}\\?\s*$)/
const KEYED = /^\s{0,12}[-*]?\s{0,3}["'`*]{0,3}[\p{L}\w][\p{L}\w ()./_-]{0,60}["'`*]{0,3}\s?[:：]\s?\S/u
const SETTING = /^\s{0,12}[a-z][a-z0-9]{0,30}(?:_[a-z0-9]{1,30}){0,8}:\s\S/
const ITEM = /^\s{0,12}-\s[\w.<>=~!*-]{1,100}\s*$/
const BARE = /^[A-Za-z][\w.-]{1,60}\s*$/
const FURNITURE =
  /^\s*$|^[\s\-─=_+|:*~`#.<>[\]{}(),;"'\\/]{1,400}$|^\s{0,12}(?:```|~~~)|^\s{0,8}#(?!\s?\w{1,40}==)|^\s{0,12}\/\/|^\s{0,40}#?\s{0,8}(?:Package|Name)\s{1,80}Version\b|^\s{0,8}--hash=|^\s{0,8}<\/?\w{1,20}[^>]{0,200}>\s*$/i

/** What a line looks like. Its cost is bounded, whatever stands in it. */
export function kindOfLine(whole: string): LineKind {
  const line = whole.length > LOOKED_AT ? whole.slice(0, LOOKED_AT) : whole
  if (FURNITURE.test(line)) return 'furniture'
  if (PIN.test(line)) return 'pin'
  if (BY_ADDRESS.test(line)) return 'pin'
  if (CONDA_ROW.test(line)) return 'conda-row'
  if (LOCK.test(line)) return 'lock'
  if (CONDA_FILE.test(line)) return 'conda-file'
  if (INSTALLER.test(line)) return 'installer'
  if (ENVIRONMENT.test(line)) return 'environment'
  if (LOG.test(line) || isEntry(line)) return 'log'
  if (TRACEBACK.test(line)) return 'traceback'
  if (ROW.test(line)) return 'row'
  if (REQUIREMENT.test(line)) return 'requirement'
  if (SHOW.test(line)) return 'show'
  if (CODE.test(line)) return 'code'
  if (BARE.test(line)) return 'bare'
  if (ITEM.test(line)) return 'item'
  if (SETTING.test(line)) return 'setting'
  return KEYED.test(line) ? 'keyed' : 'prose'
}

/** A line of a training log, as the log's reader sees it. */
function isEntry(line: string): boolean {
  return /loss|损失/i.test(line) && /\d|nan/i.test(line) && entriesOfLine(line, 0).length > 0
}

/** Lines that a program prints around what it reports: to be passed over without a word. */
export function isSilent(kind: LineKind, line: string): boolean {
  switch (kind) {
    case 'furniture':
    case 'installer':
      return true
    case 'lock':
      return !/^\s{0,8}version\s?=\s?"/.test(line)
    case 'show':
      return !line.startsWith('Version:')
    case 'environment':
      return (
        !/\bversion\b/i.test(line) ||
        /\b(?:GCC|Clang|CMake|Libc|cuDNN|HIP|MIOpen|driver|runtime)\b/i.test(line)
      )
    case 'conda-file':
      return !/=\d/.test(line)
    case 'requirement':
      return /^--?(?!r\b|c\b)/.test(line)
    case 'traceback':
      return !/^\S{1,120}(?:Error|Exception)/.test(line)
    case 'log':
      return !/loss|损失/i.test(line)
    default:
      return false
  }
}
