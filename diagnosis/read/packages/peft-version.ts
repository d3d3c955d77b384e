import type { Page } from './page'

/** An adapter's own file says which release wrote it: the trainer's, unless it is what cannot be read. */
export function readPeftVersion(page: Page): void {
  const key =
    /["'`]?peft_version["'`]?[\s:=]{0,4}(?:(?:is|says|shows|是|为|写的是|显示)\s{0,2})?["'`]{0,2}(\d{1,2}\.\d{1,2}\.[\w.]{1,12})/g
  for (const index of page.linesWith('peft_version')) {
    const line = page.lines[index]!
    for (const match of line.text.slice(0, 4000).matchAll(key)) {
      const start = line.start + match.index + match[0].length - match[1]!.length
      const isUnread = /unexpected keyword|LoraConfig\.__init__|newer (?:version|peft)|TypeError/.test(
        page.view.text,
      )
      page.add({
        name: 'peft',
        version: match[1]!,
        start,
        end: start + match[1]!.length,
        line: index,
        how: 'sentence',
        stance: 'mentioned',
        ...(isUnread ? {} : { pinned: true }),
      })
    }
  }
}
