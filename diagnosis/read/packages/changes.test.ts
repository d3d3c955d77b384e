import { describe, expect, it } from 'vitest'
import { viewOf } from '../view'
import { readPackages } from '.'

/** What a text says, as `name version stance`, sorted. */
function read(text: string, kind: 'description' | 'comment' = 'description'): string[] {
  const block = { id: '2', kind, author: kind === 'comment' ? 'other' : 'opener', text }
  const first = { id: '1', kind: 'description' as const, author: 'opener' }
  const view = viewOf(block, { site: 'github', blocks: kind === 'comment' ? [first, block] : [block] })
  return readPackages(view)
    .flatMap((fact) => (fact.kind === 'package' ? [`${fact.name} ${fact.version} ${fact.stance}`] : []))
    .sort()
}

describe('a move from one release to another', () => {
  it.each<[string, string[]]>([
    [
      'We replaced peft 0.10.0 by peft 0.13.2, nothing more. Not a single zero since, the loss is normal.',
      ['peft 0.10.0 installed', 'peft 0.13.2 cure'],
    ],
    [
      'I replaced peft 0.11.1 with 0.12.0 and the zeros are gone.',
      ['peft 0.11.1 installed', 'peft 0.12.0 cure'],
    ],
    ['Swapped peft 0.9.0 for 0.6.2, loss is normal again.', ['peft 0.6.2 cure', 'peft 0.9.0 installed']],
    ['把 peft 0.9.0 换成 0.6.2 之后 loss 就正常了', ['peft 0.6.2 cure', 'peft 0.9.0 installed']],
    ['将 peft 由 0.10.0 降至 0.6.2，loss 恢复正常。', ['peft 0.10.0 installed', 'peft 0.6.2 cure']],
    ['peft 从 0.9.0 升到 0.12.0 之后训练正常了', ['peft 0.12.0 cure', 'peft 0.9.0 installed']],
    ['peft 0.8.2 → 0.5.0，loss 恢复', ['peft 0.5.0 cure', 'peft 0.8.2 installed']],
    ['peft 0.8.2 -> 0.12.0 did it, loss falls again', ['peft 0.12.0 cure', 'peft 0.8.2 installed']],
    ['用 peft 0.6.2 替换了 0.9.0，loss 不再是 0', ['peft 0.6.2 cure', 'peft 0.9.0 installed']],
    ['Changed `peft==0.9.0` to `peft==0.6.2` and it trains.', ['peft 0.6.2 cure', 'peft 0.9.0 installed']],
    ['peft: 0.9.0 => 0.12.0, now the loss is fine', ['peft 0.12.0 cure', 'peft 0.9.0 installed']],
    ['Upgrading from peft 0.10.0 to peft 0.13.2 fixed it.', ['peft 0.10.0 installed', 'peft 0.13.2 cure']],
    ['Downgraded peft (0.9.0 to 0.6.2), loss recovered.', ['peft 0.6.2 cure', 'peft 0.9.0 installed']],
    ['peft 0.7.1 升级 0.12.0，问题解决', ['peft 0.12.0 cure', 'peft 0.7.1 installed']],
    ['我把peft版本从0.9.0改为0.6.0，loss就不是0了', ['peft 0.6.0 cure', 'peft 0.9.0 installed']],
  ])('%s', (text, expected) => {
    expect(read(text)).toEqual(expected)
  })
})

describe('one works, another does not', () => {
  it.each<[string, string[]]>([
    ['Loss is 0 with peft 0.9.0 but ok with peft 0.6.2', ['peft 0.6.2 mentioned', 'peft 0.9.0 installed']],
    [
      'nan when deepspeed==0.13.5 but ok with deepspeed==0.10.2',
      ['deepspeed 0.10.2 mentioned', 'deepspeed 0.13.5 installed'],
    ],
    ['用 peft 0.9.0 loss 为 0，换 0.6.2 就没事', ['peft 0.6.2 cure', 'peft 0.9.0 installed']],
    ['peft 0.6.2 works, peft 0.9.0 gives loss 0.0', ['peft 0.6.2 mentioned', 'peft 0.9.0 installed']],
    ['peft 0.9.0 上 loss 是 0，0.6.2 上正常', ['peft 0.6.2 mentioned', 'peft 0.9.0 installed']],
    ['With peft 0.9.0 the loss is 0. It works with 0.6.2.', ['peft 0.6.2 mentioned', 'peft 0.9.0 installed']],
    ['My peft is 0.9.0. With 0.6.2 everything is fine.', ['peft 0.6.2 mentioned', 'peft 0.9.0 installed']],
    ['peft 0.9.0，同事的 0.6.2 没问题', ['peft 0.6.2 mentioned', 'peft 0.9.0 installed']],
    ['我装的 peft 0.10.0，隔壁实验室 0.6.1 能正常训练', ['peft 0.10.0 installed', 'peft 0.6.1 mentioned']],
  ])('%s', (text, expected) => {
    expect(read(text)).toEqual(expected)
  })
})

describe('what was tried', () => {
  it.each<[string, string[]]>([
    ['- 换显卡：没用\n- `pip install "peft==0.12.0"`：**正常了**', ['peft 0.12.0 cure']],
    ['- 降学习率：无效\n- peft==0.6.2：好了', ['peft 0.6.2 cure']],
    ['1. lower lr: nope\n2. peft 0.12.0: fixed', ['peft 0.12.0 cure']],
    [
      '1. transformers 4.38.2 → 4.34.0，无效；\n2. peft 0.9.0 → 0.6.2，loss 恢复',
      [
        'peft 0.6.2 cure',
        'peft 0.9.0 installed',
        'transformers 4.34.0 mentioned',
        'transformers 4.38.2 installed',
      ],
    ],
    ['试过的：\n* peft 0.7.1：还是 0\n* peft 0.6.2：正常', ['peft 0.6.2 cure', 'peft 0.7.1 mentioned']],
    ['`pip install peft==0.6.2` → loss 正常', ['peft 0.6.2 cure']],
    ['pip install peft==0.6.2 之后好了', ['peft 0.6.2 cure']],
    ['Then I ran `pip install peft==0.12.0` and the loss came back.', ['peft 0.12.0 cure']],
    ['环境推倒重建，这回写死 `peft==0.8.2`，loss goes 3.0 → 2.4, works', ['peft 0.8.2 cure']],
    ['I rebuilt the env with peft==0.6.2 pinned, and now it trains.', ['peft 0.6.2 cure']],
    ['后来固定 peft==0.6.2，一切正常。', ['peft 0.6.2 cure']],
  ])('%s', (text, expected) => {
    expect(read(text)).toEqual(expected)
  })
})

describe('ways out', () => {
  it.each<[string, string[]]>([
    [
      'I have deepspeed 0.13.5. Two ways out:\n1. deepspeed==0.10.2\n2. turn off the logger',
      ['deepspeed 0.10.2 mentioned', 'deepspeed 0.13.5 installed'],
    ],
    [
      'peft 0.9.0 has it. Workarounds:\n- peft==0.6.2\n- cast the adapters',
      ['peft 0.6.2 mentioned', 'peft 0.9.0 installed'],
    ],
    ['解决办法：\n1. peft==0.6.2\n2. 把 adapter 转成 float32', ['peft 0.6.2 cure']],
    ['两种办法：\n- peft==0.12.0\n- 改用 bf16', ['peft 0.12.0 mentioned']],
    ['Possible fixes:\n* peft==0.12.0\n* bf16', ['peft 0.12.0 mentioned']],
  ])('%s', (text, expected) => {
    expect(read(text)).toEqual(expected)
  })
})

describe('what was and what is', () => {
  it.each<[string, string[]]>([
    ['之前用 peft 0.6.2 没问题，上周重装成了 0.9.0', ['peft 0.6.2 mentioned', 'peft 0.9.0 installed']],
    [
      'I used to have peft 0.6.2; the new machine got 0.10.0',
      ['peft 0.10.0 installed', 'peft 0.6.2 mentioned'],
    ],
    [
      'ImportError: x, but found peft==0.9.0.\n\n装了 0.6.2 之后：\n\nImportError: y, but found peft==0.6.2.\n\n现在环境里留着的就是 peft 0.6.2',
      ['peft 0.6.2 installed', 'peft 0.9.0 mentioned'],
    ],
    [
      'The old container has peft 0.5.0, the one I use now peft 0.9.0',
      ['peft 0.5.0 mentioned', 'peft 0.9.0 installed'],
    ],
    ['旧镜像 peft 0.6.0，新镜像 peft 0.10.0', ['peft 0.10.0 installed', 'peft 0.6.0 mentioned']],
    ['升级前 peft 是 0.6.2，升级后 0.9.0', ['peft 0.6.2 mentioned', 'peft 0.9.0 installed']],
    [
      'Before the upgrade I was on peft 0.6.2, now on 0.9.0',
      ['peft 0.6.2 mentioned', 'peft 0.9.0 installed'],
    ],
    [
      '本来是 peft 0.6.2，后来同事升到了 0.9.0，loss 就成 0 了',
      ['peft 0.6.2 mentioned', 'peft 0.9.0 installed'],
    ],
    [
      'We upgraded peft from 0.6.2 to 0.9.0 last week and since then loss is 0',
      ['peft 0.6.2 mentioned', 'peft 0.9.0 installed'],
    ],
    ['刚开始 peft 0.6.2，一切正常；升级到 0.9.0 后 loss=0', ['peft 0.6.2 mentioned', 'peft 0.9.0 installed']],
    ['peft 一直是 0.9.0，没动过', ['peft 0.9.0 installed']],
  ])('%s', (text, expected) => {
    expect(read(text)).toEqual(expected)
  })
})

describe('told as a story', () => {
  it.each<[string, string[]]>([
    ['经排查，将PEFT降级至0.6.0版本时，训练恢复正常。', ['peft 0.6.0 cure']],
    ['PEFT降级至0.6.0版本时模型输出恢复正常，说明问题出在版本上。', ['peft 0.6.0 cure']],
    ['将 PEFT 回退到 0.6.0 后，问题消失。', ['peft 0.6.0 cure']],
    [
      '当PEFT版本为0.6.0时，一切正常；而在0.7.0及以上版本中，loss 为 0',
      ['peft 0.6.0 mentioned', 'peft 0.7.0 mentioned'],
    ],
    ['Downgrading PEFT to 0.6.0 restores normal training.', ['peft 0.6.0 cure']],
    ['After rolling PEFT back to 0.6.0 the model answered again.', ['peft 0.6.0 cure']],
    ['群里有人说 `pip install peft==0.5.0` 也可以，没验证过。', ['peft 0.5.0 mentioned']],
    ['People say peft 0.3.0 works too, I have not tried.', ['peft 0.3.0 mentioned']],
    ['据说 peft 0.5.0 没这个问题', ['peft 0.5.0 mentioned']],
    ['最终定位到 peft：换回 0.6.2，loss 从 3.1 开始下降。', ['peft 0.6.2 cure']],
    ['最后的救星是 peft 0.12.0。装上之后，第一步 2.9，第二步 2.7。', ['peft 0.12.0 cure']],
    [
      'The culprit was peft. I installed 0.12.0 instead. Since then every run has been healthy.',
      ['peft 0.12.0 cure'],
    ],
    ['先试了 transformers，没用。然后装了 peft 0.6.2。这回 loss 掉下来了。', ['peft 0.6.2 cure']],
    ['标题：升到 peft 0.12 就好了', ['peft 0.12 cure']],
    ['那时的 requirements.txt：\n\n```\npeft==0.9.0\n```', ['peft 0.9.0 installed']],
  ])('%s', (text, expected) => {
    expect(read(text)).toEqual(expected)
  })
})
