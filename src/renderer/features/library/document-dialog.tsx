import { useState } from 'react'
import { api } from '../../lib/api.ts'
import { useT } from '../../lib/i18n.ts'
import type { DocumentFields, DocumentSummary } from '../../lib/library.ts'
import { offerUndo } from '../../lib/undo.ts'
import { DocumentForm, periodIsSound } from '../../ui/document-form.tsx'
import { FormDialog } from '../../ui/form-dialog.tsx'

/** 编辑信息: what the document is. */
export function DocumentDialog(props: { readonly document: DocumentSummary; readonly onClose: () => void }) {
  const { document, onClose } = props
  const t = useT()
  const { title, kind, region, level, periodFrom, periodTo } = document
  const before: DocumentFields = { title, kind, region, level, periodFrom, periodTo }
  const [fields, setFields] = useState(before)
  const sound = periodIsSound(fields)
  const save = async (next: DocumentFields) => {
    await api.invoke('library:update-document', { documentId: document.id, fields: next })
  }
  return (
    <FormDialog
      title={t('library:edit.documentTitle')}
      submit={t('common:form.save')}
      ready={fields.title.trim() !== '' && sound}
      hint={sound ? null : t('common:form.yearsWrong')}
      onClose={onClose}
      onSubmit={async () => {
        await save({ ...fields, title: fields.title.trim() })
        offerUndo(t('library:edit.done'), () => save(before))
      }}
    >
      <DocumentForm fields={fields} onChange={(change) => setFields((now) => ({ ...now, ...change }))} />
    </FormDialog>
  )
}
