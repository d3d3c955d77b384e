/** Why an id of `dropped.json` is no rule of its own. */
export const reasons: Record<string, { en: string; zh_CN: string }> = {
  'chatglm3-requirements-unpinned-peft': {
    en: 'ChatGLM3’s own requirements install such a pair; the versions, the message and the fix are the same.',
    zh_CN: 'ChatGLM3 官方的 requirements 会装出这样的一对版本；版本范围、报错和解决办法都一样。',
  },
}
