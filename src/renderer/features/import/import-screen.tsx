import { useEffect, useRef, useState } from 'react'
import { useT } from '../../lib/i18n.ts'
import { useCommands } from '../../lib/shortcuts.ts'
import { showToast } from '../../lib/toast.ts'
import type { StatusLine } from '../../ui/status.ts'
import { saveEntry } from './check-entry.ts'
import { EmptyQueue } from './empty-queue.tsx'
import { EntryView } from './entry-view.tsx'
import { ImportBar } from './import-bar.tsx'
import { ImportStatus } from './import-status.tsx'
import './import.css'
import { PasteDialog } from './paste-dialog.tsx'
import './preview.css'
import './queue.css'
import { isSettled, type Saved, setPasting, useQueue } from './queue.ts'
import { QueueList } from './queue-list.tsx'
import { watchProgress } from './read-queue.ts'
import { offerTakingBack, saveAllPlain } from './save-all.ts'
import { stepEntry } from './step-entry.ts'

export interface ImportScreenProps {
  readonly onBack: () => void
  readonly onOpenLibrary: (documentId?: string) => void
  readonly onChooseFiles: () => void
  readonly onChooseFolder: () => void
  readonly onStatus: (line: StatusLine | null) => void
}

/** 导入: the files of the queue on the left, one of them as found and as cleaned, what was done to it on the right. */
export function ImportScreen(props: ImportScreenProps) {
  const { onBack, onOpenLibrary, onChooseFiles, onChooseFolder, onStatus } = props
  const t = useT()
  const entries = useQueue((state) => state.entries)
  const selected = useQueue((state) => state.selected)
  const pasting = useQueue((state) => state.pasting)
  const entry = entries.find((each) => each.key === selected) ?? null
  const [listed, setListed] = useState(false)
  useEffect(() => {
    onStatus({ left: <span>{t('import:status.steps')}</span>, right: <ImportStatus /> })
    return () => onStatus(null)
  }, [onStatus, t])
  useEffect(watchProgress, [])
  const { saveOne, saveAll } = useSaving(onOpenLibrary)
  useClickOutside('.queue, .narrow-open', listed, () => setListed(false))
  useCommands([
    {
      id: 'import.save',
      title: t('import:save.command'),
      keys: 'Mod+Enter',
      enabled: entry?.state === 'ready',
      run: () => void (entry && saveOne(entry.key)),
    },
    { id: 'import.next', title: t('import:nextFile'), keys: 'Alt+ArrowDown', run: () => stepEntry(1) },
    { id: 'import.previous', title: t('import:previousFile'), keys: 'Alt+ArrowUp', run: () => stepEntry(-1) },
    { id: 'import.leave', keys: 'Escape', run: listed ? () => setListed(false) : onBack },
  ])
  return (
    <main className="import" aria-label={t('import:title')}>
      <ImportBar
        entries={entries}
        selected={selected}
        listed={listed}
        onList={() => setListed(!listed)}
        onBack={onBack}
        onSaveAll={() => void saveAll()}
      />
      {entries.length === 0 ? (
        <EmptyQueue onChooseFiles={onChooseFiles} onChooseFolder={onChooseFolder} />
      ) : (
        <div className={listed ? 'import-work listed' : 'import-work'}>
          <QueueList
            entries={entries}
            selected={selected}
            onChooseFiles={onChooseFiles}
            onChooseFolder={onChooseFolder}
            onPicked={() => setListed(false)}
          />
          <EntryView entry={entry} onSave={() => void (entry && saveOne(entry.key))} onOpenLibrary={onOpenLibrary} />
        </div>
      )}
      {pasting && <PasteDialog onClose={() => setPasting(false)} />}
    </main>
  )
}

/** Closes what lies over the screen when the pointer goes elsewhere. */
function useClickOutside(inside: string, open: boolean, onOutside: () => void): void {
  const latest = useRef(onOutside)
  useEffect(() => {
    latest.current = onOutside
  })
  useEffect(() => {
    if (!open) return undefined
    document.querySelector<HTMLElement>('.queue-item.on .queue-pick')?.focus()
    const press = (event: PointerEvent) => {
      if (event.target instanceof Element && !event.target.closest(inside)) latest.current()
    }
    window.addEventListener('pointerdown', press)
    return () => window.removeEventListener('pointerdown', press)
  }, [open, inside])
}

/** Saving one or all, and what comes after: with nothing left to check or to mend, the way goes on in the library. */
function useSaving(onOpenLibrary: (documentId?: string) => void) {
  const t = useT()
  const goOn = (last: Saved | undefined) => {
    const rest = useQueue.getState().entries
    if (!last || !rest.every(isSettled)) return
    const skipped = rest.filter(({ state }) => state === 'skipped').length
    if (skipped > 0) showToast(t('import:skipped.after', { count: skipped }))
    useQueue.setState({ entries: [], selected: null })
    onOpenLibrary(last.documentId)
  }
  return {
    saveOne: async (key: number) => {
      const saved = await saveEntry(key)
      if (!saved) return
      offerTakingBack([{ key, saved }])
      goOn(saved)
    },
    saveAll: async () => {
      const done = await saveAllPlain()
      offerTakingBack(done)
      goOn(done.at(-1)?.saved)
    },
  }
}
