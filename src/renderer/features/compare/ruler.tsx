import { type PointerEvent, type RefObject, useMemo } from 'react'
import { useT } from '../../lib/i18n.ts'
import { useCompare, useController } from './compare-context.ts'
import type { ChangeItem } from './model/change-items.ts'
import { shownItems } from './model/view-model.ts'

const MARK: Readonly<Record<ChangeItem['tag'], string>> = {
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
  return useMemo(() => {
    if (!model || !panes || layout < 0) return null
    const seen = new Set<string>()
    return shownItems(model, filters).flatMap((item) => {
      const { top } = panes.geometry(visual.ofDisplay[item.display] ?? 0)
      const step = Math.round((top / Math.max(1, panes.totalHeight)) * STEPS)
      const key = `${MARK[item.tag]}${step}`
      if (seen.has(key)) return []
      seen.add(key)
      return [<i key={key} className={MARK[item.tag]} style={{ top: `${(step / STEPS) * 100}%` }} />]
    })
  }, [model, filters, visual, panes, layout])
}
