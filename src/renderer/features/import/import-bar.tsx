import { useT } from '../../lib/i18n.ts'
import { Button, IconButton } from '../../ui/button.tsx'
import { Icon } from '../../ui/icon.tsx'
import { type Entry, type EntryState, realEntries, useQueue } from './queue.ts'
import { plainEntries } from './save-all.ts'
import { stepEntry } from './step-entry.ts'
import { clearQueue } from './take-out.ts'

const COUNTED: readonly EntryState[] = ['saved', 'ready', 'reading', 'waiting', 'failed', 'skipped']

/** How many files there are and how far each is, what can be done to all of them; on a narrow window also which one is shown. */
export function ImportBar(props: {
  readonly entries: readonly Entry[]
  readonly selected: number | null
  /** The queue stands open over the preview (narrow windows only). */
  readonly listed: boolean
  readonly onList: () => void
  readonly onBack: () => void
  readonly onSaveAll: () => void
}) {
  const { entries, selected, listed, onList, onBack, onSaveAll } = props
  const t = useT()
  const savingAll = useQueue((state) => state.savingAll)
  const real = realEntries(entries)
  const plain = plainEntries(entries).length
  return (
    <header className="import-bar">
      <IconButton icon="left" label={t('common:back')} onClick={onBack} />
      <h1>{real.length === 0 ? t('import:title') : t('import:titleCount', { count: real.length })}</h1>
      <From entries={entries} />
      {real.length > 0 && <Narrow {...{ entries, selected, listed, onList }} />}
      <span className="sp" />
      <span className="sm mut wide">{useCounts(entries)}</span>
      {plain > 1 && !savingAll && (
        <Button icon="check" title={t('import:saveAll.hint')} onClick={onSaveAll}>
          {t('import:saveAll.button', { count: plain })}
        </Button>
      )}
      {entries.length > 0 && <Button onClick={clearQueue}>{t('import:cancelAll')}</Button>}
    </header>
  )
}

function useCounts(entries: readonly Entry[]): string {
  const t = useT()
  return COUNTED.map((state) => ({
    state,
    count: entries.filter((entry) => (entry.state === 'saving' ? 'ready' : entry.state) === state).length,
  }))
    .filter(({ count }) => count > 0)
    .map(({ state, count }) => `${t(`import:count.${state as 'ready'}`)} ${count}`)
    .join('　')
}

/** The folder or archive that the files came out of, where it is one. */
function From({ entries }: { readonly entries: readonly Entry[] }) {
  const t = useT()
  const tops = new Set(entries.map(({ folder }) => folder.split('/')[0] ?? ''))
  const [only] = tops
  if (tops.size !== 1 || !only) return null
  return <span className="mut sm ellipsis wide">{t('import:from', { folder: only })}</span>
}

/** Where the queue has no room of its own: which file is shown, the ones beside it, and the queue on demand. */
function Narrow(props: {
  readonly entries: readonly Entry[]
  readonly selected: number | null
  readonly listed: boolean
  readonly onList: () => void
}) {
  const { entries, selected, listed, onList } = props
  const t = useT()
  const real = realEntries(entries)
  const place = real.findIndex(({ key }) => key === selected)
  return (
    <div className="narrow-queue">
      <Button className="narrow-open" aria-expanded={listed} onClick={onList}>
        <span className="ellipsis">{real[place]?.name ?? t('import:queue')}</span>
        <span className="num">
          {place + 1}/{real.length}
        </span>
        <Icon name="down" />
      </Button>
      <IconButton
        icon="arrow-up"
        label={t('import:previousFile')}
        disabled={place <= 0}
        onClick={() => stepEntry(-1)}
      />
      <IconButton
        icon="arrow-down"
        label={t('import:nextFile')}
        disabled={place >= real.length - 1}
        onClick={() => stepEntry(1)}
      />
    </div>
  )
}
