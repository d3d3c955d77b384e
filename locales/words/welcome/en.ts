import type { WelcomeWords } from './index'

export const en: WelcomeWords = {
  tab: 'Welcome to Unmute',
  title: 'Your model went silent. Here is why.',
  lead: 'When you read about a fine-tuning run gone wrong, Unmute marks the lines that matter and explains, on that very page, what happened and which fixes suit that setup. There is nothing to configure; it is already at work.',
  example: {
    title: 'Try it',
    lead: 'The thread is made up, the answer is not: Unmute has just read it. Choose what the reporter answers, and the verdict follows.',
    thread: 'The example thread',
    opened: 'opened this thread',
    answers: 'Which PEFT does the reporter name?',
    answer: {
      affected: '0.9.0, and 0.6.2 cured it',
      unaffected: '0.13.2',
      silent: 'No answer yet',
    },
    noAnswer: 'No answer yet.',
  },
  where: {
    title: 'Where it works',
    github: {
      title: 'GitHub',
      text: 'Issues, pull requests and discussions. A panel appears when there is something to say; every other page stays as it is.',
    },
    huggingface: {
      title: 'Hugging Face',
      text: 'Model pages and discussions. Base models that need care get one quiet line.',
    },
    paste: {
      title: 'Your own setup',
      text: 'Click Unmute in the toolbar and paste a pip freeze, an environment report or a training log.',
    },
    selection: {
      title: 'Any other page',
      text: 'Select a log, right-click it and choose “Diagnose selected log”.',
    },
  },
  never: {
    title: 'What it never does',
    send: {
      title: 'Send anything away',
      text: 'What you read and paste stays in the browser. There is no server to send it to.',
    },
    ask: { title: 'Ask who you are', text: 'No account, no telemetry, no advertising.' },
    act: {
      title: 'Act for you',
      text: 'It posts nothing, clicks nothing and leaves the page’s own text alone.',
    },
    guess: {
      title: 'Guess',
      text: 'Where a thread does not settle it, Unmute says “cannot tell” and names what is missing.',
    },
  },
  end: 'That is all. You can close this page; language, marks and sites can be changed at any time in the settings.',
  settings: 'Open the settings',
}
