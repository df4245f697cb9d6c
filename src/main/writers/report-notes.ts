import type { Row } from '../../shared/diff/rows/row.ts'
import type { Decision } from '../../shared/review/decision.ts'
import { formatDelta, formatValue } from '../../shared/targets/format-value.ts'
import { STRENGTHS, type Target } from '../../shared/targets/target.ts'
import type { TargetChange, TargetChangeKind } from '../../shared/targets/target-change.ts'
import { TARGET_GLYPH } from '../../shared/targets/target-glyph.ts'
import {
  ATTRIBUTE_WORDS,
  BASIS_WORDS,
  BOUND_WORDS,
  CHANGE_WORDS,
  MEASURE_WORDS,
  STATUS_WORDS,
  STRENGTH_WORDS,
} from './report-words.ts'
import type { SideIndex } from './side-index.ts'

function attributeOf(target: Target): string {
  return target.attribute === null ? '未注明' : ATTRIBUTE_WORDS[target.attribute]
}

/** 力度 and 界限 are told apart: 3.2% → 力争3%以上 is weaker by its verb and stronger by its bound. */
function strengthDetails(left: Target, right: Target): string[] {
  const details: string[] = []
  if (left.strength !== right.strength) {
    const weaker = STRENGTHS.indexOf(right.strength) > STRENGTHS.indexOf(left.strength)
    details.push(`力度${weaker ? '减弱' : '增强'} ${STRENGTH_WORDS[left.strength]} → ${STRENGTH_WORDS[right.strength]}`)
  }
  if (left.bound !== right.bound) details.push(`界限 ${BOUND_WORDS[left.bound]} → ${BOUND_WORDS[right.bound]}`)
  return details
}

/** What changed beside the figures, in words, in the order of severity. */
function details(kinds: readonly TargetChangeKind[], left: Target, right: Target): string[] {
  const result: string[] = []
  if (kinds.includes('reattributed')) result.push(`属性 ${attributeOf(left)} → ${attributeOf(right)}`)
  if (kinds.includes('redefined') && left.measure !== right.measure)
    result.push(`口径 ${MEASURE_WORDS[left.measure]} → ${MEASURE_WORDS[right.measure]}`)
  if (kinds.includes('stronger') || kinds.includes('weaker')) result.push(...strengthDetails(left, right))
  if (kinds.includes('rescheduled')) result.push(`期限 ${left.period || '未注明'} → ${right.period || '未注明'}`)
  return result
}

/** A goal in words often begins with its indicator; it is not named twice. */
function named(name: string, figures: string): string {
  return figures.startsWith(name) ? figures : `${name} ${figures}`
}

/** One target change in one line: `▼ 下调：研发经费投入强度 3.2% → 3%以上（−0.2 个百分点）；力度减弱 达到 → 力争`. */
export function describeChange({ change, also, left, right, delta }: TargetChange): string {
  const head = `${TARGET_GLYPH[change]} ${CHANGE_WORDS[change]}：`
  if (!left || !right) {
    const only = right ?? left
    return only ? `${head}${named(only.indicator, formatValue(only))}` : head
  }
  const name = left.indicator === right.indicator ? right.indicator : `${left.indicator} → ${right.indicator}`
  const from = formatValue(left)
  const to = formatValue(right)
  const figures = from === to ? to : `${from} → ${to}`
  const difference = delta && delta.absolute !== 0 ? `（${formatDelta(delta.absolute, left.unit)}）` : ''
  return [`${head}${named(name, figures)}${difference}`, ...details([change, ...also], left, right)].join('；')
}

function describeShape(row: Row, left: SideIndex, right: SideIndex): string | null {
  const from = row.left[0]
  const to = row.right[0]
  if (!from) return '新增段落'
  if (!to) return '删除段落'
  const shape =
    row.left.length === 1 && row.right.length > 1
      ? '拆分为多段'
      : row.left.length > 1 && row.right.length === 1
        ? '多段合并'
        : null
  if (!row.moved) return shape
  const section = left.section(from.start).join(' ')
  const place = `移自底本第 ${left.number(from.start)} 段${section ? `（${section}）` : ''}，现为第 ${right.number(to.start)} 段`
  return shape ? `${place}；${shape}` : place
}

function describeDecision(decision: Decision): string {
  const basis = decision.basis ? `依据：${BASIS_WORDS[decision.basis.kind]} ${decision.basis.reference}`.trim() : ''
  const reason = decision.reason ? `理由：${decision.reason}` : ''
  return [`处理意见：${STATUS_WORDS[decision.status]}`, reason, basis].filter(Boolean).join('；')
}

/** 修改说明 of one row: what happened to the paragraph, each target change, the decision. */
export function describeRow(
  row: Row,
  changes: readonly TargetChange[],
  left: SideIndex,
  right: SideIndex,
  decision: Decision | null,
): string[] {
  const notes: string[] = []
  const shape = describeShape(row, left, right)
  if (shape) notes.push(shape)
  for (const change of changes) notes.push(describeChange(change))
  if (notes.length === 0) notes.push(row.class === 'substance' ? '内容修改' : '文字修改')
  if (!row.precise) notes.push('本段为近似比对，请人工核对')
  if (decision) notes.push(describeDecision(decision))
  return notes
}
