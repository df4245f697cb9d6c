import type { Row } from '../../shared/diff/row.ts'
import type { Decision } from '../../shared/review/decision.ts'
import { formatDelta, formatValue } from '../../shared/targets/format-value.ts'
import type { Target } from '../../shared/targets/target.ts'
import type { TargetChange, TargetChangeKind } from '../../shared/targets/target-change.ts'
import {
  ATTRIBUTE_WORDS,
  BASIS_WORDS,
  CHANGE_GLYPHS,
  CHANGE_WORDS,
  MEASURE_WORDS,
  STATUS_WORDS,
  STRENGTH_WORDS,
} from './report-words.ts'
import type { SideIndex } from './side-index.ts'

function attributeOf(target: Target): string {
  return target.attribute === null ? '未注明' : ATTRIBUTE_WORDS[target.attribute]
}

/** What one kind of change was from and to, in words; null where the figures already say it. */
function detail(kind: TargetChangeKind, left: Target, right: Target): string | null {
  switch (kind) {
    case 'reattributed':
      return `属性 ${attributeOf(left)} → ${attributeOf(right)}`
    case 'rescheduled':
      return `期限 ${left.period || '未注明'} → ${right.period || '未注明'}`
    case 'stronger':
    case 'weaker':
      return left.strength === right.strength
        ? CHANGE_WORDS[kind]
        : `${CHANGE_WORDS[kind]} ${STRENGTH_WORDS[left.strength]} → ${STRENGTH_WORDS[right.strength]}`
    case 'redefined':
      return left.measure === right.measure
        ? CHANGE_WORDS[kind]
        : `口径变化 ${MEASURE_WORDS[left.measure]} → ${MEASURE_WORDS[right.measure]}`
    default:
      return null
  }
}

/** One target change in one line: `▼ 下调：研发经费投入强度 3.2% → 3%以上（−0.2 个百分点）；力度减弱 达到 → 力争`. */
export function describeChange({ change, also, left, right, delta }: TargetChange): string {
  const head = `${CHANGE_GLYPHS[change]} ${CHANGE_WORDS[change]}：`
  if (!left || !right) {
    const only = right ?? left
    return only ? `${head}${only.indicator} ${formatValue(only)}` : head
  }
  const name = left.indicator === right.indicator ? right.indicator : `${left.indicator} → ${right.indicator}`
  const from = formatValue(left)
  const to = formatValue(right)
  const figures = from === to ? to : `${from} → ${to}`
  const difference = delta && delta.absolute !== 0 ? `（${formatDelta(delta.absolute, left.unit)}）` : ''
  const more = [change, ...also].map((kind) => detail(kind, left, right)).filter((line) => line !== null)
  return [`${head}${name} ${figures}${difference}`, ...more].join('；')
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
