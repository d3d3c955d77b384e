import { describe, expect, it } from 'vitest'
import { describePaste } from './paste'
import { readBlock } from './read'
import { READER } from './thread'

/** What the paste box says of a text, read as the reader's own. */
function described(text: string) {
  const block = { id: 'box', kind: 'paste', author: READER, text } as const
  return describePaste(text, readBlock(block, { site: 'text', blocks: [block] }))
}

const kinds = (text: string) => described(text).parts.map(({ kind, from, to }) => `${kind} ${from}-${to}`)

const texts: Record<string, [string, string[]]> = {
  'pip freeze': [
    'absl-py==2.1.0\npeft==0.9.0\n-e git+https://git.example/t.git@a1#egg=t\n',
    ['pip-freeze 1-3'],
  ],
  'pip list': [
    'Package      Version      Editable project location\n------------ ------------ ---------\npeft         0.9.0\ntorch        2.1.2+cu121\ntune         0.1.0        /home/me/tune\n',
    ['pip-list 3-5'],
  ],
  'pip list in JSON': [
    '[{"name": "peft", "version": "0.9.0"}, {"name": "torch", "version": "2.1.2"}]',
    ['pip-list-json 1-1'],
  ],
  'versions typed by hand': ['peft 0.9.0\ntransformers 4.38.2', ['versions 1-2']],
  requirements: [
    '# for training\ntorch>=2.0\npeft==0.9.0\nbitsandbytes\n--index-url https://index.example\n',
    ['requirements 2-5'],
  ],
  'conda list': [
    '# packages in environment at /opt/conda:\n#\n# Name                    Version                   Build  Channel\n_libgcc_mutex             0.1                        main\npeft                      0.9.0                    pypi_0    pypi\n',
    ['conda-list 4-5'],
  ],
  'conda environment': [
    'name: tune\ndependencies:\n  - python=3.10\n  - pip:\n      - peft==0.9.0\n',
    ['conda-file 1-5'],
  ],
  'lock file': [
    '[[package]]\nname = "peft"\nversion = "0.9.0"\ndescription = "x"\nfiles = [\n    {file = "peft-0.9.0.whl", hash = "sha256:aa"},\n]\n',
    ['lock-file 1-6'],
  ],
  'pip show': [
    'Name: peft\nVersion: 0.9.0\nSummary: adapters\nRequires: accelerate, torch\n',
    ['pip-show 1-4'],
  ],
  'transformers-cli env': [
    '- `transformers` version: 4.38.2\n- Platform: Linux-5.4\n- PyTorch version (GPU?): 2.1.2+cu121 (True)\n- Using GPU in script?: yes\n',
    ['environment-report 1-4'],
  ],
  collect_env: [
    'PyTorch version: 2.1.2+cu121\nIs debug build: False\nOS: Ubuntu 22.04 LTS\n\nVersions of relevant libraries:\n[pip3] torch==2.1.2\n',
    ['environment-report 1-6'],
  ],
  installation: [
    '$ pip install peft==0.9.0\nCollecting peft==0.9.0\nSuccessfully installed peft-0.9.0\n',
    ['installer 1-3'],
  ],
  log: ["{'loss': 3.2, 'learning_rate': 5e-05}\n  5%|▌  | 10/200 [00:10<03:10,  1.00s/it]\n", ['log 1-2']],
  'trainer_state.json': [
    '{\n  "best_metric": null,\n  "log_history": [\n    {"loss": 0.0, "step": 10}\n  ]\n}\n',
    ['trainer-state 1-7'],
  ],
  'adapter_config.json': ['{\n  "peft_type": "LORA",\n  "lora_alpha": 16\n}', ['adapter-config 1-4']],
  configuration: [
    'model_name_or_path: org/model\nfinetuning_type: lora\nlogging_steps: 10\n',
    ['configuration 1-3'],
  ],
  traceback: [
    'Traceback (most recent call last):\n  File "t.py", line 3, in <module>\n    main()\nValueError: no\n',
    ['traceback 1-4'],
  ],
  'a freeze and a log': [
    "peft==0.9.0\ntorch==2.1.2\n\n{'loss': 0.0}\n{'loss': 0.0}\n",
    ['pip-freeze 1-2', 'log 4-5'],
  ],
  'nothing special': ['I had a lovely day by the sea.', ['prose 1-1']],
}

describe('what a text is taken for', () => {
  it.each(Object.entries(texts))('%s', (_, [text, parts]) => expect(kinds(text)).toEqual(parts))

  it('is nothing for an empty text', () => expect(described('\n  \n').parts).toEqual([]))

  it('names each kind once where there are many stretches', () => {
    const report = Array.from(
      { length: 8 },
      (_, index) => `It broke on day ${index}.\n\npeft==0.9.${index}\n`,
    ).join('\n')
    expect(described(report).parts.map(({ kind }) => kind)).toEqual(['prose', 'pip-freeze'])
  })
})

describe('the lines that were not read', () => {
  const unread = (text: string) =>
    described(text).unread.map(({ line, text, suspicious }) => `${suspicious ? '! ' : ''}${line} ${text}`)

  it('are listed, those that look like a version first', () => {
    expect(unread('torch==2.1.2\nabsl-py @ file:///x\npeft==0.9.O\nnothing here\n')).toEqual([
      '! 3 peft==0.9.O',
      '2 absl-py @ file:///x',
      '4 nothing here',
    ])
  })

  it('are none in a clean list, with its head, its comments and its repetitions', () => {
    expect(
      unread('# mine\nPackage Version\n------- -------\npeft    0.9.0\n\npeft==0.9.0\npeft==0.9.0\n'),
    ).toEqual([])
  })

  it('leave out what programs print around their report', () => {
    for (const [text] of Object.values(texts).filter((_, index) => [7, 9, 10, 11, 12, 13].includes(index)))
      expect(unread(text)).toEqual([])
  })

  it('are counted beyond those that are shown', () => {
    const text = Array.from({ length: 1000 }, (_, index) => `nothing in number ${index}`).join('\n')
    const { unread, unreadCount } = described(text)
    expect(unread.length).toBeLessThan(500)
    expect(unreadCount).toBe(1000)
  })
})

it('takes no longer than the text is long', () => {
  const worst = [
    'a'.repeat(200_000),
    '['.repeat(200_000),
    `${'a '.repeat(100_000)}`,
    '-'.repeat(200_000) + 'x',
    `"${'a"'.repeat(90_000)}`,
    '='.repeat(200_000),
  ]
  for (const text of worst) expect(() => describePaste(text, [])).not.toThrow()
}, 5000)
