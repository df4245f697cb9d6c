import { formatTime } from '../../lib/format.ts'
import { useT } from '../../lib/i18n.ts'
import { useFields } from '../../lib/same-fields.ts'
import { useSettings } from '../../lib/settings.ts'
import { Icon } from '../../ui/icon.tsx'
import type { CompareStore } from './compare-state.ts'
import { placeOfRow } from './model/place-words.ts'
import { shownItems } from './model/view-model.ts'

/** How exact the comparison is, how long it took, and where the reader is. Stands outside of the screen, so it is given the store. */
export function StatusLeft({ store }: { readonly store: CompareStore }) {
  const t = useT()
  const { model, milliseconds, busy, loaded, current, failed } = useFields(store, (state) => ({
    model: state.model,
    milliseconds: state.milliseconds,
    busy: state.busy,
    loaded: state.right !== null,
    current: state.current,
    failed: state.compareFailure !== null,
  }))
  if (failed) return <span className="amber">{t('compare:status.failed')}</span>
  if (!model) return <span>{t(loaded ? 'compare:status.comparing' : 'compare:status.reading')}</span>
  const rough = model.comparison.rows.filter((row) => !row.precise).length
  return (
    <>
      {rough === 0 ? (
        <span className="ok">
          <Icon name="check" small />
          {t('compare:status.precise', { count: model.comparison.right.blocks.length })}
        </span>
      ) : (
        <span className="amber">≈ {t('compare:status.approximated', { count: rough })}</span>
      )}
      <span>{busy ? t('compare:status.comparing') : t('compare:status.milliseconds', { count: milliseconds })}</span>
      {current !== null && <span className="ellipsis">{placeOfRow(model, current, t)}</span>}
    </>
  )
}

/** The counts, and whether what was typed is safe. */
export function StatusRight({ store }: { readonly store: CompareStore }) {
  const t = useT()
  const textSize = useSettings((state) => state.settings.textSize)
  const { model, filters, threads, status, savedAt, isDraft } = useFields(store, (state) => ({
    model: state.model,
    filters: state.filters,
    threads: state.threads,
    // What waits to be saved and what is being saved is one to the reader.
    status: state.save.status === 'waiting' ? 'saving' : state.save.status,
    savedAt: state.save.savedAt,
    isDraft: state.right?.ref.type === 'draft',
  }))
  return (
    <>
      {model && (
        <span className="wide">
          {t('compare:status.counts', {
            changes: shownItems(model, filters).length,
            targets: model.counts.targets,
            checks: model.findings.length,
            notes: threads.length,
          })}
        </span>
      )}
      {status === 'failed' && (
        <span className="amber" role="alert">
          {t('compare:status.saveFailed')}
        </span>
      )}
      {status === 'conflict' && <span className="amber">{t('compare:status.conflict')}</span>}
      {status === 'saving' && <span>{t('compare:status.saving')}</span>}
      {status === 'idle' && isDraft && savedAt && (
        <span>{t('compare:status.saved', { time: formatTime(savedAt) })}</span>
      )}
      <span>{Math.round((textSize / 16) * 100)}%</span>
    </>
  )
}
