import { useT } from '../../lib/i18n.ts'
import { CellRow } from './cell-row.tsx'
import type { RawPiece } from './model/preview-rows.ts'
import { segmentLine } from './model/segments.ts'
import { dropLabel } from './step-names.ts'

/** One line of the source, with what became of it. */
export function RawLine(props: {
  readonly piece: RawPiece
  /** The step that took the line out, where it is known. */
  readonly reason: string | null
  /** The line is a row of a table. */
  readonly table: boolean
  readonly pointed: boolean
}) {
  const { piece, reason, table, pointed } = props
  const t = useT()
  const { index, text, fate, removed } = piece
  const className = `raw-line raw-${fate} ${pointed ? 'raw-pointed' : ''}`
  if (table && removed.length === 0 && fate !== 'blank') {
    return (
      <div className={className} data-n={index + 1}>
        <CellRow text={text} />
      </div>
    )
  }
  const segments = segmentLine(
    text,
    removed.map((range) => ({ ...range, kind: 'removed' as const })),
  )
  return (
    <div className={className} data-n={index + 1}>
      {segments.map((segment) =>
        segment.kinds.length === 0 ? (
          segment.text
        ) : segment.text.trim() === '' ? (
          <i key={segment.start}>{'·'.repeat(segment.text.length)}</i>
        ) : (
          <i key={segment.start} className="raw-cut">
            {segment.text}
          </i>
        ),
      )}
      {fate === 'joined' && <span className="raw-join" aria-label={t('import:preview.join')} role="img" />}
      {fate === 'dropped' && <span className="raw-label">{dropLabel(reason, t)}</span>}
    </div>
  )
}
