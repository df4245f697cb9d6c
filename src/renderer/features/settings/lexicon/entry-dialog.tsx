import { useState } from 'react'
import type { IndicatorEntry, Polarity } from '../../../../shared/targets/lexicon.ts'
import { api } from '../../../lib/api.ts'
import { useT } from '../../../lib/i18n.ts'
import { showError } from '../../../lib/toast.ts'
import { Button } from '../../../ui/button.tsx'
import { Field, TextInput } from '../../../ui/field.tsx'
import { FormDialog } from '../../../ui/form-dialog.tsx'
import { Segments } from '../../../ui/segments.tsx'
import type { ListedEntry } from './lexicon-dialog.tsx'

const POLARITIES: readonly Polarity[] = ['up', 'down', 'none']
const EMPTY: IndicatorEntry = { name: '', synonyms: [], category: '经济', polarity: 'up', units: [], note: '' }

/** Several words of one field, between 、 or other marks. */
function wordsOf(typed: string): string[] {
  return [...new Set(typed.split(/[|｜；;\n]|(?<![（(][^）)]*)、/u).map((word) => word.trim()))].filter(Boolean)
}

/** One entry to change or to add; a built-in one can be taken out. */
export function EntryDialog(props: {
  readonly listed: ListedEntry | null
  readonly categories: readonly string[]
  readonly onClose: () => void
  readonly onSaved: () => Promise<void>
}) {
  const { listed, categories, onClose, onSaved } = props
  const t = useT()
  const first = listed?.entry ?? EMPTY
  const [name, setName] = useState(first.name)
  const [synonyms, setSynonyms] = useState(first.synonyms.join('；'))
  const [category, setCategory] = useState(first.category)
  const [polarity, setPolarity] = useState<Polarity>(first.polarity)
  const [units, setUnits] = useState(first.units.join('；'))
  const [note, setNote] = useState(first.note)
  const entry: IndicatorEntry = {
    name: name.trim(),
    synonyms: wordsOf(synonyms),
    category: category.trim(),
    polarity,
    units: wordsOf(units),
    note: note.trim(),
  }
  const put = async (next: IndicatorEntry | null) => {
    const copied = next && { ...next, synonyms: [...next.synonyms], units: [...next.units] }
    await api.invoke('lexicon:put', { key: listed?.key ?? null, entry: copied })
    await onSaved()
  }
  return (
    <FormDialog
      title={t(listed ? 'settings:lexicon.change' : 'settings:lexicon.add')}
      submit={t('common:form.save')}
      ready={entry.name !== '' && entry.category !== ''}
      width={560}
      onSubmit={() => put(entry)}
      onClose={onClose}
    >
      <Field label={t('settings:lexicon.field.name')}>
        <TextInput label={t('settings:lexicon.field.name')} value={name} onChange={setName} maxLength={200} />
      </Field>
      <Field label={t('settings:lexicon.field.synonyms')}>
        <TextInput
          label={t('settings:lexicon.field.synonyms')}
          placeholder={t('settings:lexicon.between')}
          value={synonyms}
          onChange={setSynonyms}
          maxLength={5000}
        />
      </Field>
      <Field label={t('settings:lexicon.field.category')}>
        <TextInput
          label={t('settings:lexicon.field.category')}
          placeholder={categories.join('、')}
          value={category}
          onChange={setCategory}
          maxLength={20}
        />
      </Field>
      <Field label={t('settings:lexicon.field.polarity')}>
        <Segments<Polarity>
          label={t('settings:lexicon.field.polarity')}
          value={polarity}
          options={POLARITIES.map((value) => ({ value, label: t(`settings:lexicon.polarity.${value}`) }))}
          onChange={setPolarity}
        />
      </Field>
      <Field label={t('settings:lexicon.field.units')}>
        <TextInput
          label={t('settings:lexicon.field.units')}
          placeholder={t('settings:lexicon.between')}
          value={units}
          onChange={setUnits}
        />
      </Field>
      <Field label={t('settings:lexicon.field.note')}>
        <TextInput label={t('settings:lexicon.field.note')} value={note} onChange={setNote} maxLength={2000} />
      </Field>
      {listed && listed.origin !== 'removed' && listed.origin !== 'own' && (
        <Button size="small" icon="trash" onClick={() => void put(null).then(onClose, showError)}>
          {t('settings:lexicon.remove')}
        </Button>
      )}
    </FormDialog>
  )
}
