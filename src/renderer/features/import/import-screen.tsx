import { type ReactNode, useEffect } from 'react'
import { useT } from '../../lib/i18n.ts'
import { useCommands } from '../../lib/shortcuts.ts'
import { showToast } from '../../lib/toast.ts'
import { Button } from '../../ui/button.tsx'
import { DropBox } from '../../ui/drop-box.tsx'
import { Icon } from '../../ui/icon.tsx'
import type { StatusLine } from '../../ui/status.ts'
import { FailurePanel } from './failure-panel.tsx'
import { ImportBar } from './import-bar.tsx'
import { ImportStatus } from './import-status.tsx'
import './import.css'
import { OptionsPanel } from './options-panel.tsx'
import { PasteDialog } from './paste-dialog.tsx'
import { Preview } from './preview.tsx'
import './preview.css'
import { saveEntry } from './check-entry.ts'
import { type Entry, removeEntry, setPasting, useQueue } from './queue.ts'
import { QueueList } from './queue-list.tsx'
import { watchProgress } from './read-queue.ts'

export interface ImportScreenProps {
  readonly onBack: () => void
  readonly onOpenLibrary: (documentId?: string) => void
  readonly onChooseFiles: () => void
  readonly onStatus: (line: StatusLine | null) => void
}

/** 导入: the files of the queue on the left, one of them as found and as cleaned, what was done to it on the right. */
export function ImportScreen({ onBack, onOpenLibrary, onChooseFiles, onStatus }: ImportScreenProps) {
  const t = useT()
  const { entries, selected, pasting } = useQueue()
  const entry = entries.find((each) => each.key === selected) ?? null
  useEffect(() => {
    onStatus({ left: <span>{t('import:status.steps')}</span>, right: <ImportStatus /> })
    return () => onStatus(null)
  }, [onStatus, t])
  useEffect(watchProgress, [])
  const save = async () => {
    if (entry?.state !== 'ready') return
    const saved = await saveEntry(entry.key)
    const rest = useQueue.getState().entries
    // With nothing left to check or to mend, the way goes on in the library.
    if (saved && rest.every(({ state }) => state === 'saved')) {
      showToast(t('import:done', { count: rest.length }))
      useQueue.setState({ entries: [], selected: null })
      onOpenLibrary(saved.documentId)
    }
  }
  useCommands([
    {
      id: 'import.save',
      title: t('import:save.command'),
      keys: 'Mod+Enter',
      enabled: entry?.state === 'ready',
      run: () => void save(),
    },
    { id: 'import.leave', keys: 'Escape', run: onBack },
  ])
  return (
    <main className="import" aria-label={t('import:title')}>
      <ImportBar entries={entries} selected={selected} onBack={onBack} />
      {entries.length === 0 ? (
        <Empty onChooseFiles={onChooseFiles} />
      ) : (
        <div className="import-work">
          <QueueList entries={entries} selected={selected} onChooseFiles={onChooseFiles} />
          <EntryView entry={entry} onSave={() => void save()} onOpenLibrary={onOpenLibrary} />
        </div>
      )}
      {pasting && <PasteDialog onClose={() => setPasting(false)} />}
    </main>
  )
}

function Empty({ onChooseFiles }: { readonly onChooseFiles: () => void }) {
  const t = useT()
  const arriving = useQueue((state) => state.arriving)
  if (arriving) {
    return (
      <Message icon="file" title={arriving.label}>
        <p>{t('import:state.reading')}</p>
        <div className="thin-bar" role="progressbar" aria-label={t('import:state.reading')}>
          <u style={{ width: `${(100 * arriving.done) / Math.max(1, arriving.total)}%` }} />
        </div>
      </Message>
    )
  }
  return (
    <div className="import-empty">
      <div>
        <h2>{t('import:empty.title')}</h2>
        <DropBox onChoose={onChooseFiles} onPaste={() => setPasting(true)} />
      </div>
    </div>
  )
}

function EntryView(props: {
  readonly entry: Entry | null
  readonly onSave: () => void
  readonly onOpenLibrary: (documentId?: string) => void
}) {
  const { entry, onSave, onOpenLibrary } = props
  const t = useT()
  if (!entry) return <Message icon="file">{t('import:nothingSelected')}</Message>
  if (entry.state === 'failed') return <FailurePanel entry={entry} />
  if (entry.state === 'saved') {
    return (
      <Message icon="check" title={t('import:saved.title', { name: entry.name })}>
        <Button look="primary" size="large" onClick={() => onOpenLibrary(entry.saved?.documentId)}>
          {t('import:saved.open')}
        </Button>
      </Message>
    )
  }
  if (!entry.reading) return <Reading entry={entry} />
  return (
    <>
      <Preview key={entry.key} entry={entry} reading={entry.reading} />
      <OptionsPanel entry={entry} reading={entry.reading} onSave={onSave} />
    </>
  )
}

function Reading({ entry }: { readonly entry: Entry }) {
  const t = useT()
  return (
    <Message icon="file" title={entry.name}>
      <p>{entry.state === 'waiting' ? t('import:state.waiting') : t('import:state.reading')}</p>
      <div className="thin-bar wait" role="progressbar" aria-label={t('import:state.reading')}>
        <u />
      </div>
      <Button onClick={() => removeEntry(entry.key)}>{t('common:cancel')}</Button>
    </Message>
  )
}

function Message(props: { readonly icon: 'file' | 'check'; readonly title?: string; readonly children: ReactNode }) {
  return (
    <div className="import-empty">
      <div className="import-message">
        <Icon name={props.icon} />
        {props.title && <h2>{props.title}</h2>}
        {props.children}
      </div>
    </div>
  )
}
