import { describe, expect, it } from 'vitest'
import { countPlaywright, countVitest } from './test-counts'

describe('counting tests', () => {
  it('counts a file that did not load as a failure', () => {
    const file = (status: string, ...tests: string[]) => ({
      status,
      assertionResults: tests.map((each) => ({ status: each })),
    })
    const report = JSON.stringify({
      testResults: [
        file('passed', 'passed', 'passed', 'pending'),
        file('failed', 'passed', 'failed', 'failed'),
        file('failed'),
      ],
    })
    expect(countVitest(report)).toEqual({ passed: 3, failed: 3, skipped: 1 })
  })

  it('counts flaky tests and errors outside the tests as failures', () => {
    const report = JSON.stringify({
      stats: { expected: 7, unexpected: 2, flaky: 1, skipped: 4 },
      errors: [{ message: 'no such file' }],
    })
    expect(countPlaywright(report)).toEqual({ passed: 7, failed: 4, skipped: 4 })
  })
})
