import { describe, expect, it } from 'vitest'
import { viewOf } from '../view'
import { readPackages } from '.'

/** What a text says, as `name version stance`, sorted. */
function read(text: string, kind: 'description' | 'comment' = 'description'): string[] {
  const block = { id: '2', kind, author: kind === 'comment' ? 'other' : 'opener', text }
  const first = { id: '1', kind: 'description' as const, author: 'opener' }
  const view = viewOf(block, { site: 'github', blocks: kind === 'comment' ? [first, block] : [block] })
  return readPackages(view)
    .flatMap((fact) => (fact.kind === 'package' ? [`${fact.name} ${fact.version} ${fact.stance}`] : []))
    .sort()
}

describe('paths and file names', () => {
  it.each<[string, string[]]>([
    [
      '  File "/opt/conda/lib/python3.10/site-packages/peft-0.10.0-py3.10.egg/peft/tuners/lora.py", line 3',
      ['peft 0.10.0 installed'],
    ],
    ['/usr/lib/python3/dist-packages/peft-0.9.0.dist-info/METADATA', ['peft 0.9.0 installed']],
    ['  File "/root/.cache/uv/archive/peft-0.11.1/peft/peft_model.py", line 12', ['peft 0.11.1 installed']],
    ['site-packages/transformers-4.38.2.dist-info', ['transformers 4.38.2 installed']],
    ['$ ls site-packages | grep peft\npeft\npeft-0.10.0.dist-info', ['peft 0.10.0 installed']],
    [
      '/anaconda3/lib/python3.9/site-packages/torch-2.1.2+cu121-py3.9.egg-info',
      ['torch 2.1.2+cu121 installed'],
    ],
    ['Downloading peft-0.9.0-py3-none-any.whl (190 kB)', []],
    ['pip install ./peft-0.9.0-py3-none-any.whl', ['peft 0.9.0 installed']],
    ['D:\\envs\\glm\\Lib\\site-packages\\peft-0.8.2.dist-info', ['peft 0.8.2 installed']],
    ['pip install git+https://github.com/huggingface/peft@v0.9.0', ['peft 0.9.0 installed']],
    ['pip install git+https://github.com/huggingface/peft.git@v0.10.0', ['peft 0.10.0 installed']],
    ['Using cached peft-0.9.0-py3-none-any.whl\nSuccessfully installed peft-0.9.0', ['peft 0.9.0 installed']],
  ])('%s', (text, expected) => {
    expect(read(text)).toEqual(expected)
  })
})

describe('commands that made the environment', () => {
  it.each<[string, string[]]>([
    [
      '```dockerfile\nFROM nvidia/cuda:12.1.0-devel\nRUN pip install torch==2.1.2 peft==0.9.0 \\\n    transformers==4.38.2\n```',
      ['peft 0.9.0 installed', 'torch 2.1.2 installed', 'transformers 4.38.2 installed'],
    ],
    [
      'RUN pip3 install --no-cache-dir \\\n    peft==0.9.0 \\\n    accelerate==0.28.0 && \\\n    rm -rf /tmp',
      ['accelerate 0.28.0 installed', 'peft 0.9.0 installed'],
    ],
    [
      'FROM pytorch/pytorch:2.1.2-cuda12.1-cudnn8-runtime\nRUN pip install peft==0.9.0',
      ['peft 0.9.0 installed', 'torch 2.1.2 installed'],
    ],
    [
      '!pip install -q peft==0.10.0 transformers==4.39.0',
      ['peft 0.10.0 installed', 'transformers 4.39.0 installed'],
    ],
    ['%pip install -U "peft==0.10.0"', ['peft 0.10.0 installed']],
    ['uv add peft==0.9.0', ['peft 0.9.0 installed']],
    ['conda install -c conda-forge peft=0.9.0', ['peft 0.9.0 installed']],
    ['ENV PEFT_VERSION=0.9.0', ['peft 0.9.0 installed']],
    ['ARG PEFT_VERSION=0.9.0\nRUN pip install peft==${PEFT_VERSION}', ['peft 0.9.0 installed']],
    [
      "pip install 'peft==0.9.0' 'transformers==4.38.2' -i https://mirror/simple",
      ['peft 0.9.0 installed', 'transformers 4.38.2 installed'],
    ],
    ['python -m pip install peft==0.9.0', ['peft 0.9.0 installed']],
  ])('%s', (text, expected) => {
    expect(read(text)).toEqual(expected)
  })
})

describe('commands that made the environment, in a comment by another', () => {
  it.each<[string, string[]]>([
    ['`pip install peft==0.6.2`', ['peft 0.6.2 mentioned']],
    ['please run pip install -U peft==0.12.0', ['peft 0.12.0 mentioned']],
    ['我的 Dockerfile：\n```\nRUN pip install peft==0.9.0\n```', ['peft 0.9.0 installed']],
  ])('%s', (text, expected) => {
    expect(read(text, 'comment')).toEqual(expected)
  })
})

describe('warnings and complaints', () => {
  it.each<[string, string[]]>([
    ['FutureWarning: this will be removed in version 1.0 of Accelerate', []],
    ['UserWarning: peft 0.9.0 does not know the key `use_rslora`', ['peft 0.9.0 mentioned']],
    ['/x.py:446: FutureWarning: deprecated and will be removed in Transformers v5.', []],
    ['`evaluation_strategy` is deprecated and will be removed in version 4.46 of 🤗 Transformers.', []],
    [
      'ImportError: peft>=0.9.0 is required for a normal functioning of this module, but found peft==0.6.2.',
      ['peft 0.6.2 installed', 'peft 0.9.0 mentioned'],
    ],
    [
      'ImportError: accelerate>=0.20.3 is required, you have 0.19.0',
      ['accelerate 0.19.0 installed', 'accelerate 0.20.3 mentioned'],
    ],
    [
      'Using `load_in_8bit` requires transformers>=4.30, found 4.28.1',
      ['transformers 4.28.1 installed', 'transformers 4.30 mentioned'],
    ],
    [
      'xformers 0.0.23 requires torch==2.1.1, but you have torch 2.1.2 which is incompatible.',
      ['torch 2.1.1 mentioned', 'torch 2.1.2 installed', 'xformers 0.0.23 installed'],
    ],
    [
      'WARNING: peft 0.9.0 is installed but the recipe was written for 0.6.2',
      ['peft 0.6.2 mentioned', 'peft 0.9.0 installed'],
    ],
    [
      'PEFT 0.5.0 was used to save this adapter, the installed version is 0.9.0',
      ['peft 0.5.0 mentioned', 'peft 0.9.0 installed'],
    ],
  ])('%s', (text, expected) => {
    expect(read(text)).toEqual(expected)
  })
})
