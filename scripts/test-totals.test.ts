import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { addTotals, playwrightTotals, totalsLine, vitestTotals } from './test-totals.ts'

const folder = mkdtempSync(join(tmpdir(), 'duigao-totals-'))
afterAll(() => rmSync(folder, { recursive: true }))

function report(content: unknown): string {
  const path = join(folder, 'report.json')
  writeFileSync(path, JSON.stringify(content))
  return path
}

describe('totals', () => {
  it('are read from Vitest', () => {
    const path = report({
      numPassedTests: 7,
      numFailedTests: 2,
      numPendingTests: 1,
      numTodoTests: 1,
      numFailedTestSuites: 1,
    })
    expect(vitestTotals(path)).toEqual({ passed: 7, failed: 2, skipped: 2 })
  })

  it('count a test file that did not load as a failure', () => {
    expect(vitestTotals(report({ numPassedTests: 7, numFailedTests: 0, numFailedTestSuites: 1 }))?.failed).toBe(1)
  })

  it('are read from Playwright, where a flaky test has failed', () => {
    const path = report({ stats: { expected: 5, unexpected: 1, flaky: 1, skipped: 3 } })
    expect(playwrightTotals(path)).toEqual({ passed: 5, failed: 2, skipped: 3 })
  })

  it('are unknown without a report', () => {
    expect(vitestTotals(join(folder, 'none.json'))).toBeNull()
    expect(playwrightTotals(report({}))).toBeNull()
  })

  it('close with one plain line', () => {
    const total = addTotals([
      { passed: 7, failed: 0, skipped: 0 },
      { passed: 5, failed: 0, skipped: 2 },
    ])
    expect(totalsLine(total)).toBe('12 passed, 0 failed, 2 skipped')
    expect(totalsLine({ passed: 1, failed: 0, skipped: 0 })).toBe('1 passed, 0 failed')
  })
})
