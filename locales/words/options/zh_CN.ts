import type { KeptCounts, OptionsWords } from './index'

/** `3 个讨论的关闭记录、1 段选中的文字` */
const listOf = ({ dismissed, pastes, selections }: KeptCounts) =>
  [
    dismissed > 0 ? `${dismissed} 个讨论的关闭记录` : [],
    pastes > 0 ? `粘贴框里的 ${pastes} 份内容` : [],
    selections > 0 ? `${selections} 段选中的文字` : [],
  ]
    .flat()
    .join('、')

/** A digit keeps a space from the character before it; a character does not. */
const spaced = (text: string) => (/^\d/.test(text) ? ` ${text}` : text)

export const zh_CN: OptionsWords = {
  title: 'Unmute 设置',
  language: { title: '语言', browser: '跟随浏览器' },
  pages: {
    title: '浏览网页时',
    marks: '标出关键的行',
    marksHint: '判断所依据的行会加上底色，网页上的文字本身不动。',
    sites: {
      github: 'issue、pull request 和 discussion',
      huggingface: '模型页和讨论区',
    },
    sitesHint: '关掉某个网站后，Unmute 在那里不判断，也不显示任何东西。重新打开后，请刷新已有的标签页。',
  },
  access: {
    missing: (host) => `浏览器目前不允许 Unmute 访问 ${host}，所以那里什么也不会出现。`,
    allow: (host) => `允许访问 ${host}`,
    refused: '没有拿到权限。也可以到浏览器的扩展管理里打开。',
  },
  stored: {
    title: '存了什么',
    where: '所有内容都只存在这个浏览器里。',
    nothing: '除了这些设置，什么也没存。',
    kept: ({ dismissed, pastes, selections }) =>
      [
        dismissed > 0 ? `你在 ${dismissed} 个讨论里关掉过面板` : [],
        pastes > 0 ? `粘贴框里有 ${pastes} 份文字或文件` : [],
        selections > 0 ? `你选中诊断过的 ${selections} 段文字` : [],
      ].flat(),
    forget: '清除',
    question: (counts) =>
      `要清除${spaced(listOf(counts))}吗？${counts.dismissed > 0 ? '面板会在那些讨论里重新出现。' : ''}`,
    yes: '清除',
    no: '先留着',
    forgotten: (counts) => `已清除${spaced(listOf(counts))}。`,
  },
  about: {
    title: '关于',
    version: (version) => `版本 ${version}`,
    rules: (date) => `规则更新至 ${date}`,
    privacy:
      '页面的阅读和诊断都在你的浏览器里完成，不会为此发出任何请求。没有账号，没有遥测，也没有服务器。存下来的东西都列在这一页，随时可以清除。',
    introduction: '再看一遍介绍',
    project: '项目主页',
  },
  failed: '浏览器没能保存，请再试一次。',
}
