import type { CatalogueWords } from './index'

export const en: CatalogueWords = {
  title: 'Known failures',
  lead: (count) =>
    `${count} ways in which fine-tuning with PEFT, transformers and their neighbours is known to fail: what you see, why, and what helps.`,
  search: 'Search',
  searchHint: 'an error message, a package, a model',
  package: 'Package',
  everyPackage: 'every package',
  found: (count) => (count === 1 ? '1 failure' : `${count} failures`),
  none: 'Nothing here matches. Try fewer words, or paste the whole log into the check: it reads more than names.',
  severity: {
    'silent-corruption': 'Fails silently',
    'wrong-result': 'Wrong result',
    crash: 'Stops with an error',
    warning: 'Warning',
  },
  freezeCheck: {
    definite: 'A list of versions is enough to see it coming.',
    'with-model': 'Versions and the base model are enough to see it coming.',
    'with-script-or-file': 'It takes a certain script or file besides the versions.',
    'log-only': 'Only the log shows it.',
  },
  affects: 'Affects',
  or: ' or ',
  symptom: 'What you see',
  cause: 'Why',
  fixes: 'What helps, best first',
  workaround: 'workaround',
  links: 'Read more',
  dropped: 'No longer entries of their own',
  heir: (id) => `now part of \`${id}\``,
  generated: 'Written by `npm run catalogue` from the rules; do not edit by hand.',
}
