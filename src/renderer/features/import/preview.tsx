import { type CSSProperties, useCallback, useEffect, useMemo, useRef } from 'react'
import { formatCount } from '../../lib/format.ts'
import { useT } from '../../lib/i18n.ts'
import { Icon } from '../../ui/icon.tsx'
import { guessHeight } from './model/guess-height.ts'
import type { Place } from './model/place.ts'
import { rowOfPlace } from './model/preview-place.ts'
import { type PreviewGroup, previewGroups } from './model/preview-rows.ts'
import { sourceWidth } from './model/source-width.ts'
import { NoticeLines } from './notice-lines.tsx'
import { PreviewRow } from './preview-row.tsx'
import type { Entry, Reading } from './queue.ts'
import { useDrawnRows } from './use-drawn-rows.ts'

/** One file in two columns that scroll as one: as found, and as cleaned, with every join and dropped line marked. */
export function Preview(props: {
  readonly entry: Entry
  readonly reading: Reading
  readonly place: Place | null
  readonly onShow: (place: Place) => void
}) {
  const { entry, reading, place, onShow } = props
  const t = useT()
  const rows = useMemo(() => previewGroups(reading), [reading])
  const characters = useMemo(() => sourceWidth(reading.rawLines), [reading.rawLines])
  const shown = useRef<Place | null>(null)
  const guess = useCallback((row: PreviewGroup) => guessHeight(row, characters), [characters])
  const { box, drawn, update, elementOf } = useDrawnRows(rows, guess)
  const pointed = useMemo(() => (place ? rowOfPlace(rows, place) : -1), [rows, place])
  const isDrawn = drawn.from <= pointed && pointed < drawn.to
  useEffect(() => {
    if (!place || pointed < 0 || shown.current === place) return
    // Not drawn yet: then it is, and this runs again.
    const row = elementOf(pointed)
    if (!isDrawn || !row) return
    shown.current = place
    const exact = row.querySelector<HTMLElement>('.pointed, .raw-pointed')
    ;(exact ?? row).scrollIntoView({ block: 'center' })
    row.querySelector<HTMLElement>('.clean-row')?.focus({ preventScroll: true })
  }, [place, pointed, isDrawn, elementOf])
  return (
    <section
      className={characters === null ? 'preview paragraphs' : 'preview'}
      style={characters === null ? undefined : ({ '--raw-characters': characters } as CSSProperties)}
      aria-label={t('import:preview.label')}
    >
      <NoticeLines entry={entry} reading={reading} onShow={onShow} />
      <Heads reading={reading} />
      {entry.recleaning && (
        <div className="thin-bar wait preview-busy" role="progressbar" aria-label={t('import:preview.busy')}>
          <u />
        </div>
      )}
      <div
        ref={box}
        className="preview-scroll"
        aria-busy={entry.recleaning}
        role="region"
        aria-label={t('import:preview.columns')}
        tabIndex={0}
        onScroll={update}
      >
        <div style={{ height: drawn.above }} />
        {rows.slice(drawn.from, drawn.to).map((group, at) => (
          <PreviewRow
            key={`${group.from}-${group.lines[0]?.start ?? 'x'}`}
            group={group}
            reading={reading}
            place={pointed === drawn.from + at ? place : null}
          />
        ))}
        <div style={{ height: drawn.below }} />
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
          {`　${reading.format.toUpperCase()}`}
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
