import { useEffect, useRef, useState } from 'react'
import { api } from '../../lib/api.ts'
import { errorMessage, toReply } from '../../lib/errors.ts'
import { useT } from '../../lib/i18n.ts'
import { Dialog } from '../../ui/dialog.tsx'
import type { Matrix, MatrixDocument, Place } from './model/matrix.ts'

/** The text of a document's column. */
async function textOf({ side, versionId }: MatrixDocument): Promise<string> {
  if (side.type === 'draft') return (await api.invoke('draft:open', { baseVersionId: versionId })).draft.text
  return (await api.invoke('library:version-text', { versionId })).text
}

/** A text to read, at the sentence of a target. */
export function SourceDialog(props: { readonly matrix: Matrix; readonly place: Place; readonly onClose: () => void }) {
  const { matrix, place, onClose } = props
  const t = useT()
  const document = matrix.documents[place.document]
  const [text, setText] = useState<string | null>(null)
  const [failure, setFailure] = useState<string | null>(null)
  const mark = useRef<HTMLElement>(null)
  useEffect(() => {
    let current = true
    if (document)
      textOf(document).then(
        (answer) => current && setText(answer),
        (error: unknown) => current && setFailure(errorMessage(toReply(error))),
      )
    return () => {
      current = false
    }
  }, [document])
  useEffect(() => {
    if (text !== null) mark.current?.scrollIntoView({ block: 'center' })
  }, [text])
  const { start, end } = place.target
  let offset = 0
  return (
    <Dialog title={document?.title ?? t('targets:source.title')} width={820} onClose={onClose}>
      <div className="tgt-source" tabIndex={0} role="region" aria-label={t('targets:source.region')}>
        {failure && <p role="alert">{failure}</p>}
        {text === null && !failure && <p>{t('targets:source.loading')}</p>}
        {text?.split('\n').map((line) => {
          const from = offset
          offset += line.length + 1
          const inside = start >= from && start < from + line.length
          if (!inside) return <p key={from}>{line}</p>
          return (
            <p key={from}>
              {line.slice(0, start - from)}
              <mark ref={mark}>{line.slice(start - from, end - from)}</mark>
              {line.slice(end - from)}
            </p>
          )
        })}
      </div>
    </Dialog>
  )
}
