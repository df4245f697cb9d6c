import { findNumberingIssues } from '../outline/numbering-issues.ts'
import type { DocumentSource } from './document-source.ts'
import type { Finding } from './finding.ts'

/** Headings and items whose numbers leave one out: 一、二、四、. */
export function checkNumbering({ text, blocks }: DocumentSource): Finding[] {
  return findNumberingIssues(text, blocks).flatMap(({ code, before, place, missing, message }) => {
    if (code !== 'numbering-gap') return []
    const expected = missing[0] ?? place.value - 1
    const related = [{ start: before.start, end: before.end }]
    return [
      { code, severity: 'warning', message, start: place.start, end: place.end, expected, found: place.value, related },
    ]
  })
}
