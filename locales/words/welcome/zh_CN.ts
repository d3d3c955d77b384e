import type { WelcomeWords } from './index'

export const zh_CN: WelcomeWords = {
  tab: '欢迎使用 Unmute',
  title: '模型突然不说话了？原因在这里。',
  lead: '看到别人讨论微调出了问题，Unmute 会把关键的几行标出来，并且就在那个页面上讲清楚：哪里出了错，按那套环境该怎么修。不用做任何设置，它已经在工作了。',
  example: {
    title: '试一试',
    lead: '讨论是虚构的，结论不是：Unmute 刚刚读完它，当场得出。换一个楼主的回复，结论也会跟着变。',
    thread: '示例讨论',
    opened: '楼主',
    answers: '楼主说自己的 PEFT 是哪一版？',
    answer: {
      affected: '0.9.0，换成 0.6.2 就好了',
      unaffected: '是 0.13.2',
      silent: '还没回复',
    },
    noAnswer: '还没有回复。',
  },
  where: {
    title: '在哪里能用',
    github: {
      title: 'GitHub 讨论',
      text: 'issue、pull request 和 discussion。有话要说，面板才会出现；别的页面一概不动。',
    },
    huggingface: {
      title: 'Hugging Face 页面',
      text: '模型页和讨论区。微调时要当心的基座模型，会有一行不起眼的提醒。',
    },
    paste: {
      title: '你自己的环境',
      text: '点工具栏上的 Unmute，把 pip freeze、环境信息或者训练日志粘贴进去。',
    },
    selection: {
      title: '其他任何网页',
      text: '选中一段日志，点右键，选“诊断选中的日志”。',
    },
  },
  never: {
    title: '它绝不会做的事',
    send: {
      title: '往外发东西',
      text: '你看的、你粘贴的，都留在浏览器里。也没有服务器可以发。',
    },
    ask: { title: '打听你是谁', text: '不用账号，没有遥测，没有广告。' },
    act: { title: '替你动手', text: '不发帖，不点击，网页上原有的文字一个也不改。' },
    guess: {
      title: '瞎猜',
      text: '讨论里的信息不够时，它会直说“无法判断”，并告诉你还缺什么。',
    },
  },
  end: '就这些，这个页面可以关了。语言、标记和网站开关，随时可以在设置里改。',
  settings: '打开设置',
}
