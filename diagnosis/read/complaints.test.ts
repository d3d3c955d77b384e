import { describe, expect, it } from 'vitest'
import { readBlock } from '.'
import type { BlockKind } from '../thread'
import { outlineOf } from '../thread'

function complaintsIn(text: string, kind: BlockKind = 'description'): string[] {
  const block = { id: '1', kind, author: 'ada', text }
  return readBlock(block, outlineOf({ site: 'text', blocks: [block] })).flatMap((fact) =>
    fact.kind === 'complaint' ? [fact.text] : [],
  )
}

describe('readComplaints', () => {
  it.each([
    '推理时报错：不支持 cache_format_name 参数',
    'It ends in the mixin with the unknown `cache_format_name`.',
    'Our example calls prepare_the_model, and that helper is gone as of 0.10.',
    '升级之后 OldCacheClass 被移除了。',
    '`unexpected keyword argument widget` since this morning.',
  ])('%s', (sentence) => expect(complaintsIn(sentence)).toHaveLength(1))

  it.each([
    ['a name without trouble', 'I set gradient_checkpointing to true.'],
    ['trouble without a name', 'It fails after the first step.'],
    ['a question', 'Is cache_format_name still broken?'],
    ['another’s words', '> cache_format_name is unknown\n\nthanks'],
    ['a program', '```python\n# raises an error without cache_format_name\nrun()\n```'],
    ['a path', 'It fails in /data/some_long_folder/train-it'],
  ])('%s is none', (_, text) => expect(complaintsIn(text, 'comment')).toEqual([]))

  it('titles complain too, and only once', () => {
    expect(complaintsIn('TypeError: cache_format_name not supported', 'title')).toHaveLength(1)
    expect(complaintsIn('cache_format_name is missing. cache_format_name is missing.')).toHaveLength(1)
  })

  it.each([
    // denied
    'I see no error with `old_option` on my machine',
    'There are no errors about `old_option` here.',
    'It runs without any error in `old_option`.',
    'With 4.40 `old_option` does not fail for me.',
    "`old_option` doesn't raise anything here.",
    '`old_option` never fails on my side.',
    '`old_option` is not missing in my copy.',
    'The class OldCacheClass is not removed in my version.',
    '`old_option` is still supported, it was not removed.',
    // cured
    'the old_option error went away and everything is fine',
    'The error about `old_option` is gone.',
    'Upgrading fixed the old_option error.',
    'The `old_option` crash has been resolved by an upgrade.',
    'After the upgrade `old_option` no longer fails.',
    '`old_option` no longer raises an error, thank you.',
    'That solved the error with old_option for me.',
    'old_option was unknown, after the downgrade it works fine now',
    // the writer's own doing
    'I removed `old_option` from my own code',
    'We have removed old_option from the script.',
    'I just deleted and removed OldCacheClass in my fork.',
    'After I removed `old_option` from the call it ran.',
  ])('%s is no complaint', (text) => {
    expect(complaintsIn(text)).toEqual([])
    expect(complaintsIn(text, 'comment')).toEqual([])
  })

  it.each([
    '升级之后 `old_option` 不再报错了，谢谢。',
    '`old_option` 没有报错。',
    '训练没报错，用的是 `old_option`。',
    '加了 `old_option` 也不会报错。',
    '我这边 old_option 不报错。',
    'old_option 并没有出错，是别的原因。',
    '用 `old_option` 没有任何错误。',
    'old_option 没有被移除。',
    'OldCacheClass 不是多余的。',
    'old_option 的报错没有了。',
    'old_option 那个报错已经解决了。',
    '关于 `old_option` 的错误消失了。',
    '换了版本之后 old_option 的报错解决了，谢谢！',
    '之前 old_option 报错，升级后好了。',
    '我把 `old_option` 删掉了。',
    '我在自己的代码里移除了 old_option。',
    '把 `old_option` 去掉了之后就能跑。',
    '删了 old_option、other_option 两个键，能加载了。',
  ])('%s is no complaint', (text) => {
    expect(complaintsIn(text)).toEqual([])
    expect(complaintsIn(text, 'comment')).toEqual([])
  })

  it.each([
    'Release 1.0: `old_option` is removed in 1.0; `new_option` no longer accepts lists.',
    '`old_option` is removed in 1.0.',
    'As of 1.0 old_option is gone.',
    '`old_option` has been removed, use `new_option` instead.',
    'OldCacheClass is no longer exported from 2.0 on.',
    '1.0 版起 `old_option` 已被移除，请改用 `new_option`。',
    '新版去掉了 old_option。',
    'v2.0 不支持 `old_option`，请用 `new_option`。',
  ])('announced by a helper: %s', (text) => {
    const blocks = [
      { id: '1', kind: 'description' as const, author: 'ada', text: 'It is slow.' },
      { id: '2', kind: 'comment' as const, author: 'maintainer', text },
    ]
    const outline = outlineOf({ site: 'github', blocks })
    const facts = readBlock(blocks[1]!, outline).filter(({ kind }) => kind === 'complaint')
    expect(facts).toEqual([])
  })

  it('announced in release notes', () => {
    expect(complaintsIn('## Breaking changes\n\n- `old_option` is removed in 1.0\n- x')).toEqual([])
    expect(complaintsIn('## 不兼容变更\n\n- 移除了 `old_option`\n')).toEqual([])
  })

  it.each([
    'I removed the cache and now `old_option` is missing.',
    'No error before, but with 1.0 `old_option` is unknown.',
    'Our example calls `old_option`, and that helper is gone as of 0.10.',
    '`old_option` does not exist any more in 0.10, it was deprecated for long.',
    'I do not know why `old_option` is not supported.',
    'It does not start: old_option is missing.',
    '`old_option` no longer exists since the upgrade.',
    '`old_option` no longer works and raises an error.',
    'Everything was fine until the upgrade, now old_option fails.',
    'The trainer fails with old_option, no idea why.',
    'I fixed the paths, old_option still fails.',
    'The method old_option was removed, my training fails.',
    'old_option is not found.',
    'The module has no old_option, an error without any hint.',
    'The error with old_option is not gone.',
    'It still crashes in OldCacheClass.',
  ])('%s stays', (text) => expect(complaintsIn(text)).toHaveLength(1))

  it.each([
    '升级之后 `old_option` 报错了。',
    '之前没报错，升级之后 old_option 找不到了。',
    'old_option 不能用，报错。',
    '不知道为什么 old_option 报错。',
    '删了缓存之后 old_option 还是报错。',
    'old_option 被删掉了，跑不起来。',
    '新版去掉了 old_option，我的脚本跑不了。',
    'old_option 的报错还没有解决。',
    'old_option 的报错还是没有解决，求助',
    '加载不了，old_option 缺少。',
    '模型不支持 old_option。',
    '找不到 old_option，不知道怎么办。',
    '训练没问题，推理时 old_option 报错。',
    '提示多了个 old_option。',
    '解决了一个，又来一个：old_option 不认识。',
    '没有 old_option 会报错。',
  ])('%s stays', (text) => expect(complaintsIn(text)).toHaveLength(1))
})
