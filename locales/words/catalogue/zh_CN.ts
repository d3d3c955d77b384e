import type { CatalogueWords } from './index'

export const zh_CN: CatalogueWords = {
  title: '已知故障',
  lead: (count) =>
    `用 PEFT、transformers 及相关库做微调时，已知的 ${count} 种故障：你会看到什么、为什么会这样、怎么解决。`,
  search: '搜索',
  searchHint: '报错内容、包名或模型名',
  package: '包',
  everyPackage: '所有包',
  found: (count) => `${count} 种故障`,
  none: '没有找到。可以少输几个词，或者把整段日志粘贴到检查页，那里能读出更多信息。',
  severity: {
    'silent-corruption': '不报错，悄悄出错',
    'wrong-result': '结果不对',
    crash: '报错退出',
    warning: '警告',
  },
  freezeCheck: {
    definite: '光看版本列表就能预判。',
    'with-model': '看版本和基座模型就能预判。',
    'with-script-or-file': '除了版本，还要看脚本或文件怎么写。',
    'log-only': '只有看日志才能发现。',
  },
  affects: '受影响的版本',
  or: ' 或 ',
  symptom: '现象',
  cause: '原因',
  fixes: '解决办法（优先用靠前的）',
  workaround: '权宜之计',
  links: '相关链接',
  dropped: '不再单列的条目',
  heir: (id) => `已并入 \`${id}\``,
  generated: '本页由 `npm run catalogue` 根据规则生成，请勿手工修改。',
}
