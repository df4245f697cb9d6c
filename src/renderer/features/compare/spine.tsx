import { type CSSProperties, memo, useMemo, useState } from 'react'
import { useT } from '../../lib/i18n.ts'
import { Icon, type IconName } from '../../ui/icon.tsx'
import { KindTag, TAG_CLASS } from '../../ui/kind-tag.tsx'
import { useCompare, useController } from './compare-context.ts'
import { moveLines, type SpineRow, spineRows } from './model/spine-rows.ts'
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

/** Between the panes: what each row is, how its sides hang together, and what to do with the row in hand. */
export function Spine() {
  const t = useT()
  const { panes } = useController()
  const { model, filters, visual, decisions, current } = useCompare((state) => ({
    model: state.model,
    filters: state.filters,
    visual: state.visual,
    decisions: state.decisions,
    current: state.current,
    geometry: state.geometry,
  }))
  const lines = useMemo(() => (model ? moveLines(model, filters, visual) : []), [model, filters, visual])
  const shown = panes?.rowsToDraw() ?? { from: 0, to: 0 }
  const rows = model ? spineRows({ model, filters, visual, decisions }, shown.from, shown.to) : []
  return (
    <div
      className="cmp-spine"
      role="group"
      aria-label={t('compare:spine.label')}
      tabIndex={-1}
      onKeyDown={(event) => moveRovingFocus(event, '.tagbtn')}
    >
      {panes &&
        lines
          .filter((line) => line.to >= shown.from && line.from < shown.to)
          .map((line) => {
            const top = panes.geometry(line.from).top + MIDDLE
            const height = panes.geometry(line.to).top + MIDDLE - top
            const style = { top, height, left: 3 + line.lane * 4, width: 11 - line.lane * 4 }
            return <i key={`${line.from}-${line.to}`} className="mvline" style={style} />
          })}
      {panes &&
        rows.map((row) => {
          const { top, height, left, right } = panes.geometry(row.visual)
          if (row.fold) return <Unfold key={row.visual} display={row.display} top={top} />
          if (!row.tag) return null
          return (
            <SpineRowView
              key={row.visual}
              {...row}
              inHand={row.display === current}
              top={top}
              height={height}
              left={left}
              right={right}
              splitLeft={bracketHeight(panes.paragraphTops('left', row.visual))}
              splitRight={bracketHeight(panes.paragraphTops('right', row.visual))}
            />
          )
        })}
    </div>
  )
}

/** From the first to the last paragraph of one side of a row; 0 for a single one. */
function bracketHeight(tops: readonly number[]): number {
  return (tops.at(-1) ?? 0) - (tops[0] ?? 0)
}

const Unfold = memo(function Unfold({ display, top }: { readonly display: number; readonly top: number }) {
  const t = useT()
  const { moving } = useController()
  return (
    <button
      type="button"
      className="unfold"
      style={{ top }}
      title={t('compare:spine.unfold')}
      aria-label={t('compare:spine.unfold')}
      onClick={(event) => moving.openFold(display, event.altKey)}
    >
      <Icon name="unfold" />
    </button>
  )
})

/** All plain values: after every comparison a row is another object, but hardly ever another row. */
interface SpineRowProps extends SpineRow {
  readonly inHand: boolean
  readonly top: number
  readonly height: number
  readonly left: number
  readonly right: number
  readonly splitLeft: number
  readonly splitRight: number
}

/** One changed row. Drawn again only when something of it changed: scrolling changes nothing, nor does typing elsewhere. */
const SpineRowView = memo(function SpineRowView(props: SpineRowProps) {
  const { tag, inHand, top, height, left, right, splitLeft, splitRight } = props
  const [near, setNear] = useState(false)
  if (!tag) return null
  const bar = (whole: number): CSSProperties => ({ top: INSET, height: Math.max(0, whole - 2 * INSET) })
  const classes = ['srow', TAG_CLASS[tag], inHand ? 'cur' : '', height < TALL ? 'low' : '']
  return (
    <div
      className={classes.filter(Boolean).join(' ')}
      style={{ top }}
      onMouseEnter={() => setNear(true)}
      onMouseLeave={() => setNear(false)}
    >
      {left > 0 && <i className="bar l" style={bar(left)} />}
      {right > 0 && <i className="bar r" style={bar(right)} />}
      {left > 0 && <i className="join l" />}
      {right > 0 && <i className="join r" />}
      {splitLeft > 0 && <i className="split left" style={{ height: splitLeft }} />}
      {splitRight > 0 && <i className="split right" style={{ height: splitRight }} />}
      <TagButton row={props} inHand={inHand} />
      {(inHand || near) && <RowActions row={props} />}
    </div>
  )
})

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
