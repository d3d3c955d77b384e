import { describe, expect, it } from 'vitest'
import { diagnose } from '../diagnose'
import { rules } from '../../rules'
import { readErrors } from './errors'
import { threadOf, view } from './reading.fixture'
import { readWarnings } from './warnings'

const MESSAGE = "ImportError: cannot import name 'OldCache' from 'transformers'"

type By = 'reporter' | 'helper'

/** Of each exception in the text, whether it is shown or only spoken of. */
function stancesOf(text: string, by: By): string[] {
  const block = by === 'helper' ? ({ kind: 'comment', author: 'helper' } as const) : {}
  return readErrors(view(text, block)).map((fact) =>
    fact.kind === 'error' ? (fact.stance ?? 'shown') : fact.kind,
  )
}

describe('exceptions that are only spoken of', () => {
  it.each<[By, string]>([
    // what may be
    ['helper', `If you see ${MESSAGE}, then upgrade transformers`],
    ['reporter', `If you see ${MESSAGE}, then upgrade transformers`],
    ['helper', `In case you run into \`${MESSAGE}\`, pin peft below 0.12.`],
    ['helper', `With transformers 4.40 you get ${MESSAGE}`],
    ['helper', `If peft is newer than transformers, it ends in ${MESSAGE}`],
    ['helper', `You would get ${MESSAGE} with the old one`],
    ['helper', `如果遇到 ${MESSAGE}，升级 transformers 就行。`],
    ['helper', `万一报 ${MESSAGE} 的话，把 peft 降下来。`],
    ['helper', `你这个报错 ${MESSAGE}，是 peft 太新。`],
    ['helper', `遇到 ${MESSAGE} 的同学可以先降级。`],
    ['helper', `版本太旧可能会报 ${MESSAGE}，升级即可`],
    ['helper', `Otherwise you'll get ${MESSAGE}`],
    ['helper', `Your ${MESSAGE} comes from an old version.`],
    ['helper', `出现 ${MESSAGE} 时请升级`],
    // what is not so
    ['reporter', `I do not get ${MESSAGE}, mine is another one`],
    ['reporter', `There is no ${MESSAGE} in my log.`],
    ['reporter', `We never saw "${MESSAGE}" here.`],
    ['reporter', `It runs without the ${MESSAGE} now.`],
    ['helper', `I no longer see ${MESSAGE}`],
    ['reporter', `我没有遇到 ${MESSAGE}，是另一个问题。`],
    ['reporter', `升级之后不再报 ${MESSAGE}，谢谢。`],
    ['reporter', `我的不是 ${MESSAGE}，而是卡住不动。`],
    ['reporter', `The ${MESSAGE} is gone.`],
    ['reporter', `${MESSAGE} 这个错误已经没有了。`],
    // what to do
    ['helper', `To avoid ${MESSAGE} keep peft at 0.11.`],
    ['helper', `A workaround for ${MESSAGE}: pin peft.`],
    ['helper', `降级可以避免 ${MESSAGE}`],
    ['helper', `${MESSAGE} usually means that transformers is too old`],
    ['helper', `${MESSAGE} 说明 transformers 太旧`],
    // what was mended
    ['helper', `We fixed the bug where users got ${MESSAGE}`],
    ['reporter', `We fixed the bug where users got ${MESSAGE}`],
    ['helper', `Version 1.2 fixes ${MESSAGE}`],
    ['helper', `This resolves the crash with ${MESSAGE}`],
    ['helper', `新版修复了 ${MESSAGE}`],
    // what others say
    ['helper', `People on Discord reported ${MESSAGE} too.`],
    ['reporter', `In #12 they report ${MESSAGE}`],
    ['reporter', `Someone else got ${MESSAGE} with that.`],
    ['reporter', `Not related to #12 where they report:\n> ${MESSAGE}`],
    ['reporter', `Another issue says this:\n\n> ${MESSAGE}\n\nMine hangs.`],
    ['reporter', `别人遇到的是 ${MESSAGE}，我的是卡住。`],
    ['reporter', `看到群里有人报 ${MESSAGE}。`],
  ])('%s: %s', (by, text) => expect(stancesOf(text, by)).toEqual(['mentioned']))
})

describe('exceptions that are shown', () => {
  it.each<[By, string]>([
    ['reporter', `I get ${MESSAGE}`],
    ['helper', `I get ${MESSAGE} as well`],
    ['helper', `Same here: ${MESSAGE}`],
    ['helper', `me too, ${MESSAGE}, if that matters`],
    ['reporter', `报错 ${MESSAGE}`],
    ['reporter', `一启动就报 ${MESSAGE}，怎么解决？`],
    ['reporter', `如果用最新的 peft，就报 ${MESSAGE}`],
    ['reporter', `如何解决 ${MESSAGE}`],
    ['reporter', `有没有人遇到 ${MESSAGE}？`],
    ['reporter', `请问大家遇到过 ${MESSAGE} 吗？`],
    ['reporter', `修复了一个问题，又报 ${MESSAGE}`],
    ['reporter', `升级之后不报 KeyError 了，但是报 ${MESSAGE}`],
    ['reporter', `模型不能加载，报 ${MESSAGE}`],
    ['reporter', `不知道为什么报 ${MESSAGE}`],
    ['reporter', `If you run the example it stops with ${MESSAGE}`],
    ['reporter', `If I upgrade I get ${MESSAGE}`],
    ['reporter', `It does not start: ${MESSAGE}`],
    ['reporter', `I don't know why I get ${MESSAGE}`],
    ['reporter', `I do not see why it raises ${MESSAGE}`],
    ['reporter', `How to fix ${MESSAGE}`],
    ['reporter', `Please help me to solve ${MESSAGE}`],
    ['reporter', `Has anyone seen ${MESSAGE}?`],
    ['reporter', `I fixed the version of peft and now get ${MESSAGE}`],
    ['reporter', `The first problem is solved, but now ${MESSAGE}`],
    ['reporter', `Others have no trouble, I get ${MESSAGE}`],
    ['reporter', `This change fixes ${MESSAGE}`],
    ['reporter', `My colleague and I both see ${MESSAGE}`],
    ['reporter', `The log ends so:\n> ${MESSAGE}`],
    ['reporter', `Since we use the new version our users get ${MESSAGE}`],
    ['reporter', `Is there a fix for ${MESSAGE}?`],
    ['reporter', `I cannot train because of ${MESSAGE}`],
    ['reporter', `没有改任何代码，直接报 ${MESSAGE}`],
    ['reporter', `没有 GPU 时报 ${MESSAGE}`],
    ['reporter', `别人都没问题，我这里报 ${MESSAGE}`],
    ['reporter', `不加这个参数会报 ${MESSAGE}`],
    ['helper', `Running your code gives ${MESSAGE}`],
    ['helper', `I tried your fix and got ${MESSAGE}`],
    ['helper', `Thank you, but it now fails with ${MESSAGE}`],
    ['helper', MESSAGE],
    ['helper', `- ${MESSAGE}`],
    ['helper', `\`${MESSAGE}\``],
    ['helper', `If you see this, upgrade:\n\n${MESSAGE}`],
    [
      'helper',
      `If you see this:\n\`\`\`\nTraceback (most recent call last):\n  File "a.py", line 1\n${MESSAGE}\n\`\`\``,
    ],
  ])('%s: %s', (by, text) => expect(stancesOf(text, by)).toEqual(['shown']))

  it('in a title', () => {
    const facts = readErrors(view(`If you see ${MESSAGE}`, { kind: 'title' }))
    expect(facts.map((fact) => 'stance' in fact)).toEqual([false])
  })

  it('where the same message is spoken of first', () => {
    expect(stancesOf(`I get ${MESSAGE}\n\nSomeone else got ${MESSAGE}`, 'reporter')).toEqual(['shown'])
    expect(stancesOf(`Someone else got ${MESSAGE}\n\nI get ${MESSAGE}`, 'reporter')).toEqual(['shown'])
  })
})

describe('warnings that are only spoken of', () => {
  const stanceOf = (text: string) =>
    readWarnings(view(text)).map((fact) => (fact.kind === 'warning' ? (fact.stance ?? 'shown') : fact.kind))

  it.each([
    'If you see `FutureWarning: x is deprecated`, ignore it.',
    'I do not get UserWarning: these are ignored.',
    '如果看到 UserWarning: these are ignored，不用管。',
  ])('%s', (text) => expect(stanceOf(text)).toEqual(['mentioned']))

  it.each([
    'I get `FutureWarning: x is deprecated`',
    '```\nIf you see it: FutureWarning: x is deprecated\n```',
    'UserWarning: if you see this, x is deprecated',
  ])('%s is shown', (text) => expect(stanceOf(text)).toEqual(['shown']))
})

describe('what is only spoken of proves nothing', () => {
  const message = "ImportError: cannot import name 'EncoderDecoderCache' from 'transformers'"
  const named = (texts: [string, string][]) =>
    diagnose(threadOf(texts), rules).diagnoses.filter(({ verdict }) => verdict !== 'at-risk')

  it.each<[string, [string, string][]]>([
    [
      'advice',
      [
        ['ada', 'It is slow.'],
        ['bob', `If you see ${message}, then upgrade`],
      ],
    ],
    [
      'a fix',
      [
        ['ada', 'It is slow.'],
        ['bob', `We fixed the bug where users got ${message}`],
      ],
    ],
    ['a denial', [['ada', `I do not get ${message}, mine is another one`]]],
    ['a quotation', [['ada', `Not related to #12 where they report:\n> ${message}`]]],
    [
      'a warning',
      [
        [
          'ada',
          "I do not see UserWarning: Unexpected keyword arguments ['lora_alpha', 'r', 'target_modules'] for class PeftConfig, these are ignored.",
        ],
      ],
    ],
  ])('%s', (_, texts) => expect(named(texts)).toEqual([]))

  it('but what the same person shows does', () => {
    const texts: [string, string][] = [
      ['ada', `In #12 they report ${message}\n\n\`\`\`\n${message}\n\`\`\``],
      ['bob', `If you see ${message}, then upgrade`],
    ]
    expect(named(texts)).toMatchObject([{ about: 'ada', verdict: 'confirmed' }])
  })

  it('nor does it hide what the title or a later comment shows', () => {
    expect(
      named([
        ['ada', `Others get ${message}`],
        ['bob', 'And you?'],
        ['ada', `Now I get ${message}`],
      ]),
    ).toMatchObject([{ about: 'ada', verdict: 'confirmed' }])
    expect(
      diagnose(threadOf([['ada', `In #12 they report ${message} too.`]], { title: message }), rules)
        .diagnoses,
    ).toMatchObject([{ about: 'ada', verdict: 'confirmed' }])
  })
})
