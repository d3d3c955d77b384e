import type { Words } from './index'

export const en: Words = {
  panel: {
    label: 'Unmute: why the model went silent',
    verdict: {
      confirmed: 'Confirmed',
      likely: 'Likely',
      'cannot-tell': 'Cannot tell',
      'at-risk': 'At risk',
      'ruled-out': 'Ruled out',
    },
    note: 'Good to know',
    updated: 'Unmute was updated. Reload this page to go on.',
    yourSetup: 'Your setup',
    reporterSetup: 'The reporter’s setup',
    you: 'you',
    reporter: 'reporter',
    setupOf: (author, isReporter) =>
      isReporter ? `${author}’s setup (opened this thread)` : `${author}’s setup`,
    open: 'Show details',
    fold: 'Hide details',
    collapse: 'Collapse',
    expand: 'Expand',
    dismiss: 'Dismiss',
    marks: 'Marks on the page',
    languages: 'Language',
    reply: 'Copy as reply',
    copy: 'Copy',
    copied: 'Copied',
    copyFailed: 'Could not copy. Select the text and copy it by hand.',
    more: (count) => `Show ${count} more`,
    fewer: 'Show fewer',
  },
  ruler: {
    title: (name) => `${name} versions`,
    broken: 'affected',
    fits: (range) => `best fix ${range}`,
    installed: (version) => `${version} here`,
    cure: (version) => `${version} cured it`,
    text: (ruler) =>
      [
        `${ruler.package} releases from ${ruler.first} to ${ruler.last}.`,
        ruler.broken && `Affected: ${ruler.broken}.`,
        ruler.installed.length > 0 && `Installed here: ${ruler.installed.join(', ')}.`,
        ruler.cures.length > 0 && `Reported to cure it: ${ruler.cures.join(', ')}.`,
        ruler.fits && `The best fix installs ${ruler.fits}.`,
      ]
        .filter(Boolean)
        .join(' '),
  },
  fixes: {
    title: 'Fixes, best first',
    titleOne: 'The fix',
    workaround: 'Workaround',
    reportedBy: (author) =>
      author ? `Reported to work in this thread by ${author}` : 'Reported to work in this thread',
    more: (count) => (count === 1 ? '1 more fix' : `${count} more fixes`),
    noHelp: 'What does not help',
  },
  changes: {
    title: (clears, all) =>
      all ? `One change clears all ${clears} of these` : `One change clears ${clears} of these`,
    from: (versions) => `instead of ${versions.join(' and ')}`,
    above: 'The change at the top clears this too.',
  },
  basis: {
    measured: (releases, date) => `Measured on ${releases} releases (${date}).`,
    source: 'Read in the source of the releases, not run.',
    reports: 'As users report it; not reproduced.',
  },
  catalogue: { all: 'All known failures' },
  missing: {
    cannotTell: 'What would settle it',
    likely: 'To be certain',
    how: 'Run this in the environment you train in, and paste what it prints:',
  },
  evidence: {
    title: 'What this rests on',
    jump: 'Show on the page',
    cure: 'cure',
  },
  series: {
    title: 'Training loss',
    step: (step) => `step ${step}`,
    line: (line) => `line ${line}`,
    text: (series) => {
      const from = series.atStep ? `step ${series.at}` : `line ${series.at}`
      const before = series.last === undefined ? '' : `; the last finite loss was ${series.last}`
      if (series.at === undefined) return `The loss stays finite over all ${series.length} logged lines.`
      return `From ${from} on the log says ${series.value}${before}.`
    },
    gradNorm: {
      'nan-behind-zero': 'grad_norm is nan there: the 0.0 is a NaN that the log hides.',
      nan: 'grad_norm is nan there too.',
      zero: 'grad_norm is 0 there.',
      finite: 'grad_norm is finite there.',
    },
  },
  chain: {
    title: (count) => (count === 1 ? 'Why this happens' : `Why this happens: a chain of ${count} links`),
    ruledOut: (count) =>
      count === 1 ? 'What was ruled out' : `What was ruled out: a chain of ${count} links`,
    measured: 'measured',
    source: 'read in the source',
    guesses: 'What people suspect, and what is true',
    right: 'Right',
    wrong: 'Wrong',
  },
  differential: {
    title: (count) =>
      count === 1
        ? 'If it is something else: one other cause and its sign'
        : `If it is something else: ${count} other causes and their signs`,
    ruledOut: 'What it could be instead',
    sign: 'You would see',
    then: 'Then',
    pointedTo: 'Signs of it here',
  },
  links: { title: 'Read more', newTab: '(opens in a new tab)' },
  reply: {
    greeting: {
      confirmed: 'Hi! This is a known fault, and it can be fixed.',
      likely: 'Hi! This looks very much like a known fault.',
      'cannot-tell': 'Hi! This could be a known fault, but it takes a little more information to tell.',
      'at-risk': 'Hi! A word of warning about this setup, before it costs you a training run.',
      'ruled-out': 'Hi! I checked this against a known fault that looks the same, and it is not that one.',
    },
    evidence: 'What that rests on:',
    wrote: (author) => `${author} wrote`,
    fixes: 'What helps, best first:',
    fix: 'What helps:',
    workaround: 'workaround',
    reported: 'reported to work in this thread',
    missing: 'Could you add:',
    differential: 'What it could be instead:',
    sign: 'you would see',
    links: 'More on this:',
  },
}
