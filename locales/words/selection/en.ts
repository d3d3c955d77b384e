import type { SelectionWords } from './index'

export const en: SelectionWords = {
  nothing: 'Nothing in this selection that Unmute knows.',
  what: 'Select the log around the first bad loss, with the versions of peft, transformers and torch if they stand there too.',
  notices: {
    cut: 'That was a long selection: only its first 2 million characters were read.',
    guessed:
      'The browser gave the selection without its line breaks; they were put back where lines seem to begin.',
  },
  button: (verdict, name) => `Unmute: ${verdict.toLowerCase()} — ${name}`,
}
