import { Select } from 'antd'
import { useId, useState } from 'react'
import { STAGES, type Stage } from '../../../shared/outline/document-facts.ts'
import { api } from '../../lib/api.ts'
import { useT } from '../../lib/i18n.ts'
import { useLibrary } from '../../lib/library.ts'
import { useSettings } from '../../lib/settings.ts'
import { showError } from '../../lib/toast.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { DateInput, Field, TextInput } from '../../ui/field.tsx'
import { useController } from './compare-context.ts'
import type { SideText } from './sides.ts'

/** 定稿: the draft becomes a version. */
export function SealDialog(props: {
  readonly right: SideText
  readonly draftId: string
  readonly onClose: () => void
  readonly onSealed: (versionId: string) => void
}) {
  const t = useT()
  const id = useId()
  const controller = useController()
  const [stage, setStage] = useState<Stage | null>(nextStage(props.right.stage))
  const [date, setDate] = useState<string | null>(null)
  const reviewer = useSettings(({ settings }) => settings.reviewer)
  const [author, setAuthor] = useState(reviewer)
  const [note, setNote] = useState('')
  const [working, setWorking] = useState(false)
  const seal = async () => {
    setWorking(true)
    try {
      await controller.drafting.flush()
      const version = { stage, date, author, note }
      const { versionId } = await api.invoke('draft:seal', { draftId: props.draftId, version })
      await useLibrary.getState().load()
      props.onSealed(versionId)
    } catch (error) {
      showError(error)
      setWorking(false)
    }
  }
  return (
    <Dialog
      title={t('compare:seal.title')}
      onClose={props.onClose}
      footer={
        <>
          <Button onClick={props.onClose}>{t('common:cancel')}</Button>
          <Button look="primary" disabled={working} onClick={() => void seal()}>
            {t('compare:seal.confirm')}
          </Button>
        </>
      }
    >
      <p className="mut">{t('compare:seal.body')}</p>
      <Field label={t('compare:seal.stage')}>
        <Select
          aria-label={t('compare:seal.stage')}
          value={stage}
          onChange={setStage}
          options={[
            ...STAGES.map((name) => ({ value: name as Stage | null, label: t(`common:stage.${name}`) })),
            { value: null, label: t('common:noStage') },
          ]}
        />
      </Field>
      <Field label={t('compare:seal.date')} htmlFor={`${id}date`}>
        <DateInput
          id={`${id}date`}
          label={t('compare:seal.date')}
          value={date}
          onChange={setDate}
          hint={t('compare:seal.dateHint')}
        />
      </Field>
      <Field label={t('compare:seal.author')} htmlFor={`${id}author`}>
        <TextInput id={`${id}author`} label={t('compare:seal.author')} value={author} onChange={setAuthor} />
      </Field>
      <Field label={t('compare:seal.note')} htmlFor={`${id}note`}>
        <TextInput id={`${id}note`} label={t('compare:seal.note')} value={note} onChange={setNote} />
      </Field>
    </Dialog>
  )
}

/** A draft begun from one stage usually becomes the next. */
function nextStage(stage: Stage | null): Stage | null {
  return stage === null ? null : (STAGES[STAGES.indexOf(stage) + 1] ?? stage)
}
