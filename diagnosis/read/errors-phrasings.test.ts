import { describe, expect, it } from 'vitest'
import { readErrors } from './errors'
import { view } from './reading.fixture'

describe('exceptions as people and tools write them', () => {
  it.each<[string, string[]]>([
    [
      '报错：RuntimeError: expected scalar type Half but found Float',
      ['RuntimeError: expected scalar type Half but found Float'],
    ],
    [
      "报错 `AttributeError: module 'torch' has no attribute 'npu'`，怎么办？",
      ["AttributeError: module 'torch' has no attribute 'npu'"],
    ],
    ["出现了 KeyError: 'loss' 的错误", ["KeyError: 'loss'"]],
    [
      '```\n\u001b[31mRuntimeError: CUDA error: device-side assert triggered\u001b[0m\n```',
      ['RuntimeError: CUDA error: device-side assert triggered'],
    ],
    [
      '```\n╭─ Traceback ─╮\n│ /a.py:3 in x │\n╰─────────────╯\nValueError: bad value\n```',
      ['ValueError: bad value'],
    ],
    [
      '```\nsafetensors_rust.SafetensorError: Error while deserializing header: HeaderTooLarge\n```',
      ['safetensors_rust.SafetensorError: Error while deserializing header: HeaderTooLarge'],
    ],
    [
      '```\njson.decoder.JSONDecodeError: Expecting value: line 1 column 1 (char 0)\n```',
      ['json.decoder.JSONDecodeError: Expecting value: line 1 column 1 (char 0)'],
    ],
    [
      '```\n[rank1]: torch.distributed.DistBackendError: NCCL error in: x.cpp:1\n```',
      ['torch.distributed.DistBackendError: NCCL error in: x.cpp:1'],
    ],
    [
      '```\nTraceback (most recent call last):\n  File "a.py", line 1, in <module>\n    assert x\nAssertionError\n```',
      ['AssertionError'],
    ],
    [
      'I get "ValueError: Attempting to unscale FP16 gradients." when I start',
      ['ValueError: Attempting to unscale FP16 gradients.'],
    ],
    [
      "It fails with TypeError: __init__() got an unexpected keyword argument 'dispatch_batches', any idea?",
      ["TypeError: __init__() got an unexpected keyword argument 'dispatch_batches'"],
    ],
    [
      '(RuntimeError: mat1 and mat2 shapes cannot be multiplied (4x5 and 6x7))',
      ['RuntimeError: mat1 and mat2 shapes cannot be multiplied (4x5 and 6x7)'],
    ],
    ['```\nException ignored in: <function x>\n```', []],
    ['```\nUserWarning: something\nFutureWarning: other\n```', []],
    ['```python\nraise ValueError("x: y")\nexcept KeyError as e:\n```', []],
    ['no RuntimeError any more', []],
    ['没有报错，也没有 RuntimeError', []],
    [
      "**Error**: `ImportError: cannot import name 'EncoderDecoderCache' from 'transformers' (/usr/lib/x.py)`",
      ["ImportError: cannot import name 'EncoderDecoderCache' from 'transformers' (/usr/lib/x.py)"],
    ],
    ['| step | error |\n|---|---|\n| train | `OSError: disk full` |', ['OSError: disk full']],
    ['```\nERROR - 2024-01-01 - RuntimeError: boom happened\n```', ['RuntimeError: boom happened']],
    [
      '```\nRuntimeError: Error(s) in loading state_dict for PeftModel:\n\tsize mismatch for x: copying a param\n```',
      ['RuntimeError: Error(s) in loading state_dict for PeftModel: size mismatch for x: copying a param'],
    ],
  ])('%s', (text, expected) => {
    expect(readErrors(view(text)).map((fact) => 'text' in fact && fact.text)).toEqual(expected)
  })
})
