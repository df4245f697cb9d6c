import { describe, expect, test } from 'vitest'
import type { Finding, FindingCode } from '../checks/finding.ts'
import type { Row } from '../diff/rows/row.ts'
import type { Range } from '../text/range.ts'
import type { Decision, DecisionStatus } from './decision.ts'
import { makeAnchor } from './make-anchor.ts'
import { matchDecisions, matchFindingDecisions } from './match-decisions.ts'
import { makeRowAnchor } from './row-anchor.ts'

/** Rows of two texts, one line against one line; a missing side is ''. */
function rowsOf(pairs: readonly (readonly [string, string])[]) {
  const sides = { left: '', right: '' }
  const take = (side: 'left' | 'right', line: string): Range[] => {
    if (line === '') return []
    const start = sides[side].length + (sides[side] === '' ? 0 : 1)
    sides[side] += `${sides[side] === '' ? '' : '\n'}${line}`
    return [{ start, end: start + line.length }]
  }
  const rows = pairs.map(([left, right]): Row => {
    const kind = left === right ? 'equal' : left === '' ? 'inserted' : right === '' ? 'deleted' : 'changed'
    return {
      kind,
      moved: false,
      class: kind === 'equal' ? null : 'substance',
      left: take('left', left),
      right: take('right', right),
      edits: [],
      related: [],
      precise: true,
    }
  })
  return { rows, left: sides.left, right: sides.right }
}

let made = 0
function decide(compared: ReturnType<typeof rowsOf>, row: number, status: DecisionStatus, at = '2026-03-01'): Decision {
  const anchor = makeRowAnchor(compared.rows[row]!, compared.left, compared.right)
  made += 1
  return {
    id: `decision ${made}`,
    comparisonId: 'c',
    subject: 'row',
    anchor: anchor!,
    status,
    reason: '',
    basis: null,
    reviewer: '',
    decidedAt: at,
  }
}

/** The status that holds for each row, with the length of its log: `accepted/2`. */
function statuses({ rows, left, right }: ReturnType<typeof rowsOf>, decisions: readonly Decision[]) {
  return matchDecisions(rows, left, right, decisions).map(
    (match) => match && `${match.decision.status}/${match.log.length}`,
  )
}

const HEAD = ['一、发展目标', '一、发展目标'] as const
const GDP = '地区生产总值达到1400亿元，年均增长6%左右。'
const RAISED = '地区生产总值达到1500亿元，年均增长6%左右。'
const DROPPED = '推进清江流域横向生态补偿。'
const ADDED = '新建数字经济产业园三个。'
const BEFORE = rowsOf([HEAD, [GDP, RAISED], [DROPPED, ''], ['', ADDED]])

test('each decision is on its row', () => {
  const decisions = [decide(BEFORE, 1, 'accepted'), decide(BEFORE, 2, 'rejected'), decide(BEFORE, 3, 'pending')]
  expect(statuses(BEFORE, decisions)).toEqual([null, 'accepted/1', 'rejected/1', 'pending/1'])
})

describe('the newest holds, the others are its log', () => {
  test('by time, whatever order they come in', () => {
    const [first, second] = [decide(BEFORE, 1, 'accepted', '2026-03-01'), decide(BEFORE, 1, 'rejected', '2026-03-02')]
    expect(statuses(BEFORE, [second, first])[1]).toBe('rejected/2')
    const match = matchDecisions(BEFORE.rows, BEFORE.left, BEFORE.right, [second, first])[1]
    expect(match?.log.map(({ status }) => status)).toEqual(['rejected', 'accepted'])
  })

  test('by order, when made at the same instant', () => {
    expect(statuses(BEFORE, [decide(BEFORE, 1, 'accepted'), decide(BEFORE, 1, 'rejected')])[1]).toBe('rejected/2')
  })
})

describe('a decision stays with its row', () => {
  const decisions = [decide(BEFORE, 1, 'accepted'), decide(BEFORE, 2, 'rejected'), decide(BEFORE, 3, 'pending')]

  test('after edits elsewhere', () => {
    const after = rowsOf([
      ['', '前言：承前启后的五年。'],
      HEAD,
      [GDP, RAISED],
      [DROPPED, ''],
      ['', '另加一条。'],
      ['', ADDED],
    ])
    expect(statuses(after, decisions)).toEqual([null, null, 'accepted/1', 'rejected/1', null, 'pending/1'])
  })

  test('after a small edit inside, and the decision on the new wording is newer', () => {
    const again = RAISED.replace('1500', '1550')
    const after = rowsOf([HEAD, [GDP, again], [DROPPED, ''], ['', ADDED]])
    expect(statuses(after, decisions)[1]).toBe('accepted/1')
    expect(statuses(after, [...decisions, decide(after, 1, 'rejected', '2026-04-01')])[1]).toBe('rejected/2')
  })

  test('after its paragraph moved', () => {
    const after = rowsOf([HEAD, ['', ADDED], [DROPPED, ''], [GDP, RAISED]])
    expect(statuses(after, decisions)).toEqual([null, 'pending/1', 'rejected/1', 'accepted/1'])
  })

  test('among rows of the same words, by its surroundings', () => {
    const compared = rowsOf([
      ['甲县', '甲县'],
      ['', '完成投资3亿元。'],
      ['乙县', '乙县'],
      ['', '完成投资3亿元。'],
    ])
    const decision = decide(compared, 3, 'accepted')
    const after = rowsOf([
      ['', '附表说明'],
      ['甲县', '甲县'],
      ['', '完成投资3亿元。'],
      ['乙县', '乙县'],
      ['', '完成投资3亿元。'],
    ])
    expect(statuses(after, [decision])).toEqual([null, null, null, null, 'accepted/1'])
  })
})

describe('a decision is left out', () => {
  test('when its row is gone', () => {
    const after = rowsOf([HEAD, [GDP, ''], [DROPPED, '']])
    expect(statuses(after, [decide(BEFORE, 3, 'accepted')])).toEqual([null, null, null])
  })

  test('when what was deleted stands again', () => {
    const after = rowsOf([HEAD, [GDP, RAISED], [DROPPED, DROPPED], ['', ADDED]])
    expect(statuses(after, [decide(BEFORE, 2, 'accepted')])[2]).toBeNull()
  })

  test('when it is on a finding', () => {
    expect(statuses(BEFORE, [{ ...decide(BEFORE, 1, 'accepted'), subject: 'finding' }])).toEqual([
      null,
      null,
      null,
      null,
    ])
  })
})

test('a row of several blocks is quoted whole where they follow each other, else by the longest', () => {
  const text = '甲。\n乙丙。\n丁戊己庚。'
  const row = (right: Range[]): Row => ({ ...rowsOf([['', '甲。']]).rows[0]!, right })
  const split = makeRowAnchor(
    row([
      { start: 0, end: 2 },
      { start: 3, end: 6 },
    ]),
    '',
    text,
  )
  expect(split?.quote).toBe('甲。\n乙丙。')
  const apart = makeRowAnchor(
    row([
      { start: 0, end: 2 },
      { start: 7, end: 12 },
    ]),
    '',
    text,
  )
  expect(apart?.quote).toBe('丁戊己庚。')
})

describe('a decision on a finding', () => {
  const TEXT =
    '组织实施五大行动：\n一是产业提质。\n二是城市更新。\n2030年研发经费投入强度达到3%。\n力争研发经费投入强度达到3.5%。'
  const find = (text: string, quote: string, code: FindingCode, from = 0): Finding => {
    const start = text.indexOf(quote, from)
    const range = { start, end: start + quote.length }
    return { ...range, code, severity: 'warning', message: '', expected: null, found: null, related: [] }
  }
  const COUNT = '组织实施五大行动'
  const findings = [
    find(TEXT, COUNT, 'count-mismatch'),
    find(TEXT, COUNT, 'numbering-gap'),
    find(TEXT, '研发经费投入强度达到3%', 'inconsistent-value'),
  ]
  const decideOn = (text: string, finding: Finding, more: Partial<Decision> = {}): Decision => ({
    ...decide(BEFORE, 1, 'accepted'),
    subject: 'finding',
    finding: finding.code,
    anchor: makeAnchor(text, 'right', finding),
    ...more,
  })
  const held = (found: readonly Finding[], text: string, decisions: readonly Decision[]) =>
    matchFindingDecisions(found, 'right', text, decisions).map(
      (match) => match && `${match.decision.status}/${match.log.length}`,
    )

  test('is on its finding, by code where two quote the same words', () => {
    const rejected = decideOn(TEXT, findings[1]!, { status: 'rejected' })
    expect(held(findings, TEXT, [decideOn(TEXT, findings[2]!), rejected])).toEqual([null, 'rejected/1', 'accepted/1'])
  })

  test('stays with it through edits elsewhere and inside; the newest holds', () => {
    const edited = `前言。\n${TEXT.replace('达到3%', '达到3.2%').replace('产业提质', '制造业提质')}`
    const after = [
      find(edited, COUNT, 'count-mismatch'),
      find(edited, '研发经费投入强度达到3.2%', 'inconsistent-value'),
    ]
    const decisions = [
      decideOn(TEXT, findings[0]!),
      decideOn(TEXT, findings[2]!),
      decideOn(edited, after[1]!, { status: 'pending', decidedAt: '2026-04-01' }),
    ]
    expect(held(after, edited, decisions)).toEqual(['accepted/1', 'pending/2'])
  })

  test('among findings of the same words is told by its surroundings', () => {
    const text = '甲县：\n实施三项工程。\n一是修路。\n乙县：\n实施三项工程。\n一是建桥。'
    const first = find(text, '实施三项工程', 'count-mismatch')
    const second = find(text, '实施三项工程', 'count-mismatch', first.end)
    expect(held([first, second], text, [decideOn(text, second)])).toEqual([null, 'accepted/1'])
  })

  test('is left out when the finding is gone, of the other side, or on a row', () => {
    const [count] = findings
    expect(held([findings[2]!], TEXT, [decideOn(TEXT, count!)])).toEqual([null])
    const anchor = makeAnchor(TEXT, 'left', count!)
    expect(held(findings, TEXT, [decideOn(TEXT, count!, { anchor })])).toEqual([null, null, null])
    expect(held(findings, TEXT, [decideOn(TEXT, count!, { subject: 'row' })])).toEqual([null, null, null])
  })

  test('without a code, as made before codes were kept, is on whatever it quotes', () => {
    expect(held([findings[2]!], TEXT, [decideOn(TEXT, findings[2]!, { finding: undefined })])).toEqual(['accepted/1'])
  })
})
