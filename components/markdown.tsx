import DOMPurify from 'dompurify'
import { useLayoutEffect, useRef } from 'preact/hooks'
import { proseHtml } from './prose-html'

/** Rule prose as nodes, past the sanitizer: packs may come from outside one day. */
function proseFragment(text: string, inline: boolean): DocumentFragment {
  const fragment = DOMPurify.sanitize(proseHtml(text, inline), {
    ALLOWED_TAGS: ['p', 'ul', 'ol', 'li', 'strong', 'code', 'a'],
    ALLOWED_ATTR: ['href'],
    ALLOWED_URI_REGEXP: /^https?:\/\//i,
    RETURN_DOM_FRAGMENT: true,
  })
  for (const link of fragment.querySelectorAll('a')) {
    link.target = '_blank'
    link.rel = 'noopener noreferrer'
  }
  return fragment
}

/** Prose without its markup, for labels that only hold text. */
export function plainText(text: string): string {
  return proseFragment(text, true).textContent
}

/** A line of Markdown within other text. */
export function Inline({ text, class: className }: { text: string; class?: string }) {
  const element = useRef<HTMLSpanElement>(null)
  useLayoutEffect(() => element.current?.replaceChildren(proseFragment(text, true)), [text])
  return <span ref={element} class={className} />
}

/** Paragraphs and lists of Markdown. */
export function Prose({ text, class: className = '' }: { text: string; class?: string }) {
  const element = useRef<HTMLDivElement>(null)
  useLayoutEffect(() => element.current?.replaceChildren(proseFragment(text, false)), [text])
  return <div ref={element} class={`prose ${className}`} />
}
