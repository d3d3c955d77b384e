/** The start of a rule file: it compiles, and the tests name what is still to be written. */
export const scaffold = (id: string): string => `import type { Examples, Rule } from './schema'

export const rule: Rule = {
  id: '${id}',
  severity: 'crash',
  freezeCheck: 'definite',
  basis: 'reports',
  symptoms: { error: 'TODO: the exception line, as a regular expression', decisive: true },
  environment: { package: 'transformers', range: '<0' },
  fixes: [{ id: 'upgrade', command: 'pip install "TODO>=0"' }],
  links: [{ url: 'https://github.com/TODO', label: 'TODO #0', what: { en: 'TODO', zh_CN: 'TODO' } }],
  prose: {
    en: {
      name: 'TODO: the hazard in a few words',
      symptom: 'TODO: what a person sees',
      verdict: {
        confirmed: 'TODO: one sentence; {transformers|an unknown version} is filled in',
        'at-risk': 'TODO: one sentence for versions that will fail, before they have',
      },
      cause: 'TODO: two sentences that a tired person understands.',
      fixes: { upgrade: { title: 'TODO: what to do', limits: 'TODO: when it does not help' } },
    },
    zh_CN: {
      name: 'TODO：几个字说清是什么问题',
      symptom: 'TODO：使用者会看到什么',
      verdict: {
        confirmed: 'TODO：一句话；{transformers|（版本未写明）} 会填进去',
        'at-risk': 'TODO：还没出错、但迟早会出错时说的一句话',
      },
      cause: 'TODO：两句话，累了的人也看得懂。',
      fixes: { upgrade: { title: 'TODO：怎么做', limits: 'TODO：什么时候不管用' } },
    },
  },
}

export const examples: Examples = {
  hits: [{ text: 'TODO', verdict: 'confirmed', why: 'TODO' }],
  clean: [{ text: 'TODO', why: 'a text that comes close and is something else' }],
  misses: [{ text: 'TODO', why: 'what the rule is known not to find' }],
}
`
