import { describe, expect, test } from 'vitest'
import { document, version } from './model/sample-documents.test-helper.ts'
import { resolvePicks } from './picks.ts'

const plan = document('plan', {
  versions: [version('v3', { parentId: 'v2' }), version('v2', { parentId: 'v1' }), version('v1')],
})
const report25 = document('report 25', { kind: 'government-report', periodFrom: 2025, periodTo: 2025 })
const report26 = document('report 26', { kind: 'government-report', periodFrom: 2026, periodTo: 2026 })
const all = [plan, report25, report26]

function picked(shown: typeof plan, picks: Partial<Parameters<typeof resolvePicks>[2]> = {}) {
  const { left, right } = resolvePicks(all, shown, { leftVersionId: null, right: null, ...picks })
  return [left?.version.id ?? null, right?.version?.id ?? right?.ref.type ?? null]
}

describe('what 开始比对 compares', () => {
  test('the newest version against the one before', () => {
    expect(picked(plan)).toEqual(['v2', 'v3'])
  })

  test("a report without another version against last year's", () => {
    expect(picked(report26)).toEqual(['report 25-1', 'report 26-1'])
  })

  test('what was picked by hand, from any document', () => {
    expect(picked(plan, { leftVersionId: 'report 25-1' })).toEqual(['report 25-1', 'v3'])
    expect(picked(plan, { right: { type: 'version', versionId: 'v2' } })).toEqual(['v1', 'v2'])
  })

  test('the default again when what was picked has gone', () => {
    expect(picked(plan, { leftVersionId: 'removed', right: { type: 'draft', draftId: 'sealed' } })).toEqual([
      'v2',
      'v3',
    ])
  })

  test('the draft against its base where there is but one version', () => {
    const draft = {
      id: 'draft',
      documentId: 'new',
      baseVersionId: 'only',
      characters: 10,
      baseCharacters: 10,
      revision: 0,
      updatedAt: '2025-11-06T08:00:00.000Z',
    }
    const shown = document('new', { versions: [version('only')], draft })
    const { left, right } = resolvePicks([shown], shown, { leftVersionId: null, right: null })
    expect([left?.version.id, right?.ref]).toEqual(['only', { type: 'draft', draftId: 'draft' }])
  })
})
