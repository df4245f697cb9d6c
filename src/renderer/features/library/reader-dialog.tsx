import { useEffect, useState } from 'react'
import type { Output } from '../../../shared/contract/contract.ts'
import { api } from '../../lib/api.ts'
import { errorMessage, toReply } from '../../lib/errors.ts'
import { headingStyle } from '../../lib/heading-style.ts'
import { useT } from '../../lib/i18n.ts'
import type { VersionSummary } from '../../lib/library.ts'
import { Dialog } from '../../ui/dialog.tsx'

type VersionText = Output<'library:version-text'>

/** A version to read, set as in 公文. */
export function ReaderDialog({ version, onClose }: { readonly version: VersionSummary; readonly onClose: () => void }) {
  const t = useT()
  const [content, setContent] = useState<VersionText | null>(null)
  const [failure, setFailure] = useState<string | null>(null)
  useEffect(() => {
    let current = true
    api.invoke('library:version-text', { versionId: version.id }).then(
      (answer) => current && setContent(answer),
      (error: unknown) => current && setFailure(errorMessage(toReply(error))),
    )
    return () => {
      current = false
    }
  }, [version.id])
  return (
    <Dialog title={content?.document.title ?? t('common:loading')} width={820} onClose={onClose}>
      <div className="reader" tabIndex={0} role="region" aria-label={t('library:reader')}>
        {failure && <p role="alert">{failure}</p>}
        {content?.blocks.map((block) => (
          <p key={block.start} className={`reader-${headingStyle(block) ?? block.kind}`}>
            {content.text.slice(block.start, block.end)}
          </p>
        ))}
      </div>
    </Dialog>
  )
}
