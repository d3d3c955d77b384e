import type { KeptCounts, OptionsWords } from './index'

const counted = (count: number, one: string, many: string) => (count === 1 ? `1 ${one}` : `${count} ${many}`)

/** `3 dismissed threads and 1 selected text` */
const listOf = ({ dismissed, pastes, selections }: KeptCounts) =>
  new Intl.ListFormat('en').format(
    [
      dismissed > 0 ? counted(dismissed, 'dismissed thread', 'dismissed threads') : [],
      pastes > 0 ? counted(pastes, 'pasted text or file', 'pasted texts and files') : [],
      selections > 0 ? counted(selections, 'selected text', 'selected texts') : [],
    ].flat(),
  )

export const en: OptionsWords = {
  title: 'Unmute settings',
  language: { title: 'Language', browser: 'Same as the browser' },
  pages: {
    title: 'On the pages you read',
    marks: 'Mark the lines that matter',
    marksHint: 'Lines that a verdict rests on get a coloured background. The page’s text is not changed.',
    sites: {
      github: 'Issues, pull requests and discussions',
      huggingface: 'Model pages and discussions',
    },
    sitesHint:
      'Where a site is off, Unmute shows nothing and draws no conclusions. After you switch it on again, reload the tabs that are open there.',
  },
  access: {
    missing: (host) => `The browser does not let Unmute see ${host}, so nothing can appear there.`,
    allow: (host) => `Allow ${host}`,
    refused: 'Access was not granted. You can also give it in the browser’s own settings for extensions.',
  },
  stored: {
    title: 'What is kept',
    where: 'Everything is kept in this browser and nowhere else.',
    nothing: 'Besides these settings, nothing.',
    kept: ({ dismissed, pastes, selections }) =>
      [
        dismissed > 0 ? `${counted(dismissed, 'thread', 'threads')} on which you dismissed the panel` : [],
        pastes > 0 ? `${counted(pastes, 'text or file', 'texts and files')} in the paste box` : [],
        selections > 0 ? `${counted(selections, 'text', 'texts')} that you selected for a diagnosis` : [],
      ].flat(),
    forget: 'Forget',
    question: (counts) =>
      `Forget ${listOf(counts)}?${counts.dismissed > 0 ? ' The panel will appear on those threads again.' : ''}`,
    yes: 'Forget',
    no: 'Keep',
    forgotten: (counts) => `Forgotten: ${listOf(counts)}.`,
  },
  about: {
    title: 'About',
    version: (version) => `Version ${version}`,
    rules: (date) => `Rules as of ${date}`,
    privacy:
      'Pages are read and diagnosed inside your browser; no request leaves it for a diagnosis. There is no account, no telemetry and no server. What is kept is listed on this page, and you can make Unmute forget it.',
    introduction: 'Show the introduction',
    project: 'The project’s page',
  },
  failed: 'The browser did not save that. Please try once more.',
}
