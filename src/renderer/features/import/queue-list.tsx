import { errorMessage } from '../../lib/errors.ts'
import { formatCount } from '../../lib/format.ts'
import { useT } from '../../lib/i18n.ts'
import { Button, IconButton } from '../../ui/button.tsx'
import { Icon, type IconName } from '../../ui/icon.tsx'
import { type Entry, removeEntry, selectEntry, setPasting } from './queue.ts'

/** The files on their way in, in the order they came. */
export function QueueList(props: {
  readonly entries: readonly Entry[]
  readonly selected: number | null
  readonly onChooseFiles: () => void
}) {
  const { entries, selected, onChooseFiles } = props
  const t = useT()
  return (
    <aside className="queue" aria-label={t('import:queue')}>
      <h2 className="queue-head">
        {t('import:queue')}
        <span className="sp" />
        <span className="num">{entries.length}</span>
      </h2>
      <ul className="queue-list">
        {entries.map((entry) => (
          <QueueItem key={entry.key} entry={entry} selected={entry.key === selected} />
        ))}
      </ul>
      <div className="queue-drop">
        <p>
          <Icon name="import" />
          {t('import:dropMore')}
        </p>
        <div>
          <Button size="small" icon="file" onClick={onChooseFiles}>
            {t('common:drop.choose')}
          </Button>
          <Button size="small" icon="paste" onClick={() => setPasting(true)}>
            {t('common:drop.paste')}
          </Button>
        </div>
      </div>
    </aside>
  )
}

function look(entry: Entry): { readonly icon: IconName; readonly className: string } {
  if (entry.state === 'saved') return { icon: 'check', className: 'ok' }
  if (entry.state === 'failed') return { icon: 'cross', className: 'bad' }
  const warned = (entry.reading?.warnings.length ?? 0) > 0 || entry.reading?.duplicateOf
  return { icon: warned ? 'warn' : 'file', className: '' }
}

function QueueItem({ entry, selected }: { readonly entry: Entry; readonly selected: boolean }) {
  const t = useT()
  const { icon, className } = look(entry)
  const { progress } = entry
  return (
    <li className={`queue-item ${className} ${selected ? 'on' : ''}`}>
      <button
        type="button"
        className="queue-pick"
        aria-current={selected ? 'true' : undefined}
        title={entry.name}
        onClick={() => selectEntry(entry.key)}
      >
        <Icon name={icon} />
        <b>{entry.name}</b>
        <small>{useStateText(entry)}</small>
        {entry.state === 'reading' && (
          <span
            className={progress ? 'thin-bar' : 'thin-bar wait'}
            role="progressbar"
            aria-label={t('import:state.reading')}
            aria-valuenow={
              progress && progress.total > 0 ? Math.round((100 * progress.done) / progress.total) : undefined
            }
          >
            <u style={progress && progress.total > 0 ? { width: `${(100 * progress.done) / progress.total}%` } : {}} />
          </span>
        )}
      </button>
      {entry.state !== 'saved' && entry.state !== 'saving' && (
        <IconButton
          icon="cross"
          label={t('import:take', { name: entry.name })}
          onClick={() => removeEntry(entry.key)}
        />
      )}
    </li>
  )
}

function useStateText(entry: Entry): string {
  const t = useT()
  const { state, reading, error, progress } = entry
  switch (state) {
    case 'waiting':
      return t('import:state.waiting')
    case 'reading':
      return progress?.label || t('import:state.reading')
    case 'saving':
      return t('import:state.saving')
    case 'saved':
      return `${t('import:state.saved')}　${t('common:characters', { formatted: formatCount(reading?.text.length ?? 0) })}`
    case 'failed':
      return error ? errorMessage(error) : ''
    default: {
      const warnings = reading?.warnings.length ?? 0
      return warnings > 0
        ? `${t('import:state.ready')}　${t('import:warnings', { count: warnings })}`
        : t('import:state.ready')
    }
  }
}
