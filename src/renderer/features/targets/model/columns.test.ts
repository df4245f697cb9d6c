import { describe, expect, test } from 'vitest'
import type { DocumentSummary } from '../../../lib/library.ts'
import {
  type Columns,
  defaultColumns,
  inRole,
  listColumns,
  moved,
  regrouped,
  sideKey,
  standing,
  withColumn,
  without,
} from './columns.ts'

function document(
  id: string,
  more: Partial<DocumentSummary> = {},
  versions: readonly string[] = [`${id}1`],
): DocumentSummary {
  const version = (version: string) =>
    ({ id: version, documentId: id, date: null, stage: null }) as DocumentSummary['versions'][number]
  return {
    id,
    title: id,
    kind: 'five-year-plan',
    region: '清川市',
    level: 'city',
    periodFrom: 2026,
    periodTo: 2030,
    createdAt: '',
    updatedAt: '',
    draft: null,
    versions: versions.map(version),
    ...more,
  }
}
const LIBRARY = [
  document('plan', {}, ['p2', 'p1']),
  document('report', { periodFrom: 2026, periodTo: 2026 }),
  document('old', { periodFrom: 2021, periodTo: 2025 }),
  document('province', { region: '江南省', level: 'province' }),
]
const PAIR = { leftVersionId: 'p1', right: { type: 'version', versionId: 'p2' } } as const
const side = (versionId: string) => ({ type: 'version', versionId }) as const

/** past: old1 report1 | compared: p1 p2 | reference: … */
function show(columns: Columns): string {
  const of = (group: string) =>
    listColumns(columns)
      .filter((each) => each.group === group)
      .map((each) => sideKey(each.side).replace('version:', ''))
      .join(' ')
  return `${of('past')} | ${of('compared')} | ${of('reference')}`
}

describe('columns', () => {
  const columns = defaultColumns(LIBRARY, PAIR)

  test('unasked: the comparison at hand, the newest of the others by year, a plan before its reports, a higher level as reference', () => {
    expect(show(columns)).toBe('old1 report1 | p1 p2 | province1')
    expect(show(defaultColumns(LIBRARY, null))).toBe('old1 p2 province1 report1 |  | ')
  })

  test('are added where they belong, moved, regrouped and removed', () => {
    const fewer = without(columns, side('old1'))
    expect(show(fewer)).toBe('report1 | p1 p2 | province1')
    expect(show(withColumn(fewer, side('old1'), LIBRARY))).toBe('old1 report1 | p1 p2 | province1')
    expect(show(moved(columns, side('report1'), -1))).toBe('report1 old1 | p1 p2 | province1')
    expect(show(moved(columns, side('old1'), -1))).toBe(show(columns))
    expect(show(regrouped(columns, side('report1')))).toBe('old1 | p1 p2 | province1 report1')
  })

  test('in a new role take the place of what stood there, which goes among the others', () => {
    expect(show(inRole(columns, 'baseline', side('old1'), LIBRARY))).toBe('p1 report1 | old1 p2 | province1')
  })

  test('of texts that are gone are left out', () => {
    expect(show(standing(columns, LIBRARY.slice(0, 2)))).toBe('report1 | p1 p2 | ')
  })
})
