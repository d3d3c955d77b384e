import type { Words } from './index'

export const zh_CN: Words = {
  panel: {
    label: 'Unmute：模型为什么不说话了',
    verdict: {
      confirmed: '已确认',
      likely: '很可能',
      'cannot-tell': '无法判断',
      'at-risk': '有风险',
      'ruled-out': '已排除',
    },
    note: '提个醒',
    updated: 'Unmute 已更新，请刷新页面后继续使用。',
    yourSetup: '你的环境',
    reporterSetup: '楼主的环境',
    you: '你',
    reporter: '楼主',
    setupOf: (author, isReporter) => (isReporter ? `楼主 ${author} 的环境` : `${author} 的环境`),
    open: '展开详情',
    fold: '收起详情',
    collapse: '收起',
    expand: '展开',
    dismiss: '关闭',
    marks: '在页面上标出',
    languages: '语言',
    reply: '复制为回复',
    copy: '复制',
    copied: '已复制',
    copyFailed: '复制失败，请选中文字后手动复制。',
    more: (count) => `展开其余 ${count} 条`,
    fewer: '收起',
  },
  ruler: {
    title: (name) => `${name} 版本`,
    broken: '受影响',
    fits: (range) => `建议安装 ${range}`,
    installed: (version) => `当前 ${version}`,
    cure: (version) => `换 ${version} 后正常`,
    text: (ruler) =>
      [
        `${ruler.package} 从 ${ruler.first} 到 ${ruler.last} 的各个版本。`,
        ruler.broken && `受影响的是 ${ruler.broken}。`,
        ruler.installed.length > 0 && `这里装的是 ${ruler.installed.join('、')}。`,
        ruler.cures.length > 0 && `有人换成 ${ruler.cures.join('、')} 后恢复正常。`,
        ruler.fits && `建议安装 ${ruler.fits}。`,
      ]
        .filter(Boolean)
        .join(''),
  },
  fixes: {
    title: '解决办法（优先用靠前的）',
    titleOne: '解决办法',
    workaround: '权宜之计',
    reportedBy: (author) => (author ? `本帖中 ${author} 反馈有效` : '本帖中有人反馈有效'),
    more: (count) => `还有 ${count} 个办法`,
    noHelp: '哪些做法没有用',
  },
  changes: {
    title: (clears, all) =>
      all ? `改一处，这 ${clears} 个问题全部解决` : `改一处，可解决其中 ${clears} 个问题`,
    from: (versions) => `替换当前的 ${versions.join('、')}`,
    above: '上面那一处改动也能解决这个问题。',
  },
  basis: {
    measured: (releases, date) => `在 ${releases} 个版本上实测过（${date}）。`,
    source: '依据各版本的源码，未实际运行。',
    reports: '依据用户反馈，未复现。',
  },
  catalogue: { all: '全部已知故障' },
  missing: {
    cannotTell: '还缺什么信息',
    likely: '想完全确定，还需要',
    how: '在训练用的环境里运行下面的命令，把输出贴上来：',
  },
  evidence: {
    title: '判断依据',
    jump: '在页面上查看',
    cure: '已见效',
  },
  series: {
    title: '训练 loss',
    step: (step) => `第 ${step} 步`,
    line: (line) => `第 ${line} 行`,
    text: (series) => {
      const from = series.atStep ? `第 ${series.at} 步` : `第 ${series.at} 行`
      const before = series.last === undefined ? '' : `，最后一个正常值是 ${series.last}`
      if (series.at === undefined) return `${series.length} 行日志里，loss 始终正常。`
      return `从${from}起，日志显示 ${series.value}${before}。`
    },
    gradNorm: {
      'nan-behind-zero': '同时 grad_norm 是 nan：这个 0.0 其实是被日志掩盖的 NaN。',
      nan: '同时 grad_norm 也是 nan。',
      zero: '同时 grad_norm 是 0。',
      finite: '同时 grad_norm 是正常数值。',
    },
  },
  chain: {
    title: (count) => (count === 1 ? '为什么会这样' : `为什么会这样：前后共 ${count} 环`),
    ruledOut: (count) =>
      count === 1 ? '被排除的那个问题是怎么回事' : `被排除的那个问题是怎么回事：前后共 ${count} 环`,
    measured: '实测',
    source: '见于源码',
    guesses: '常见的猜测，以及真实情况',
    right: '猜对了',
    wrong: '不是这样',
  },
  differential: {
    title: (count) => `如果不是这个原因：另外 ${count} 种可能，以及各自的特征`,
    ruledOut: '那可能是什么',
    sign: '特征',
    then: '对策',
    pointedTo: '本帖中有迹象',
  },
  links: { title: '延伸阅读', newTab: '（在新标签页打开）' },
  reply: {
    greeting: {
      confirmed: '你好！这是一个已知问题，可以解决。',
      likely: '你好！这很像一个已知问题。',
      'cannot-tell': '你好！这可能是一个已知问题，不过还缺一些信息，暂时无法判断。',
      'at-risk': '你好！提醒一下：按现在的环境训练，可能会白跑一趟。',
      'ruled-out': '你好！有个已知问题的表现和这里一样，我对照了一下，这里并不是它。',
    },
    evidence: '判断依据：',
    wrote: (author) => `${author} 写道`,
    fixes: '解决办法（优先用靠前的）：',
    fix: '解决办法：',
    workaround: '权宜之计',
    reported: '本帖中有人反馈有效',
    missing: '麻烦补充一下：',
    differential: '可能是下面这些原因：',
    sign: '特征是',
    links: '参考资料：',
  },
}
