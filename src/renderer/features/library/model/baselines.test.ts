import { describe, expect, test } from 'vitest'
import { offerBaselines } from './baselines.ts'
import { document } from './sample-documents.test-helper.ts'

const plan15 = document('plan 15')
const plan14 = document('plan 14', { periodFrom: 2021, periodTo: 2025 })
const province15 = document('province 15', { region: '江南省', level: 'province' })
const province14 = document('province 14', { region: '江南省', level: 'province', periodFrom: 2021, periodTo: 2025 })
const county15 = document('county 15', { region: '云浦县', level: 'county' })
const report25 = document('report 25', { kind: 'government-report', periodFrom: 2025, periodTo: 2025 })
const report26 = document('report 26', { kind: 'government-report', periodFrom: 2026, periodTo: 2026 })
const others = [plan15, plan14, province15, province14, county15, report25, report26]

const offered = (subject: typeof plan15) =>
  offerBaselines(subject, others).map(({ document: { title }, reason }) => [title, reason])

describe('what a document has to answer to', () => {
  test('a plan: the plan before it, the upper plan of its years, the reports of its region', () => {
    expect(offered(plan15)).toEqual([
      ['plan 14', 'former-plan'],
      ['province 15', 'upper-plan'],
      ['report 26', 'report'],
      ['report 25', 'report'],
    ])
  })

  test('a report: the reports before it, and the plan it falls into', () => {
    expect(offered(report26)).toEqual([
      ['report 25', 'former-report'],
      ['plan 15', 'own-plan'],
    ])
  })

  test('a document without a version is no baseline', () => {
    expect(offerBaselines(plan15, [plan15, { ...plan14, versions: [] }])).toEqual([])
  })
})
