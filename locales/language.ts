/** The languages that everything a person reads exists in; named as the browser's message folders are. */
export const languages = ['en', 'zh_CN'] as const
export type Language = (typeof languages)[number]

/** The language for a locale tag such as `zh-TW`, `zh_CN.UTF-8` or `de`: Chinese for any Chinese, English otherwise. */
export function languageFor(tag: string | undefined): Language {
  return tag && /^zh\b|^zh[-_]/i.test(tag) ? 'zh_CN' : 'en'
}
