import { useRef, useState } from 'react'
import { useT } from '../../lib/i18n.ts'
import type { DocumentSummary } from '../../lib/library.ts'
import type { Pair, SideRef } from '../../lib/versions.ts'
import { DocumentHead } from './document-head.tsx'
import { DraftCard } from './draft-card.tsx'
import { stageNumbers } from './model/stages.ts'
import { PickBar } from './pick-bar.tsx'
import { resolvePicks, usePicks } from './picks.ts'
import { SidePanel } from './side-panel.tsx'
import { VersionCard } from './version-card.tsx'

interface DocumentViewProps {
  readonly document: DocumentSummary
  readonly documents: readonly DocumentSummary[]
  readonly onCompare: (pair: Pair) => void
  readonly onExpect: (pair: Pair) => void
}

/** The two sides picked and how to pick others; `onPicked` hears which side was. */
function usePicking(
  { document, documents }: Pick<DocumentViewProps, 'document' | 'documents'>,
  onPicked: (side: 'left' | 'right') => void,
) {
  const picks = usePicks()
  const { left, right } = resolvePicks(documents, document, picks)
  // A version that stood on the other side changes places with what stood here: no text is compared with itself.
  const pickLeft = (versionId: string) => {
    if (right?.version?.id === versionId) {
      picks.pickRight(left && left.version.id !== versionId ? { type: 'version', versionId: left.version.id } : null)
    }
    picks.pickLeft(versionId)
    onPicked('left')
  }
  const pickRight = (ref: SideRef) => {
    if (picks.leftVersionId !== null && ref.type === 'version' && picks.leftVersionId === ref.versionId) {
      picks.pickLeft(right?.version?.id ?? null)
    }
    picks.pickRight(ref)
    onPicked('right')
  }
  return { left, right, pickLeft, pickRight }
}

/** One document: what it is, how far it has come, its versions newest first, and the two sides picked for comparing. */
export function DocumentView(props: DocumentViewProps) {
  const { document, documents, onCompare, onExpect } = props
  const t = useT()
  const start = useRef<HTMLButtonElement>(null)
  const [announced, setAnnounced] = useState('')
  const { left, right, pickLeft, pickRight } = usePicking(props, (side) => {
    setAnnounced(t(`library:picked.${side}`))
    start.current?.focus()
  })
  const numbers = stageNumbers(document.versions)
  return (
    <>
      <section className="doc-view" aria-label={document.title}>
        <DocumentHead document={document} />
        <ol className="timeline" aria-label={t('library:timeline')}>
          {document.draft && (
            <DraftCard
              document={document}
              draft={document.draft}
              picked={right?.ref.type === 'draft' && right.ref.draftId === document.draft.id}
              onPick={pickRight}
              onCompare={onCompare}
            />
          )}
          {document.versions.map((version, index) => (
            <VersionCard
              key={version.id}
              document={document}
              version={version}
              newest={index === 0}
              number={numbers.get(version.id) ?? 1}
              role={left?.version.id === version.id ? 'left' : right?.version?.id === version.id ? 'right' : null}
              onPickLeft={() => pickLeft(version.id)}
              onPickRight={() => pickRight({ type: 'version', versionId: version.id })}
              onCompare={onCompare}
            />
          ))}
        </ol>
        <PickBar
          shown={document}
          left={left}
          right={right}
          startRef={start}
          onCompare={onCompare}
          onExpect={onExpect}
        />
        <span className="sr-only" role="status">
          {announced}
        </span>
      </section>
      <SidePanel document={document} documents={documents} onPickLeft={pickLeft} onCompare={onCompare} />
    </>
  )
}
