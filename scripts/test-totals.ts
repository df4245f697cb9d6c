import { existsSync, readFileSync } from 'node:fs'

export interface Totals {
  readonly passed: number
  readonly failed: number
  readonly skipped: number
}

function readReport(path: string): Record<string, unknown> | null {
  return existsSync(path) ? (JSON.parse(readFileSync(path, 'utf8')) as Record<string, unknown>) : null
}

const count = (value: unknown): number => (typeof value === 'number' ? value : 0)

/** What Vitest's JSON report counted; a file that failed to load counts as one failure. Null without a report. */
export function vitestTotals(path: string): Totals | null {
  const report = readReport(path)
  if (report === null) return null
  const failed = Math.max(count(report.numFailedTests), count(report.numFailedTestSuites) > 0 ? 1 : 0)
  return {
    passed: count(report.numPassedTests),
    failed,
    skipped: count(report.numPendingTests) + count(report.numTodoTests),
  }
}

/** What Playwright's JSON report counted. Null without a report. */
export function playwrightTotals(path: string): Totals | null {
  const stats = readReport(path)?.stats as Record<string, unknown> | undefined
  if (stats === undefined) return null
  return {
    passed: count(stats.expected),
    failed: count(stats.unexpected) + count(stats.flaky),
    skipped: count(stats.skipped),
  }
}

export function addTotals(all: readonly Totals[]): Totals {
  const sum = (key: keyof Totals) => all.reduce((total, each) => total + each[key], 0)
  return { passed: sum('passed'), failed: sum('failed'), skipped: sum('skipped') }
}

/** `3 passed, 0 failed, 1 skipped`: the closing line that every runner's reader understands. */
export function totalsLine({ passed, failed, skipped }: Totals): string {
  return `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`
}
