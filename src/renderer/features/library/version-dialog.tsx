import { useState } from 'react'
import { api } from '../../lib/api.ts'
import { useT } from '../../lib/i18n.ts'
import type { VersionFields, VersionSummary } from '../../lib/library.ts'
import { offerUndo } from '../../lib/undo.ts'
import { VersionForm } from '../../ui/document-form.tsx'
import { FormDialog } from '../../ui/form-dialog.tsx'

/** Stage, date, author and note of a version. Its text never changes. */
export function VersionDialog(props: { readonly version: VersionSummary; readonly onClose: () => void }) {
  const { version, onClose } = props
  const t = useT()
  const { stage, date, author, note } = version
  const before: VersionFields = { stage, date, author, note }
  const [fields, setFields] = useState(before)
  const save = async (next: VersionFields) => {
    await api.invoke('library:update-version', { versionId: version.id, fields: next })
  }
  return (
    <FormDialog
      title={t('library:edit.versionTitle')}
      submit={t('common:form.save')}
      ready
      onClose={onClose}
      onSubmit={async () => {
        await save(fields)
        offerUndo(t('library:edit.done'), () => save(before))
      }}
    >
      <VersionForm fields={fields} onChange={(change) => setFields((now) => ({ ...now, ...change }))} />
    </FormDialog>
  )
}
