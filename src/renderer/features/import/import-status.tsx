import { useT } from '../../lib/i18n.ts'
import { removeEntry, useQueue } from './queue.ts'

/** What is being read now, and how to stop it. */
export function ImportStatus() {
  const t = useT()
  const entry = useQueue(({ entries }) => entries.find(({ state }) => state === 'reading'))
  const arriving = useQueue((state) => state.arriving)
  if (arriving) {
    const { label, done, total } = arriving
    return (
      <span>
        {t('import:status.reading', { name: label })} {done}/{total}
      </span>
    )
  }
  if (!entry) return null
  const { progress } = entry
  const percent = progress && progress.total > 0 ? ` ${Math.round((100 * progress.done) / progress.total)}%` : ''
  return (
    <>
      <span>
        {t('import:status.reading', { name: entry.name })}
        {percent}
      </span>
      <button type="button" className="link" onClick={() => removeEntry(entry.key)}>
        {t('common:cancel')}
      </button>
    </>
  )
}
