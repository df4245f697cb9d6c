import { type CSSProperties, useMemo } from 'react'
import { useT } from '../../lib/i18n.ts'
import { Icon, type IconName } from '../../ui/icon.tsx'
import { KindTag, TAG_CLASS } from '../../ui/kind-tag.tsx'
import { useCompare, useController } from './compare-context.ts'
import { type MoveLine, moveLines, type SpineRow, spineRows } from './model/spine-rows.ts'
import { moveRovingFocus } from './roving-focus.ts'

const BADGE: Readonly<Record<NonNullable<SpineRow['status']>, IconName>> = {
  accepted: 'check',
  rejected: 'cross',
  pending: 'ask',
}
/** From the top of a row to the middle of its first line. */
const MIDDLE = 20
/** A row as high as this has room for its actions one below the other. */
const TALL = 112
/** Bars stand this far inside the row. */
const INSET = 9

function useSpine() {
  const { model, filters, visual, decisions } = useCompare((state) => ({
    model: state.model,
    filters: state.filters,
    visual: state.visual,
    decisions: state.decisions,
  }))
  return useMemo(
    () => ({
      rows: model ? spineRows(model, filters, visual, decisions) : [],
      lines: model ? moveLines(model, filters, visual) : [],
    }),
    [model, filters, visual, decisions],
  )
}

/** Between the panes: what each row is, how its sides hang together, and what to do with the row in hand. */
export function Spine() {
  const t = useT()
  const { panes } = useController()
  const { rows, lines } = useSpine()
  const { current } = useCompare(({ current, geometry }) => ({ current, geometry }))
  const shown = panes?.rowsToDraw() ?? { from: 0, to: 0 }
  return (
    <div
      className="cmp-spine"
      role="group"
      aria-label={t('compare:spine.label')}
      tabIndex={-1}
      onKeyDown={(event) => moveRovingFocus(event, '.tagbtn')}
    >
      {lines
        .filter((line) => line.to >= shown.from && line.from < shown.to)
        .map((line) => (
          <MoveLineView key={`${line.from}-${line.to}`} line={line} />
        ))}
      {rows.slice(shown.from, shown.to).map((row) => (
        <SpineRowView key={row.visual} row={row} inHand={row.display === current} />
      ))}
    </div>
  )
}

function MoveLineView({ line }: { readonly line: MoveLine }) {
  const { panes } = useController()
  if (!panes) return null
  const top = panes.geometry(line.from).top + MIDDLE
  const height = panes.geometry(line.to).top + MIDDLE - top
  return <i className="mvline" style={{ top, height, left: 3 + line.lane * 4, width: 11 - line.lane * 4 }} />
}

function SpineRowView({ row, inHand }: { readonly row: SpineRow; readonly inHand: boolean }) {
  const t = useT()
  const { panes, moving } = useController()
  if (!panes) return null
  const { top, height, left, right } = panes.geometry(row.visual)
  if (row.fold) {
    return (
      <button
        type="button"
        className="unfold"
        style={{ top }}
        title={t('compare:spine.unfold')}
        aria-label={t('compare:spine.unfold')}
        onClick={(event) => moving.openFold(row.display, event.altKey)}
      >
        <Icon name="unfold" />
      </button>
    )
  }
  if (!row.tag) return null
  const bar = (height: number): CSSProperties => ({ top: INSET, height: Math.max(0, height - 2 * INSET) })
  return (
    <div
      className={['srow', TAG_CLASS[row.tag], inHand ? 'cur' : '', height < TALL ? 'low' : '']
        .filter(Boolean)
        .join(' ')}
      style={{ top }}
    >
      {left > 0 && <i className="bar l" style={bar(left)} />}
      {right > 0 && <i className="bar r" style={bar(right)} />}
      {left > 0 && <i className="join l" />}
      {right > 0 && <i className="join r" />}
      <Brackets row={row} />
      <TagButton row={row} inHand={inHand} />
      <RowActions row={row} />
    </div>
  )
}

/** 拆 and 并: a bracket from the tag to each further paragraph. */
function Brackets({ row }: { readonly row: SpineRow }) {
  const { panes } = useController()
  if (!panes) return null
  const sides = (['left', 'right'] as const).flatMap((side) => {
    const tops = panes.paragraphTops(side, row.visual)
    const last = tops.at(-1)
    return tops.length > 1 && last !== undefined ? [{ side, height: last - (tops[0] ?? 0) }] : []
  })
  return sides.map(({ side, height }) => <i key={side} className={`split ${side}`} style={{ height }} />)
}

function TagButton({ row, inHand }: { readonly row: SpineRow; readonly inHand: boolean }) {
  const t = useT()
  const { moving } = useController()
  if (!row.tag) return null
  const kind = t(`common:kind.${row.tag}`)
  const decided = row.status ? t(`compare:spine.decided.${row.status}`) : ''
  return (
    <button
      type="button"
      className="tagbtn"
      tabIndex={inHand ? 0 : -1}
      aria-current={inHand}
      aria-label={[t('compare:spine.row', { number: row.number, kind }), decided]
        .filter(Boolean)
        .join(t('compare:comma'))}
      onClick={() => moving.take(row.display)}
    >
      <KindTag kind={row.tag} ghost={row.ghost}>
        {row.approximated && <span className="approx">≈</span>}
        {row.status && (
          <span className="badge">
            <Icon name={BADGE[row.status]} />
          </span>
        )}
      </KindTag>
    </button>
  )
}

/** Shown on the row in hand, and on any other while the pointer is on its tag. */
function RowActions({ row }: { readonly row: SpineRow }) {
  const t = useT()
  const controller = useController()
  const decide = (status: 'accepted' | 'rejected') => {
    controller.moving.take(row.display)
    void controller.reviewing.decideQuickly(row.display, status)
  }
  if (row.ghost) return null
  return (
    <div className="acts">
      <Action
        icon="arrow-right"
        label={`${t('compare:spine.take')} Alt+→`}
        onClick={() => controller.takeBaseline(row.display)}
      />
      <Action
        icon="check"
        label={t('compare:spine.accept')}
        on={row.status === 'accepted'}
        onClick={() => decide('accepted')}
      />
      <Action
        icon="cross"
        label={t('compare:spine.reject')}
        on={row.status === 'rejected'}
        onClick={() => decide('rejected')}
      />
    </div>
  )
}

function Action(props: {
  readonly icon: IconName
  readonly label: string
  readonly on?: boolean
  readonly onClick: () => void
}) {
  return (
    <button
      type="button"
      className={props.on ? 'act on' : 'act'}
      title={props.label}
      aria-label={props.label}
      aria-pressed={props.on}
      onClick={props.onClick}
    >
      <Icon name={props.icon} />
    </button>
  )
}

/** What lies under the text: empty cells, and the row in hand over all three columns. */
export function Underlay() {
  const { panes } = useController()
  const { visual, model, current } = useCompare(({ visual, model, current, geometry }) => ({
    visual,
    model,
    current,
    geometry,
  }))
  const shown = panes?.rowsToDraw() ?? { from: 0, to: 0 }
  if (!panes || !model) return null
  const rows = visual.rows.slice(shown.from, shown.to).map((row, index) => ({ ...row, visual: shown.from + index }))
  const inHand = current === null ? undefined : visual.ofDisplay[current]
  return (
    <>
      {rows.map(({ display, fold, visual }) => {
        const row = model.rows[display]
        const { top, height } = panes.geometry(visual)
        const style = { top, height }
        if (fold || !row || (row.left && row.right)) return null
        return <i key={visual} className={row.left ? 'gap right' : 'gap left'} style={style} />
      })}
      {inHand !== undefined && inHand >= shown.from && inHand < shown.to && (
        <i className="in-hand" style={{ top: panes.geometry(inHand).top, height: panes.geometry(inHand).height }} />
      )}
    </>
  )
}
