import { formatDelta } from '../../shared/targets/format-value.ts'
import type { MatrixChange, MatrixRow } from '../../shared/targets/matrix-row.ts'
import type { TargetChangeKind } from '../../shared/targets/target-change.ts'
import { TARGET_GLYPH } from '../../shared/targets/target-glyph.ts'

const KIND: Readonly<Record<TargetChangeKind, string>> = {
  raised: '上调',
  lowered: '下调',
  added: '新增',
  dropped: '取消',
  stronger: '力度增强',
  weaker: '力度减弱',
  redefined: '口径变化',
  reattributed: '属性变化',
  rescheduled: '期限变化',
  same: '',
}

function words({ change, also, delta }: MatrixChange, unit: string): string[] {
  if (change === 'same') return []
  const amount =
    delta && delta.absolute !== 0 ? ` ${formatDelta(Math.abs(delta.absolute), unit).replace(/^\+/, '')}` : ''
  return [
    `${TARGET_GLYPH[change]} ${KIND[change]}${amount}`,
    ...also.map((kind) => `${TARGET_GLYPH[kind]} ${KIND[kind]}`),
  ]
}

/** What changed in a row, with glyphs: `▲ 上调 25 亿元；▽ 力度减弱`. */
export function changeWords({ changes, unit }: MatrixRow): string {
  return [...new Set(changes.flatMap((change) => words(change, unit)))].join('；')
}
