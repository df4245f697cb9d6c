import { useState } from 'react'
import { STAGES, type Stage } from '../../shared/outline/document-facts.ts'
import { api } from '../lib/api.ts'
import { formatDay } from '../lib/format.ts'
import { useT } from '../lib/i18n.ts'
import type { VersionFields } from '../lib/library.ts'
import { useSettings } from '../lib/settings.ts'
import { showToast } from '../lib/toast.ts'
import { VersionForm } from './document-form.tsx'
import { FormDialog } from './form-dialog.tsx'

/** The stage after one; the last one stays. */
function stageAfter(stage: Stage | null): Stage | null {
  if (stage === null) return null
  return STAGES[STAGES.indexOf(stage) + 1] ?? stage
}

/** 定稿: makes the draft an immutable version of the next stage, dated today. `onSealed` gets the new version's id. */
export function SealDialog(props: {
  readonly draftId: string
  readonly baseStage: Stage | null
  readonly onClose: () => void
  readonly onSealed?: (versionId: string) => void
}) {
  const { draftId, baseStage, onClose, onSealed } = props
  const t = useT()
  const reviewer = useSettings((state) => state.settings.reviewer)
  const [fields, setFields] = useState<VersionFields>(() => ({
    stage: stageAfter(baseStage),
    date: formatDay(new Date().toISOString()),
    author: reviewer,
    note: '',
  }))
  return (
    <FormDialog
      title={t('common:seal.title')}
      submit={t('common:seal.submit')}
      ready
      onClose={onClose}
      onSubmit={async () => {
        const { versionId } = await api.invoke('draft:seal', { draftId, version: fields })
        showToast(t('common:seal.done'))
        onSealed?.(versionId)
      }}
    >
      <p className="dialog-lead">{t('common:seal.body')}</p>
      <VersionForm fields={fields} onChange={(change) => setFields((now) => ({ ...now, ...change }))} />
    </FormDialog>
  )
}
