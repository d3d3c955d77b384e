import { describe, expect, it } from 'vitest'
import { readErrors } from './errors'
import { view } from './reading.fixture'

const read = (text: string, kind: 'description' | 'comment' | 'title' | 'paste' = 'description') =>
  readErrors(view(text, { kind })).flatMap((fact) => (fact.kind === 'error' ? [fact.text] : []))
const traceback = (last: string, prefix = '') =>
  [
    'Traceback (most recent call last):',
    '  File "a.py", line 3, in <module>',
    '    train()',
    ...last.split('\n'),
  ]
    .map((line) => prefix + line)
    .join('\n')

describe('readErrors', () => {
  it.each([
    "TypeError: f() got an unexpected keyword argument 'x'",
    'torch.cuda.OutOfMemoryError: CUDA out of memory. Tried to allocate 20.00 MiB',
    "ImportError: cannot import name 'A' from 'b' (/c/d.py)",
    "ModuleNotFoundError: No module named 'peft'",
    'huggingface_hub.errors.HFValidationError: Repo id must be in the form',
    'json.decoder.JSONDecodeError: Expecting value: line 1 column 1 (char 0)',
    "KeyError: 'chatglm'",
    'Exception: cublasLt ran into an error!',
    'trl.MyOwnException: boom happened',
  ])('%s', (line) => {
    expect(read(`\`\`\`\n${traceback(line)}\n\`\`\``)).toEqual([line])
    expect(read(traceback(line), 'paste')).toEqual([line])
    expect(read(`\`\`\`\r\n${traceback(line).replace(/\n/g, '\r\n')}\r\n\`\`\`\r\n`)).toEqual([line])
  })

  it('reads behind the prefixes of ranks and notebooks', () => {
    expect(read(`\`\`\`\n${traceback('ValueError: bad value', '[rank0]: ')}\n\`\`\``)).toEqual([
      'ValueError: bad value',
    ])
    expect(
      read(
        '```\nImportError                  Traceback (most recent call last)\n----> 1 import x\nImportError: no x here\n```',
      ),
    ).toEqual(['ImportError: no x here'])
    expect(read('```\nTypeError:Accelerator.init got an unexpected\n```')).toEqual([
      'TypeError:Accelerator.init got an unexpected',
    ])
  })

  it('joins a message that goes on below', () => {
    expect(read('```\nRuntimeError: \n        CUDA Setup failed despite GPU being available.\n```')).toEqual([
      'RuntimeError: CUDA Setup failed despite GPU being available.',
    ])
    expect(
      read(
        "```\nRuntimeError: Failed to import x because of the following error (look up):\ncannot import name 'A' from 'b'\n```",
      ),
    ).toEqual([
      "RuntimeError: Failed to import x because of the following error (look up): cannot import name 'A' from 'b'",
    ])
    expect(
      read('```\nRuntimeError: Error(s) in loading state_dict for M:\n\tsize mismatch for w\n```'),
    ).toEqual(['RuntimeError: Error(s) in loading state_dict for M: size mismatch for w'])
  })

  it('reads a class without a message at the end of a traceback only', () => {
    expect(read(`\`\`\`\n${traceback('AssertionError')}\n\`\`\``)).toEqual(['AssertionError'])
    expect(read(traceback('AssertionError'), 'paste')).toEqual(['AssertionError'])
    expect(read(traceback('AssertionError', '[rank1]: '), 'paste')).toEqual(['AssertionError'])
    expect(read('  - peft\nAssertionError: none\nAssertionError', 'paste')).toEqual(['AssertionError: none'])
    expect(read('TypeError', 'title')).toEqual([])
    expect(read('I get a TypeError when training.')).toEqual([])
  })

  it('reads titles, prose and inline code', () => {
    expect(read('[BUG] 报错ValueError: too many values to unpack (expected 2)', 'title')).toEqual([
      'ValueError: too many values to unpack (expected 2)',
    ])
    expect(read('`RuntimeError: Numpy is not available` in torch workspaces', 'title')).toEqual([
      'RuntimeError: Numpy is not available',
    ])
    expect(read("pin peft (ImportError: cannot import name 'A' from 'b')", 'title')).toEqual([
      "ImportError: cannot import name 'A' from 'b'",
    ])
    expect(read('一启动就挂：RuntimeError: probability tensor contains inf。怎么办？')).toEqual([
      'RuntimeError: probability tensor contains inf',
    ])
    expect(read('It stops with ValueError: bad thing happened. What now?')).toEqual([
      'ValueError: bad thing happened',
    ])
  })

  it('keeps the spelling of the text', () => {
    expect(read('会报错：AttributeError: ‘A‘ object has no attribute ‘b')).toEqual([
      'AttributeError: ‘A‘ object has no attribute ‘b',
    ])
  })

  it('reads well-known messages without their class', () => {
    expect(read("```\n加载模型出错: f() got an unexpected keyword argument 'x'\n```")).toEqual([
      "f() got an unexpected keyword argument 'x'",
    ])
    expect(read('```\n报错日志：too many values to unpack (expected 2)\n```')).toEqual([
      'too many values to unpack (expected 2)',
    ])
  })

  it('reads each once', () => {
    const twice = `\`\`\`\n${traceback('ValueError: x is bad')}\n${traceback('ValueError: x is bad')}\n\`\`\``
    expect(read(twice)).toEqual(['ValueError: x is bad'])
  })

  it('leaves source lines, warnings, words and quotations alone', () => {
    for (const text of [
      '```python\nraise ValueError("Attempting to unscale FP16 gradients.")\n```',
      '```python\nexcept RuntimeError as e:\n    print(f"RuntimeError: {e}")\n```',
      '```python\nclass MyError(Exception):\n    pass\n```',
      '```python\ntry:\n    train()\nexcept ValueError: pass  # and go on\n```',
      '```\nUserWarning: None of the inputs have requires_grad=True\n```',
      '```\nFutureWarning: deprecated\n```',
      'There was an Error: nothing works',
      'error: subprocess exited',
      '```\nWARNING: Error handling is on\n```',
      '![TypeError](https://example.invalid/TypeError.png)',
    ])
      expect(read(text), text).toEqual([])
    expect(read('> ValueError: quoted from above\n\nDid you fix it?', 'comment')).toEqual([])
  })
})
