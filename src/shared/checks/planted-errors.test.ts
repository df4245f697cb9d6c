import { describe, expect, it } from 'vitest'
import { parseOutline } from '../outline/parse.ts'
import { extractFrom, factsOf, plan } from '../targets/lexicon.test-helper.ts'
import { checkDocument } from './check-document.ts'
import type { FindingCode } from './finding.ts'
import type { PlantedCase } from './planted/planted-case.ts'
import { STRUCTURE_CASES } from './planted/structure-cases.ts'
import { VALUE_CASES } from './planted/value-cases.ts'

const FACTS = {
  plan,
  report: factsOf('government-report', { from: 2025, to: 2025 }),
  bulletin: factsOf('bulletin', { from: 2022, to: 2022 }),
}
const HEADS = { plan: '第三章　主要目标\n', report: '', bulletin: '' }
/** What is asked of each check. */
const LEAST = 0.95

function codesIn(text: string, kind: PlantedCase['kind']): FindingCode[] {
  const whole = HEADS[kind] + text
  const facts = FACTS[kind]
  return checkDocument({ text: whole, blocks: parseOutline(whole), targets: extractFrom(whole, facts), facts }).map(
    ({ code }) => code,
  )
}

describe.each([...STRUCTURE_CASES, ...VALUE_CASES])('$code', ({ code, kind, wrong, right }) => {
  const missed = wrong.filter((text) => !codesIn(text, kind).includes(code))
  const mistaken = right.filter((text) => codesIn(text, kind).includes(code))

  it('has at least ten errors and ten texts that look like them', () => {
    expect(new Set(wrong).size).toBeGreaterThanOrEqual(10)
    expect(new Set(right).size).toBeGreaterThanOrEqual(10)
  })

  it('is found where it is planted', () => {
    expect(missed.length / wrong.length, missed.join('\n---\n')).toBeLessThanOrEqual(1 - LEAST)
  })

  it('is found nowhere else', () => {
    const found = wrong.length - missed.length
    expect(found / (found + mistaken.length), mistaken.join('\n---\n')).toBeGreaterThanOrEqual(LEAST)
  })
})
