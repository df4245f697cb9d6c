import { useT } from '../../lib/i18n.ts'
import { Button, IconButton } from '../../ui/button.tsx'
import { Select } from '../../ui/select.tsx'
import { clearQueue, type Entry, type EntryState, selectEntry } from './queue.ts'

const COUNTED: readonly EntryState[] = ['saved', 'ready', 'reading', 'waiting', 'failed']

/** How many files there are and how far each is; on a narrow window also which one is shown. */
export function ImportBar(props: {
  readonly entries: readonly Entry[]
  readonly selected: number | null
  readonly onBack: () => void
}) {
  const { entries, selected, onBack } = props
  const t = useT()
  const counts = COUNTED.map((state) => ({
    state,
    count: entries.filter((entry) => (entry.state === 'saving' ? 'ready' : entry.state) === state).length,
  })).filter(({ count }) => count > 0)
  return (
    <header className="import-bar">
      <IconButton icon="left" label={t('common:back')} onClick={onBack} />
      <h1>{entries.length === 0 ? t('import:title') : t('import:titleCount', { count: entries.length })}</h1>
      {entries.length > 1 && (
        <Select
          className="narrow-queue"
          aria-label={t('import:queue')}
          value={selected}
          options={entries.map((entry) => ({ value: entry.key, label: entry.name }))}
          onChange={selectEntry}
        />
      )}
      <span className="sp" />
      <span className="sm mut wide">
        {counts.map(({ state, count }) => `${t(`import:count.${state as 'ready'}`)} ${count}`).join('　')}
      </span>
      {entries.length > 0 && <Button onClick={clearQueue}>{t('import:cancelAll')}</Button>}
    </header>
  )
}
