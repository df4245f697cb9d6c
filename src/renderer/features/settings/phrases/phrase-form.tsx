import { useState } from 'react'
import { useT } from '../../../lib/i18n.ts'
import { Field, TextInput } from '../../../ui/field.tsx'
import { FormDialog } from '../../../ui/form-dialog.tsx'
import { departuresOf, type Rule } from './phrase-rules.ts'

/** One phrase to change or to add. */
export function PhraseForm(props: {
  readonly rule: Rule | null
  readonly others: readonly Rule[]
  readonly onClose: () => void
  readonly onSave: (rule: Rule) => Promise<void>
}) {
  const { rule, others, onClose, onSave } = props
  const t = useT()
  const [preferred, setPreferred] = useState(rule?.preferred ?? '')
  const [departures, setDepartures] = useState(rule?.avoid.join('；') ?? '')
  const [note, setNote] = useState(rule?.note ?? '')
  const name = preferred.trim()
  const avoid = departuresOf(departures)
  const isTaken = others.some((other) => other.preferred === name)
  const isSame = name !== '' && avoid.includes(name)
  const hint = isTaken ? t('checks:phrases.taken', { name }) : isSame ? t('checks:phrases.same') : null
  return (
    <FormDialog
      title={t(rule ? 'checks:phrases.change' : 'checks:phrases.add')}
      submit={t('common:form.save')}
      ready={name !== '' && avoid.length > 0 && hint === null}
      hint={hint}
      width={560}
      onSubmit={() => onSave({ preferred: name, avoid, note: note.trim() })}
      onClose={onClose}
    >
      <Field label={t('checks:phrases.preferred')}>
        <TextInput label={t('checks:phrases.preferred')} value={preferred} onChange={setPreferred} maxLength={200} />
      </Field>
      <Field label={t('checks:phrases.avoid')}>
        <TextInput
          label={t('checks:phrases.avoid')}
          placeholder={t('checks:phrases.between')}
          value={departures}
          onChange={setDepartures}
          maxLength={2000}
        />
      </Field>
      <Field label={t('checks:phrases.note')}>
        <TextInput label={t('checks:phrases.note')} value={note} onChange={setNote} maxLength={2000} />
      </Field>
    </FormDialog>
  )
}
