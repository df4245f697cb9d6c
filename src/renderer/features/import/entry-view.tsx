import { useEffect, useState } from 'react'
import { useT } from '../../lib/i18n.ts'
import { Button } from '../../ui/button.tsx'
import { askAgain } from './check-entry.ts'
import { FailurePanel } from './failure-panel.tsx'
import { Message } from './message.tsx'
import type { Place } from './model/place.ts'
import { OptionsPanel } from './options-panel.tsx'
import { Preview } from './preview.tsx'
import { type Entry, type Reading, useQueue } from './queue.ts'
import { stopSavingAll } from './save-all.ts'
import { skippedReason } from './step-names.ts'
import { removeEntry } from './take-out.ts'

interface EntryViewProps {
  readonly entry: Entry | null
  readonly onSave: () => void
  readonly onOpenLibrary: (documentId?: string) => void
}

/** The selected file: its preview and options, or why there is none. */
export function EntryView({ entry, onSave, onOpenLibrary }: EntryViewProps) {
  const t = useT()
  const savingAll = useQueue((state) => state.savingAll)
  if (savingAll) return <SavingAll {...savingAll} />
  if (!entry) return <Message icon="file">{t('import:nothingSelected')}</Message>
  if (entry.state === 'failed') return <FailurePanel entry={entry} />
  if (entry.state === 'skipped') {
    return (
      <Message icon="file" title={entry.name}>
        <p>{skippedReason(entry.error, t)}</p>
      </Message>
    )
  }
  if (entry.state === 'saved') {
    return (
      <Message icon="check" title={t('import:saved.title', { name: entry.name })}>
        <Button look="primary" size="large" onClick={() => onOpenLibrary(entry.saved?.documentId)}>
          {t('import:saved.open')}
        </Button>
      </Message>
    )
  }
  if (!entry.reading) return <ReadingView entry={entry} />
  return <Checking key={entry.key} entry={entry} reading={entry.reading} onSave={onSave} />
}

function Checking(props: { readonly entry: Entry; readonly reading: Reading; readonly onSave: () => void }) {
  const { entry, reading, onSave } = props
  const [pointed, setPointed] = useState<{ readonly place: Place; readonly reading: Reading } | null>(null)
  // Cleaned again, the text has other places.
  const place = pointed?.reading === reading ? pointed.place : null
  const show = (place: Place) => setPointed({ place, reading })
  const saves = useQueue((state) => state.saves)
  useEffect(() => {
    void askAgain(entry.key, saves)
  }, [entry.key, saves])
  return (
    <>
      <Preview entry={entry} reading={reading} place={place} onShow={show} />
      <OptionsPanel entry={entry} reading={reading} onSave={onSave} onShow={show} />
    </>
  )
}

function SavingAll({ done, total }: { readonly done: number; readonly total: number }) {
  const t = useT()
  return (
    <Message icon="file" title={t('import:saveAll.running', { done, total })}>
      <div
        className="thin-bar"
        role="progressbar"
        aria-label={t('import:state.saving')}
        aria-valuenow={Math.round((100 * done) / Math.max(1, total))}
      >
        <u style={{ width: `${(100 * done) / Math.max(1, total)}%` }} />
      </div>
      <Button onClick={stopSavingAll}>{t('import:saveAll.stop')}</Button>
    </Message>
  )
}

function ReadingView({ entry }: { readonly entry: Entry }) {
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
