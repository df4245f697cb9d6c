import { memo, useMemo, useState } from 'react'
import { formatCount } from '../../lib/format.ts'
import { useT } from '../../lib/i18n.ts'
import { Button } from '../../ui/button.tsx'
import { CleanText } from './clean-text.tsx'
import { dropReasons } from './model/drop-reasons.ts'
import type { Place } from './model/place.ts'
import { type PreviewGroup, previewRow } from './model/preview-rows.ts'
import type { Reading } from './queue.ts'
import { RawLine } from './raw-line.tsx'
import { dropLabel } from './step-names.ts'

/** A run of dropped lines longer than this (a table of contents) shows its first ones and opens on demand. */
const FOLD_FROM = 8
const FOLD_TO = 4

/** Some lines of the source and what they became, side by side. */
export const PreviewRow = memo(function PreviewRow(props: {
  readonly group: PreviewGroup
  readonly reading: Reading
  /** The place to point at, where it stands in this row. */
  readonly place: Place | null
}) {
  const { group, reading, place } = props
  const { rawLines, log } = reading
  const t = useT()
  const row = useMemo(() => previewRow(rawLines, group), [rawLines, group])
  const [open, setOpen] = useState(false)
  const gone = row.raw.filter(({ fate }) => fate === 'dropped')
  const reasons = dropReasons(
    gone.map(({ text }) => text),
    log.steps,
  )
  const written = row.raw.filter(({ fate }) => fate !== 'blank')
  const dropped = row.clean.length === 0
  const pointedLine = place?.in === 'source' ? place.line : null
  const unfolded = open || pointedLine !== null
  const shown = dropped && !unfolded && row.raw.length > FOLD_FROM ? row.raw.slice(0, FOLD_TO) : row.raw
  const folded = row.raw.length - shown.length
  const table = row.clean.length > 0 && row.clean.every(({ block }) => block.kind === 'table-row')
  return (
    <div className="preview-row preview-grid">
      <div className="raw" lang="zh-CN">
        {shown.map((piece) => (
          <RawLine
            key={piece.index}
            piece={piece}
            reason={reasons[gone.indexOf(piece)] ?? null}
            table={table}
            pointed={piece.index === pointedLine}
          />
        ))}
        {folded > 0 && (
          <Button size="small" look="flat" className="raw-rest" onClick={() => setOpen(true)}>
            {t('import:preview.rest', { count: folded })}
          </Button>
        )}
      </div>
      <div className={dropped || written.length === 0 ? 'preview-mid none' : 'preview-mid'}>
        {!dropped && written.length > 0 && `${written.length}→${row.clean.length}`}
      </div>
      <div className="clean-row" tabIndex={-1}>
        {row.clean.map((line) => (
          <CleanText
            key={line.start}
            line={line}
            warnings={reading.warnings}
            pointed={place?.in === 'text' ? place : null}
          />
        ))}
        {dropped && written.length > 0 && (
          <p className="clean-gone">
            {t('import:preview.gone', {
              reason: dropLabel(reasons[0] ?? null, t),
              count: written.length,
              characters: formatCount(written.reduce((sum, { text }) => sum + text.replace(/\s/g, '').length, 0)),
            })}
          </p>
        )}
      </div>
    </div>
  )
})
