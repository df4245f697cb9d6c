import { useEffect, useMemo, useState } from 'react'
import type { Output } from '../../../../shared/contract/contract.ts'
import { api } from '../../../lib/api.ts'
import { chooseFiles } from '../../../lib/choose-files.ts'
import { useT } from '../../../lib/i18n.ts'
import { showError, showToast } from '../../../lib/toast.ts'
import { Button } from '../../../ui/button.tsx'
import { Dialog } from '../../../ui/dialog.tsx'
import { TextInput } from '../../../ui/field.tsx'
import { EntryDialog } from './entry-dialog.tsx'
import './lexicon.css'

export type ListedEntry = Output<'lexicon:list'>['entries'][number]

/** The indicator lexicon as a table: search, change, take out, add, and give back what was built in; CSV in and out. */
export function LexiconDialog({ onClose }: { readonly onClose: () => void }) {
  const t = useT()
  const { entries, load } = useEntries()
  const [query, setQuery] = useState('')
  const [edited, setEdited] = useState<ListedEntry | 'new' | null>(null)
  const shown = useMemo(() => entries.filter((entry) => isWanted(entry, query)), [entries, query])
  const own = entries.filter(({ origin }) => origin !== 'built-in').length
  return (
    <Dialog
      title={t('settings:lexicon.title')}
      width={1040}
      onClose={onClose}
      footer={
        <>
          <Button icon="import" onClick={() => void takeIn(t, load).catch(showError)}>
            {t('settings:lexicon.import')}
          </Button>
          <Button icon="export" onClick={() => void giveOut(t).catch(showError)}>
            {t('settings:lexicon.export')}
          </Button>
          <span className="sp" />
          <Button look="primary" onClick={onClose}>
            {t('common:close')}
          </Button>
        </>
      }
    >
      <div className="lexicon-bar">
        <TextInput
          label={t('settings:lexicon.search')}
          placeholder={t('settings:lexicon.search')}
          value={query}
          onChange={setQuery}
        />
        <span className="mut sm">
          {t('settings:lexicon.counts', { shown: shown.length, all: entries.length, own })}
        </span>
        <Button icon="plus" onClick={() => setEdited('new')}>
          {t('settings:lexicon.add')}
        </Button>
      </div>
      <EntryTable entries={shown} onEdit={setEdited} onRestore={(key) => void restore(key, load).catch(showError)} />
      {edited !== null && (
        <EntryDialog
          listed={edited === 'new' ? null : edited}
          categories={[...new Set(entries.map(({ entry }) => entry.category))]}
          onClose={() => setEdited(null)}
          onSaved={load}
        />
      )}
    </Dialog>
  )
}

function useEntries() {
  const [entries, setEntries] = useState<readonly ListedEntry[]>([])
  useEffect(() => {
    let current = true
    api.invoke('lexicon:list', {}).then((answer) => current && setEntries(answer.entries), showError)
    return () => {
      current = false
    }
  }, [])
  const load = async () => setEntries((await api.invoke('lexicon:list', {})).entries)
  return { entries, load }
}

function isWanted({ entry }: ListedEntry, query: string): boolean {
  const wanted = query.normalize('NFKC').trim().toLowerCase()
  if (wanted === '') return true
  return [entry.name, ...entry.synonyms, entry.category].some((name) =>
    name.normalize('NFKC').toLowerCase().includes(wanted),
  )
}

async function restore(key: string, load: () => Promise<void>): Promise<void> {
  await api.invoke('lexicon:restore', { keys: [key] })
  await load()
}

async function takeIn(t: ReturnType<typeof useT>, load: () => Promise<void>): Promise<void> {
  const [file] = await chooseFiles()
  if (!file) return
  const bytes = new Uint8Array(await file.arrayBuffer())
  const { added, changed, same, faulty } = await api.invoke('lexicon:import', { bytes })
  await load()
  const counts = t('settings:lexicon.imported', { added, changed, same })
  showToast(
    faulty.length === 0 ? counts : `${counts}${t('settings:lexicon.faulty', { rows: faulty.slice(0, 10).join('、') })}`,
  )
}

async function giveOut(t: ReturnType<typeof useT>): Promise<void> {
  const saved = await api.invoke('lexicon:export', {})
  if (saved.status === 'saved') showToast(t('targets:export.savedAt', { where: saved.where ?? saved.name }))
}

function EntryTable(props: {
  readonly entries: readonly ListedEntry[]
  readonly onEdit: (entry: ListedEntry) => void
  readonly onRestore: (key: string) => void
}) {
  const { entries, onEdit, onRestore } = props
  const t = useT()
  return (
    <div className="lexicon-scroll" tabIndex={0} role="region" aria-label={t('settings:lexicon.title')}>
      <table className="lexicon">
        <thead>
          <tr>
            {(['name', 'synonyms', 'category', 'polarity', 'units', 'note'] as const).map((field) => (
              <th key={field} scope="col">
                {t(`settings:lexicon.field.${field}`)}
              </th>
            ))}
            <th scope="col">{t('settings:lexicon.origin.label')}</th>
          </tr>
        </thead>
        <tbody>
          {entries.map((listed) => {
            const { key, entry, origin } = listed
            return (
              <tr key={key} className={origin}>
                <th scope="row">
                  <button type="button" className="link" onClick={() => onEdit(listed)}>
                    {entry.name}
                  </button>
                </th>
                <td title={entry.synonyms.join('、')}>{entry.synonyms.join('、')}</td>
                <td>{entry.category}</td>
                <td>{t(`settings:lexicon.polarity.${entry.polarity}`)}</td>
                <td>{entry.units.join('、')}</td>
                <td title={entry.note}>{entry.note}</td>
                <td>
                  {origin === 'built-in' ? (
                    <span className="mut">{t('settings:lexicon.origin.built-in')}</span>
                  ) : (
                    <Button
                      size="small"
                      onClick={() => onRestore(key)}
                      aria-label={`${t(`settings:lexicon.restore.${origin}`)}：${entry.name}`}
                    >
                      {t(`settings:lexicon.restore.${origin}`)}
                    </Button>
                  )}
                </td>
              </tr>
            )
          })}
        </tbody>
      </table>
    </div>
  )
}
