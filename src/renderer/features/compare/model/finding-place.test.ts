import { expect, test } from 'vitest'
import type { Finding } from '../../../../shared/checks/finding.ts'
import { evidenceWords, findingEvidence, findingPlace } from './finding-place.ts'

const finding: Finding = {
  code: 'off-path',
  severity: 'info',
  message: '',
  start: 10,
  end: 20,
  expected: null,
  found: null,
  related: [{ start: 30, end: 40 }],
  against: [{ start: 5, end: 9 }],
}

test('a finding stands at its words; what shows it stands in either text', () => {
  expect(findingPlace(finding)).toEqual({ side: 'right', range: finding })
  expect(findingEvidence(finding)).toEqual([
    { side: 'right', range: { start: 30, end: 40 } },
    { side: 'left', range: { start: 5, end: 9 } },
  ])
})

test('what the draft does not mention stands at the words of the baseline, which are not told twice', () => {
  const missing: Finding = { ...finding, code: 'no-successor', related: [] }
  expect(findingPlace(missing)).toEqual({ side: 'left', range: { start: 5, end: 9 } })
  expect(findingEvidence(missing)).toEqual([])
})

test('of a number alone the line is shown that begins with it; long words are cut', () => {
  const text = `实施三大行动\n1.畅通工程\n${'加快建设'.repeat(20)}`
  expect(evidenceWords(text, { start: 7, end: 9 })).toBe('1.畅通工程')
  expect(evidenceWords(text, { start: 0, end: 6 })).toBe('实施三大行动')
  expect(evidenceWords(text, { start: 14, end: 94 })).toBe(`${'加快建设'.repeat(10)}…`)
})
