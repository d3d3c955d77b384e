export interface Counts {
  passed: number
  failed: number
  skipped: number
}

/** Reads vitest's JSON report; a file that could not be loaded has no tests in it and counts as one failure. */
export function countVitest(report: string): Counts {
  const { testResults } = JSON.parse(report) as {
    testResults: { status: string; assertionResults: { status: string }[] }[]
  }
  const counts: Counts = { passed: 0, failed: 0, skipped: 0 }
  for (const file of testResults) {
    let failed = 0
    for (const { status } of file.assertionResults) {
      if (status === 'passed') counts.passed++
      else if (status === 'failed') failed++
      else counts.skipped++
    }
    counts.failed += file.status === 'failed' ? Math.max(failed, 1) : failed
  }
  return counts
}

/** Reads Playwright's JSON report; an error outside the tests, such as a file that does not load, is a failure. */
export function countPlaywright(report: string): Counts {
  const { stats, errors } = JSON.parse(report) as {
    stats: { expected: number; unexpected: number; flaky: number; skipped: number }
    errors: unknown[]
  }
  return {
    passed: stats.expected,
    failed: stats.unexpected + stats.flaky + errors.length,
    skipped: stats.skipped,
  }
}
