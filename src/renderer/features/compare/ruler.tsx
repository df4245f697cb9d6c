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

/** The whole text beside the scroll bar: where it changed, and where the screen is. */
export function Ruler({ scroller }: { readonly scroller: RefObject<HTMLDivElement | null> }) {
  const t = useT()
  const marks = useMarks()
  useCompare(({ geometry }) => geometry)
  const { scrollTop = 0, scrollHeight = 1, clientHeight = 1 } = scroller.current ?? {}
  const percent = (value: number) => `${(value / Math.max(1, scrollHeight)) * 100}%`
  const scrollTo = (event: PointerEvent<HTMLDivElement>) => {
    const box = event.currentTarget.getBoundingClientRect()
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
      {marks.map(({ top, kind, key }) => (
        <i key={key} className={kind} style={{ top: percent(top) }} />
      ))}
      {scrollHeight > clientHeight && <u style={{ top: percent(scrollTop), height: percent(clientHeight) }} />}
    </div>
  )
}

function useMarks() {
  const { panes } = useController()
  const { model, filters, visual, layout } = useCompare((state) => ({
    model: state.model,
    filters: state.filters,
    visual: state.visual,
    layout: state.layout,
  }))
  return useMemo(() => {
    if (!model || !panes || layout < 0) return []
    return shownItems(model, filters).map((item) => ({
      key: item.display,
      kind: MARK[item.tag],
      top: panes.geometry(visual.ofDisplay[item.display] ?? 0).top,
    }))
  }, [model, filters, visual, panes, layout])
}
