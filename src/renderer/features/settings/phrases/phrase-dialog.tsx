import { useEffect, useMemo, useState } from 'react'
import { api } from '../../../lib/api.ts'
import { chooseFiles } from '../../../lib/choose-files.ts'
import { type Translate, useT } from '../../../lib/i18n.ts'
import { showError, showToast } from '../../../lib/toast.ts'
import { Button } from '../../../ui/button.tsx'
import { Dialog } from '../../../ui/dialog.tsx'
import { TextInput } from '../../../ui/field.tsx'
import '../lexicon/lexicon.css'
import { PhraseForm } from './phrase-form.tsx'
import { isWanted, type PhraseList, type Rule } from './phrase-rules.ts'
import { PhraseTable } from './phrase-table.tsx'
import './phrases.css'

/** The phrase list as a table: search, change, add, delete, the built-in list again; CSV in and out. Every change is kept at once. */
export function PhraseDialog({ onClose }: { readonly onClose: () => void }) {
  const t = useT()
  const { rules, own, set, reload } = usePhrases()
  const [query, setQuery] = useState('')
  const [edited, setEdited] = useState<Rule | 'new' | null>(null)
  const shown = useMemo(() => rules.filter((rule) => isWanted(rule, query)), [rules, query])
  const remove = async (rule: Rule) => {
    await set(rules.filter((each) => each !== rule))
    const message = t('checks:phrases.removed', { name: rule.preferred })
    showToast(message, { label: t('common:undo'), run: () => void set(rules).catch(showError) })
  }
  const restore = async () => {
    await api.invoke('phrases:restore', {})
    await reload()
    const undo = { label: t('common:undo'), run: () => void set(rules).catch(showError) }
    showToast(t('checks:phrases.restored'), undo)
  }
  return (
    <Dialog
      title={t('checks:settings.phrases')}
      width={900}
      onClose={onClose}
      footer={
        <>
          <Button icon="import" onClick={() => void takeIn(t, reload).catch(showError)}>
            {t('checks:phrases.import')}
          </Button>
          <Button icon="export" onClick={() => void giveOut(t).catch(showError)}>
            {t('checks:phrases.export')}
          </Button>
          <Button disabled={own === 0} onClick={() => void restore().catch(showError)}>
            {t('checks:phrases.restore')}
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
          label={t('checks:phrases.search')}
          placeholder={t('checks:phrases.search')}
          value={query}
          onChange={setQuery}
        />
        <span className="mut sm">{t('checks:phrases.counts', { shown: shown.length, all: rules.length, own })}</span>
        <Button icon="plus" onClick={() => setEdited('new')}>
          {t('checks:phrases.add')}
        </Button>
      </div>
      <PhraseTable rules={shown} onEdit={setEdited} onRemove={(rule) => void remove(rule).catch(showError)} />
      {edited !== null && (
        <PhraseForm
          rule={edited === 'new' ? null : edited}
          others={rules.filter((each) => each !== edited)}
          onClose={() => setEdited(null)}
          onSave={(rule) =>
            set(edited === 'new' ? [...rules, rule] : rules.map((each) => (each === edited ? rule : each)))
          }
        />
      )}
    </Dialog>
  )
}

function usePhrases() {
  const [list, setList] = useState<PhraseList>({ rules: [], own: 0 })
  useEffect(() => {
    let current = true
    api.invoke('phrases:get', {}).then((answer) => current && setList(answer), showError)
    return () => {
      current = false
    }
  }, [])
  return {
    ...list,
    set: async (rules: readonly Rule[]) => setList(await api.invoke('phrases:set', { rules: [...rules] })),
    reload: async () => setList(await api.invoke('phrases:get', {})),
  }
}

async function takeIn(t: Translate, reload: () => Promise<void>): Promise<void> {
  const [file] = await chooseFiles()
  if (!file) return
  const bytes = new Uint8Array(await file.arrayBuffer())
  const { added, changed, same, faulty } = await api.invoke('phrases:import', { bytes })
  await reload()
  const counts = t('checks:phrases.imported', { added, changed, same })
  const rows = faulty.slice(0, 10).join(t('compare:comma'))
  showToast(faulty.length === 0 ? counts : `${counts}${t('checks:phrases.faulty', { rows })}`)
}

async function giveOut(t: Translate): Promise<void> {
  const saved = await api.invoke('phrases:export', {})
  if (saved.status === 'saved') showToast(t('checks:phrases.exported', { where: saved.where ?? saved.name }))
}
