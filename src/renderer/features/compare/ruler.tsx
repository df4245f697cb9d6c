import { type PointerEvent, type RefObject, useMemo } from 'react'
import { useT } from '../../lib/i18n.ts'
import { useCompare, useController } from './compare-context.ts'
import type { ChangeItem } from './model/change-items.ts'
import { shownItems } from './model/view-model.ts'

type Line = 'chg' | 'ins' | 'del' | 'mov'

/** Insertions stand on the right of the ruler, deletions on its left, as in the panes; everything else over its width. */
const LINES: readonly { readonly line: Line; readonly from: number; readonly width: number }[] = [
  { line: 'chg', from: 0, width: 1 },
  { line: 'ins', from: 0.6, width: 0.4 },
  { line: 'del', from: 0, width: 0.4 },
  { line: 'mov', from: 0, width: 1 },
]

const MARK: Readonly<Record<ChangeItem['tag'], Line | 'tgt'>> = {
  target: 'tgt',
  changed: 'chg',
  inserted: 'ins',
  deleted: 'del',
  moved: 'mov',
  split: 'chg',
  merged: 'chg',
}

/** Marks closer than this part of the whole stand on the same pixel. */
const STEPS = 1000

/** The whole text beside the panes: where it changed, and where the screen is. */
export function Ruler({ scroller }: { readonly scroller: RefObject<HTMLDivElement | null> }) {
  const t = useT()
  const scrollTo = (event: PointerEvent<HTMLDivElement>) => {
    const box = event.currentTarget.getBoundingClientRect()
    const { scrollHeight, clientHeight } = scroller.current ?? { scrollHeight: 0, clientHeight: 0 }
    const at = (event.clientY - box.top) / box.height
    scroller.current?.scrollTo({ top: at * scrollHeight - clientHeight / 2, behavior: 'instant' })
  }
  return (
    <div
      className="cmp-ruler"
      role="img"
      aria-label={t('compare:ruler')}
      title={t('compare:ruler')}
      onPointerDown={(event) => {
        event.currentTarget.setPointerCapture(event.pointerId)
        scrollTo(event)
      }}
      onPointerMove={(event) => event.buttons === 1 && scrollTo(event)}
    >
      <Marks />
      <Screen />
    </div>
  )
}

/** The part of the text that is on the screen. */
function Screen() {
  const { panes } = useController()
  useCompare(({ geometry }) => geometry)
  if (!panes || panes.totalHeight <= panes.window.height) return null
  const percent = (value: number) => `${(value / panes.totalHeight) * 100}%`
  return <u style={{ top: percent(panes.window.top), height: percent(panes.window.height) }} />
}

function Marks() {
  const { panes } = useController()
  const { model, filters, visual, layout } = useCompare((state) => ({
    model: state.model,
    filters: state.filters,
    visual: state.visual,
    layout: state.layout,
  }))
  const steps = useMemo(() => {
    const found = {
      tgt: new Set<number>(),
      chg: new Set<number>(),
      ins: new Set<number>(),
      del: new Set<number>(),
      mov: new Set<number>(),
    }
    if (!model || !panes || layout < 0) return found
    for (const item of shownItems(model, filters)) {
      const { top } = panes.geometry(visual.ofDisplay[item.display] ?? 0)
      found[MARK[item.tag]].add(Math.round((top / Math.max(1, panes.totalHeight)) * STEPS))
    }
    return found
  }, [model, filters, visual, panes, layout])
  // One path for each kind: a rewritten plan has a thousand marks, all of them drawn again while someone types.
  return (
    <>
      <svg viewBox={`0 0 1 ${STEPS}`} preserveAspectRatio="none" aria-hidden="true">
        {LINES.map(({ line, from, width }) => {
          const path = Array.from(steps[line], (step) => `M${from} ${step}h${width}`).join('')
          // A move is hollow: the same line again, thinner, in the colour of the ground.
          return line === 'mov' ? (
            <g key={line}>
              <path className="mov" d={path} />
              <path className="hollow" d={path} />
            </g>
          ) : (
            <path key={line} className={line} d={path} />
          )
        })}
      </svg>
      {Array.from(steps.tgt, (step) => (
        <i key={step} className="tgt" style={{ top: `${(step / STEPS) * 100}%` }} />
      ))}
    </>
  )
}
