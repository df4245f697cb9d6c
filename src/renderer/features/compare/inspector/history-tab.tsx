import { useEffect, useRef } from 'react'
import type { PastPassage } from '../../../../shared/comparison/passage-history.ts'
import { useT } from '../../../lib/i18n.ts'
import { Button } from '../../../ui/button.tsx'
import { useCompare, useController } from '../compare-context.ts'
import type { Baseline } from '../model/baselines.ts'
import { createLineIndex } from '../model/line-index.ts'
import { sectionNumbers } from '../model/place-words.ts'
import type { ViewModel } from '../model/view-model.ts'
import { useBaselineNames } from '../use-baseline-names.ts'
import { HistoryScale } from './history-scale.tsx'
import { PastEntry } from './past-entry.tsx'

/** 历次表述: what each baseline says in place of the block in hand, oldest first, and last what the draft says. */
export function HistoryTab() {
  const t = useT()
  const { model, history, current } = useCompare(({ model, history, current }) => ({ model, history, current }))
  if (!model || current === null) return <p className="none mut">{t('compare:history.nothing')}</p>
  if (!history.block)
    return history.status === 'idle' && model.rows[current]?.right ? null : (
      <p className="none mut">{t('compare:history.deleted')}</p>
    )
  return (
    <>
      <Head model={model} display={current} />
      <HistoryScale />
      <Entries model={model} />
      <Asking />
      <p className="mut sm legend">{t('compare:history.legend')}</p>
    </>
  )
}

function Head({ model, display }: { readonly model: ViewModel; readonly display: number }) {
  const t = useT()
  const { moving } = useController()
  const start = useCompare((state) => state.history.block?.start ?? 0)
  const number = createLineIndex(model.comparison.right.text)(start)
  const own = model.rows[display]?.right !== null
  return (
    <div className="pos">
      {!own && <span>{t('compare:history.viaRelated', { number })}</span>}
      <span className="sp" />
      <button type="button" className="link" onClick={() => moving.goTo(display)}>
        {[own && sectionNumbers(model, display), t('compare:place.paragraph', { number })].filter(Boolean).join(' ')}
      </button>
    </div>
  )
}

function Entries({ model }: { readonly model: ViewModel }) {
  const t = useT()
  const names = useBaselineNames()
  const { baselines, history, left } = useCompare(({ baselines, history, left }) => ({ baselines, history, left }))
  const list = useRef<HTMLOListElement>(null)
  const start = history.block?.start
  // Another block begins at its first baseline.
  useEffect(() => {
    if (start !== undefined) list.current?.closest('.facts')?.scrollTo(0, 0)
  }, [start])
  const passageOf = ({ version }: Baseline): PastPassage | 'failed' | null =>
    history.said.get(version.id) ?? (history.failed.has(version.id) ? 'failed' : null)
  return (
    <ol className="past" ref={list} aria-label={t('compare:history.label')}>
      {baselines.map((baseline) => (
        <PastEntry
          key={`${baseline.version.id} ${start}`}
          baseline={baseline}
          name={names.get(baseline.version.id) ?? ''}
          passage={passageOf(baseline)}
          onLeft={baseline.version.id === left?.versionId}
        />
      ))}
      <li className="now">
        <div className="who">
          <b>{t('compare:history.now')}</b>
        </div>
        <p className="words">
          {history.block && model.comparison.right.text.slice(history.block.start, history.block.end)}
        </p>
      </li>
    </ol>
  )
}

/** How far looking up has come, and how to end it or begin it again. */
function Asking() {
  const t = useT()
  const { history: keeper } = useController()
  const { status, done, total } = useCompare(({ history, baselines }) => ({
    status: history.status,
    done: history.said.size + history.failed.size,
    total: baselines.length,
  }))
  if (status === 'idle' || status === 'done') return null
  const asking = status === 'asking'
  return (
    <div className={asking ? 'asking' : 'asking bad'} role="status">
      <span>{asking ? t('compare:history.asking', { done, total }) : t(`compare:history.${status}`)}</span>
      <Button size="small" onClick={() => (asking ? keeper.cancel() : keeper.again())}>
        {t(asking ? 'common:cancel' : 'compare:history.again')}
      </Button>
    </div>
  )
}
