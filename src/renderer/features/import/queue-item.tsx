import { memo } from 'react'
import { errorMessage } from '../../lib/errors.ts'
import { formatCount } from '../../lib/format.ts'
import { useT } from '../../lib/i18n.ts'
import { IconButton } from '../../ui/button.tsx'
import { Icon, type IconName } from '../../ui/icon.tsx'
import { type Entry, selectEntry } from './queue.ts'
import { removeEntry } from './take-out.ts'

function look(entry: Entry): { readonly icon: IconName; readonly className: string } {
  const { state, reading } = entry
  if (state === 'saved') return { icon: 'check', className: 'ok' }
  if (state === 'failed') return { icon: 'cross', className: 'bad' }
  const warned = reading && (reading.warnings.length > 0 || reading.duplicateOf || reading.nearDuplicateOf)
  return { icon: warned ? 'warn' : 'file', className: warned ? 'warned' : '' }
}

/** One file of the queue: its name, how far it is, and the way out. Drawn again only when it changes: there may be hundreds. */
export const QueueItem = memo(function QueueItem(props: {
  readonly entry: Entry
  readonly selected: boolean
  /** Whether Tab stops here; the arrows reach the others. */
  readonly reachable: boolean
  readonly onPicked: () => void
}) {
  const { entry, selected, reachable, onPicked } = props
  const t = useT()
  const { icon, className } = look(entry)
  return (
    <li className={`queue-item ${className} ${selected ? 'on' : ''}`}>
      <button
        type="button"
        className="queue-pick"
        tabIndex={reachable ? 0 : -1}
        aria-current={selected ? 'true' : undefined}
        title={entry.folder === '' ? entry.name : `${entry.folder}/${entry.name}`}
        onClick={() => {
          selectEntry(entry.key)
          onPicked()
        }}
      >
        <Icon name={icon} />
        <b>{entry.name}</b>
        <small>{useStateText(entry)}</small>
        {entry.state === 'reading' && <Bar progress={entry.progress} />}
      </button>
      {entry.state !== 'saved' && entry.state !== 'saving' && (
        <IconButton
          icon="cross"
          label={t('import:take', { name: entry.name })}
          tabIndex={reachable ? 0 : -1}
          onClick={() => removeEntry(entry.key)}
        />
      )}
    </li>
  )
})

function Bar({ progress }: { readonly progress: Entry['progress'] }) {
  const t = useT()
  const percent = progress && progress.total > 0 ? Math.round((100 * progress.done) / progress.total) : undefined
  return (
    <span
      className={percent === undefined ? 'thin-bar wait' : 'thin-bar'}
      role="progressbar"
      aria-label={t('import:state.reading')}
      aria-valuenow={percent}
    >
      <u style={percent === undefined ? {} : { width: `${percent}%` }} />
    </span>
  )
}

function useStateText(entry: Entry): string {
  const t = useT()
  const { state, reading, error, progress } = entry
  switch (state) {
    case 'waiting':
      return t('import:state.waiting')
    case 'reading':
      // Main's label is the file's own name: the page says more.
      return progress && progress.total > 1
        ? t('import:state.page', { done: progress.done, total: progress.total })
        : t('import:state.reading')
    case 'saving':
      return t('import:state.saving')
    case 'saved':
      return `${t('import:state.saved')}　${t('common:characters', { formatted: formatCount(reading?.text.length ?? 0) })}`
    case 'failed':
      return error ? errorMessage(error) : ''
    default: {
      if (reading?.duplicateOf) return `${t('import:state.ready')}　${t('import:duplicate.title')}`
      const warnings = reading?.warnings.length ?? 0
      if (warnings > 0) return `${t('import:state.ready')}　${t('import:warnings', { count: warnings })}`
      return `${t('import:state.ready')}　${t('common:characters', { formatted: formatCount(reading?.text.length ?? 0) })}`
    }
  }
}
