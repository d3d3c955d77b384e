import type { Plugin } from 'vite'

const ASSIGNMENT = /\b(\w+)\.innerHTML=(\w+)\.__html\b/

/**
 * Takes from Preact the one place where it parses a string as markup (`dangerouslySetInnerHTML`): nothing here uses
 * it, and reviewers of packages ask about it. What would have been markup becomes text. The build fails where Preact
 * no longer has that place as this expects it.
 */
export function withoutRawHtml(): Plugin {
  return {
    name: 'unmute:without-raw-html',
    apply: 'build',
    transform: {
      filter: { id: /node_modules\/preact\/dist\/preact\.m?js$/ },
      handler(code) {
        if (!ASSIGNMENT.test(code))
          this.error('Preact assigns innerHTML elsewhere now: adapt without-raw-html.ts.')
        return { code: code.replace(ASSIGNMENT, '$1.textContent=$2.__html'), map: null }
      },
    },
  }
}
