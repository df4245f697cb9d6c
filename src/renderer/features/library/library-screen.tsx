import { useEffect } from 'react'
import { useT } from '../../lib/i18n.ts'
import { type DocumentSummary, useLibrary } from '../../lib/library.ts'
import type { Pair } from '../../lib/versions.ts'
import { Button } from '../../ui/button.tsx'
import type { StatusLine } from '../../ui/status.ts'
import { DocumentList } from './document-list.tsx'
import { DocumentView } from './document-view.tsx'
import { EmptyLibrary } from './empty-library.tsx'
import './library.css'
import { LibraryStatus } from './library-status.tsx'
import { groupDocuments } from './model/group-documents.ts'
import { usePicks } from './picks.ts'

export interface LibraryScreenProps {
  /** The document to show first; undefined for the one shown last. */
  readonly documentId: string | undefined
  readonly onCompare: (pair: Pair) => void
  /** A pair is likely to be compared next; it may be made ready. */
  readonly onExpect: (pair: Pair) => void
  readonly onChooseFiles: () => void
  readonly onPaste: () => void
  readonly onOpenSamples: () => Promise<void>
  readonly onStatus: (line: StatusLine | null) => void
}

/** 文库: documents by kind and period on the left, the versions of one as a timeline on the right. */
export function LibraryScreen(props: LibraryScreenProps) {
  const { documentId, onCompare, onExpect, onChooseFiles, onPaste, onOpenSamples, onStatus } = props
  const t = useT()
  const documents = useLibrary((state) => state.documents)
  const shownId = usePicks((state) => state.documentId)
  useEffect(() => {
    if (documentId !== undefined) usePicks.getState().showDocument(documentId)
  }, [documentId])
  useEffect(() => {
    onStatus({ left: <LibraryStatus />, right: null })
    return () => onStatus(null)
  }, [onStatus])
  if (documents === null) return <Unread />
  if (documents.length === 0) {
    return <EmptyLibrary onChooseFiles={onChooseFiles} onPaste={onPaste} onOpenSamples={onOpenSamples} />
  }
  const shown = documents.find((document) => document.id === shownId) ?? firstListed(documents)
  return (
    <main className="library" aria-label={t('common:nav.library')}>
      <DocumentList documents={documents} shownId={shown?.id ?? null} onChooseFiles={onChooseFiles} onPaste={onPaste} />
      {shown && <DocumentView document={shown} documents={documents} onCompare={onCompare} onExpect={onExpect} />}
    </main>
  )
}

/** What stands on top of the list: the newest period of the first kind. */
function firstListed(documents: readonly DocumentSummary[]): DocumentSummary | undefined {
  return groupDocuments(documents)[0]?.periods[0]?.documents[0]
}

/** The list could not be read; what failed is said in a message beside it. */
function Unread() {
  const t = useT()
  const load = useLibrary((state) => state.load)
  return (
    <main className="library-empty">
      <div>
        <h1>{t('library:unread.title')}</h1>
        <p>{t('library:unread.body')}</p>
        <Button look="primary" size="large" onClick={() => void load()}>
          {t('common:retry')}
        </Button>
      </div>
    </main>
  )
}
