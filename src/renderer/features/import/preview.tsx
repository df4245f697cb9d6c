import { memo, useEffect, useMemo, useRef, useState } from 'react'
import { formatCount } from '../../lib/format.ts'
import { headingStyle } from '../../lib/heading-style.ts'
import { i18n, useT } from '../../lib/i18n.ts'
import { inChinese } from '../../lib/period.ts'
import { Button } from '../../ui/button.tsx'
import { Icon } from '../../ui/icon.tsx'
import { type CleanLine, type PreviewGroup, previewGroups, previewRow, type RawPiece } from './model/preview-rows.ts'
import { type MarkedRange, segmentLine } from './model/segments.ts'
import type { Entry, Reading } from './queue.ts'
import { WarningLines } from './warning-lines.tsx'

type Warning = Reading['warnings'][number]
/** Rows drawn at first, and each time the end comes near: a long report must not delay its first page. */
const BATCH = 60
/** A run of dropped lines longer than this (a table of contents) shows its first ones and opens on demand. */
const FOLD_FROM = 8
const FOLD_TO = 4
/** Lines longer than a column of a newspaper or a page of print are paragraphs. */
const PARAGRAPH_LENGTH = 45

/** Whether most of the source stands in whole paragraphs rather than in short lines. */
function hasParagraphs(rawLines: readonly string[]): boolean {
  let [all, long] = [0, 0]
  for (const { length } of rawLines) {
    all += length
    if (length > PARAGRAPH_LENGTH) long += length
  }
  return 2 * long > all
}

/** One file in two columns that scroll as one: as found, and as cleaned, with every join and dropped line marked. */
export function Preview({ entry, reading }: { readonly entry: Entry; readonly reading: Reading }) {
  const t = useT()
  const rows = useMemo(() => previewGroups(reading), [reading])
  const paragraphs = useMemo(() => hasParagraphs(reading.rawLines), [reading.rawLines])
  const scroll = useRef<HTMLDivElement>(null)
  const [drawn, setDrawn] = useState(BATCH)
  const [jump, setJump] = useState<{ readonly row: number } | null>(null)
  useEffect(() => {
    if (!jump) return
    const row = scroll.current?.querySelector<HTMLElement>(`[data-row="${jump.row}"]`)
    row?.scrollIntoView({ block: 'center' })
    row?.querySelector<HTMLElement>('.clean-row')?.focus({ preventScroll: true })
  }, [jump])
  const show = (start: number) => {
    const row = rows.findIndex(({ lines }) =>
      lines.some((line) => line.start <= start && start <= line.start + line.text.length),
    )
    if (row < 0) return
    setDrawn((count) => Math.max(count, row + BATCH))
    setJump({ row })
  }
  return (
    <section className={paragraphs ? 'preview paragraphs' : 'preview'} aria-label={t('import:preview.label')}>
      <WarningLines entry={entry} reading={reading} onShow={show} />
      <Heads reading={reading} />
      <div
        ref={scroll}
        className={entry.recleaning ? 'preview-scroll busy' : 'preview-scroll'}
        aria-busy={entry.recleaning}
        role="region"
        aria-label={t('import:preview.columns')}
        tabIndex={0}
        onScroll={({ currentTarget: box }) => {
          if (drawn < rows.length && box.scrollTop + 3 * box.clientHeight > box.scrollHeight) setDrawn(drawn + BATCH)
        }}
      >
        {rows.slice(0, drawn).map((group, index) => (
          <Row
            key={`${group.from}-${group.lines[0]?.start ?? 'x'}`}
            group={group}
            rawLines={reading.rawLines}
            index={index}
            warnings={reading.warnings}
          />
        ))}
      </div>
    </section>
  )
}

function Heads({ reading }: { readonly reading: Reading }) {
  const t = useT()
  return (
    <div className="preview-heads preview-grid">
      <div>
        <b>{t('import:preview.raw')}</b>
        <span className="sm mut">
          {t('import:preview.rawCount', {
            formatted: formatCount(reading.rawLines.length),
            count: reading.rawLines.length,
          })}
        </span>
      </div>
      <div>
        <Icon name="arrow-right" />
      </div>
      <div>
        <b>{t('import:preview.clean')}</b>
        <span className="sm mut">
          {t('import:preview.cleanCount', {
            formatted: formatCount(reading.blocks.length),
            count: reading.blocks.length,
          })}
        </span>
        <span className="sp" />
        <span className="preview-legend wide">
          <i className="join" />
          {t('import:preview.join')}
          <i className="touched">{t('import:preview.dots')}</i>
          {t('import:preview.touched')}
        </span>
      </div>
    </div>
  )
}

const Row = memo(function Row(props: {
  readonly group: PreviewGroup
  readonly rawLines: readonly string[]
  readonly index: number
  readonly warnings: readonly Warning[]
}) {
  const { group, rawLines, index, warnings } = props
  const t = useT()
  const row = useMemo(() => previewRow(rawLines, group), [rawLines, group])
  const [open, setOpen] = useState(false)
  const dropped = row.clean.length === 0
  const shown = dropped && !open && row.raw.length > FOLD_FROM ? row.raw.slice(0, FOLD_TO) : row.raw
  const folded = row.raw.length - shown.length
  const written = row.raw.filter(({ fate }) => fate !== 'blank')
  return (
    <div className="preview-row preview-grid" data-row={index}>
      <div className="raw" lang="zh-CN">
        {shown.map((piece) => (
          <RawLine key={piece.index} piece={piece} />
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
          <CleanText key={line.start} line={line} warnings={warnings} />
        ))}
        {dropped && written.length > 0 && (
          <p className="clean-gone">
            {t('import:preview.gone', {
              count: written.length,
              characters: formatCount(written.reduce((sum, { text }) => sum + text.replace(/\s/g, '').length, 0)),
            })}
          </p>
        )}
      </div>
    </div>
  )
})

function RawLine({ piece }: { readonly piece: RawPiece }) {
  const t = useT()
  const { index, text, fate, removed } = piece
  const segments = segmentLine(
    text,
    removed.map((range) => ({ ...range, kind: 'removed' as const })),
  )
  return (
    <div className={`raw-line raw-${fate}`} data-n={index + 1}>
      {segments.map((segment) =>
        segment.kinds.length > 0 ? (
          <i key={segment.start}>{segment.text.trim() === '' ? '·'.repeat(segment.text.length) : segment.text}</i>
        ) : (
          segment.text
        ),
      )}
      {fate === 'joined' && <span className="raw-join" aria-label={t('import:preview.join')} role="img" />}
      {fate === 'dropped' && <span className="raw-label">{t('import:preview.dropped')}</span>}
    </div>
  )
}

function kindName(line: CleanLine): 'title' | 'paragraph' | 'item' | 'table-row' | 'note' | 'heading' {
  return line.block.kind
}

function CleanText({ line, warnings }: { readonly line: CleanLine; readonly warnings: readonly Warning[] }) {
  const t = useT()
  const end = line.start + line.text.length
  const own = warnings.filter(
    (warning) => warning.start !== undefined && warning.start < end && (warning.end ?? warning.start) > line.start,
  )
  const ranges: MarkedRange<'touched' | 'warned'>[] = [
    ...line.touched.map((range) => ({ ...range, kind: 'touched' as const })),
    ...own.map((warning) => ({
      start: Math.max(0, (warning.start ?? 0) - line.start),
      end: Math.min(line.text.length, (warning.end ?? warning.start ?? 0) - line.start),
      kind: 'warned' as const,
    })),
  ]
  const broken = own.some(({ code }) => code === 'truncated')
  const { kind, level } = line.block
  const name =
    kind === 'heading'
      ? t('import:block.heading', { level: i18n.language === 'zh-CN' ? inChinese(level) : level })
      : t(`import:block.${kindName(line) as 'title'}`)
  return (
    <div className={`clean clean-${headingStyle(line.block) ?? kind} ${broken ? 'clean-broken' : ''}`}>
      <span className="clean-kind">{name}</span>
      <p lang="zh-CN">
        {segmentLine(line.text, ranges, line.joins).map((segment) => (
          <span key={segment.start} className={segment.kinds.join(' ') || undefined}>
            {line.joins.includes(segment.start) && (
              <i className="join" role="img" aria-label={t('import:preview.join')} />
            )}
            {segment.text}
          </span>
        ))}
      </p>
    </div>
  )
}
