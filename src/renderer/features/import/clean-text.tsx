import type { Range } from '../../../shared/text/range.ts'
import { headingStyle } from '../../lib/heading-style.ts'
import { i18n, useT } from '../../lib/i18n.ts'
import { inChinese } from '../../lib/period.ts'
import { CellRow } from './cell-row.tsx'
import { partInLine } from './model/preview-place.ts'
import type { CleanLine } from './model/preview-rows.ts'
import { type MarkedRange, segmentLine } from './model/segments.ts'
import type { Reading } from './queue.ts'

type Mark = 'touched' | 'warned' | 'pointed'

function useKindName({ block: { kind, level } }: CleanLine): string {
  const t = useT()
  if (kind === 'heading')
    return t('import:block.heading', { level: i18n.language === 'zh-CN' ? inChinese(level) : level })
  return t(`import:block.${kind}`)
}

function marked(kind: Mark, range: Range, line: CleanLine): MarkedRange<Mark>[] {
  const part = partInLine(range, line.start, line.text.length)
  return part ? [{ ...part, kind }] : []
}

/** One line of the text, with the joins and changes that made it and what is doubtful in it. */
export function CleanText(props: {
  readonly line: CleanLine
  readonly warnings: Reading['warnings']
  /** A range of the whole text that is being pointed at. */
  readonly pointed: Range | null
}) {
  const { line, warnings, pointed } = props
  const own = warnings.flatMap(({ code, start, end }) =>
    start === undefined
      ? []
      : marked('warned', { start, end: end ?? start }, line).map((range) => ({ ...range, code })),
  )
  const ranges: MarkedRange<Mark>[] = [
    ...line.touched.map((range) => ({ ...range, kind: 'touched' as const })),
    ...own,
    ...(pointed ? marked('pointed', pointed, line) : []),
  ]
  const broken = own.some(({ code }) => code === 'truncated')
  const { kind } = line.block
  return (
    <div className={`clean clean-${headingStyle(line.block) ?? kind} ${broken ? 'clean-broken' : ''}`}>
      <span className="clean-kind">{useKindName(line)}</span>
      <p lang="zh-CN">
        {kind === 'table-row' && ranges.length === 0 ? (
          <CellRow text={line.text} />
        ) : (
          <Segments line={line} ranges={ranges} />
        )}
      </p>
    </div>
  )
}

function Segments({ line, ranges }: { readonly line: CleanLine; readonly ranges: readonly MarkedRange<Mark>[] }) {
  const t = useT()
  return segmentLine(line.text, ranges, line.joins).map((segment) => (
    <span key={segment.start} className={segment.kinds.join(' ') || undefined}>
      {line.joins.includes(segment.start) && <i className="join" role="img" aria-label={t('import:preview.join')} />}
      {segment.text}
    </span>
  ))
}
