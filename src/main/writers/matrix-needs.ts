import type { MatrixFinding, MatrixProgress, MatrixRow } from '../../shared/targets/matrix-row.ts'
import { writePaceSum } from '../../shared/targets/pace-sum.ts'
import { writeProgressSums } from '../../shared/targets/progress-sum.ts'

const TIGHT = '（偏紧）'

/** What is still needed, with the sum: `年均 (1400÷1028)^(1/5)-1≈6.37%（偏紧）`; empty where nothing can be computed. */
export function needsWords({ pace, progress, unit }: MatrixRow): string {
  if (progress) return progressWords(progress)
  return pace ? `年均 ${writePaceSum(pace, unit)}${pace.tight ? TIGHT : ''}` : ''
}

/** `已完成 1.8+1.9=3.7万人；尚需 10-3.7=6.3万人；每年 6.3÷3=2.1万人`. */
function progressWords(progress: MatrixProgress): string {
  const { remaining, missing, parts, tight } = progress
  if (remaining === null) return parts.length === 0 ? '' : `缺 ${missing.join('、')} 年实际数`
  const sums = writeProgressSums(progress)
  const said = [
    sums.done && `已完成 ${sums.done}`,
    remaining <= 0 ? '已达到总数' : sums.remaining && `尚需 ${sums.remaining}`,
    remaining > 0 && sums.needed && `每年 ${sums.needed}${tight ? TIGHT : ''}`,
  ]
  return said.filter(Boolean).join('；')
}

/** What checks found, each with the titles of its documents: the stages of one plan fail alike. */
export function findingWords(findings: readonly MatrixFinding[], titles: readonly string[]): string {
  const byMessage = new Map<string, string[]>()
  for (const { document, message } of findings)
    byMessage.set(message, [...(byMessage.get(message) ?? []), `《${titles[document] ?? ''}》`])
  return [...byMessage].map(([message, documents]) => `${documents.join('')}：${message}`).join('\n')
}
