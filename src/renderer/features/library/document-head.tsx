import { useState } from 'react'
import { useT } from '../../lib/i18n.ts'
import type { DocumentSummary } from '../../lib/library.ts'
import { Icon } from '../../ui/icon.tsx'
import { DocumentDialog } from './document-dialog.tsx'
import { DocumentMenu } from './document-menu.tsx'
import { type StageState, stageStates } from './model/stages.ts'

/** The title, what the document is, and the stages it has come through. */
export function DocumentHead({ document }: { readonly document: DocumentSummary }) {
  const t = useT()
  const [editing, setEditing] = useState(false)
  const stages = stageStates(document.versions)
  const { periodFrom, periodTo, region, level, kind } = document
  return (
    <header className="doc-head">
      <h1>{document.title}</h1>
      <div className="doc-meta">
        <span>{t(`common:documentKind.${kind}`)}</span>
        {(region || level) && <span>{[region, level && t(`common:level.${level}`)].filter(Boolean).join('　')}</span>}
        {periodFrom !== null && periodTo !== null && (
          <span>
            {periodFrom === periodTo
              ? t('common:unit.year', { year: periodFrom })
              : t('common:unit.yearRange', { from: periodFrom, to: periodTo })}
          </span>
        )}
        <span className="sp" />
        <button type="button" className="link" onClick={() => setEditing(true)}>
          {t('library:edit.document')}
        </button>
        <DocumentMenu document={document} />
      </div>
      {stages.length > 0 && <StageBar stages={stages} />}
      {editing && <DocumentDialog document={document} onClose={() => setEditing(false)} />}
    </header>
  )
}

const STATE_CLASS = { passed: 'st done', skipped: 'st', now: 'st now', ahead: 'st next' } as const

function StageBar({ stages }: { readonly stages: readonly StageState[] }) {
  const t = useT()
  return (
    <ol className="stages" aria-label={t('library:stages.label')}>
      {stages.map(({ stage, state }, index) => (
        <li key={stage} className={STATE_CLASS[state]} aria-current={state === 'now' ? 'step' : undefined}>
          <i>{state === 'passed' ? <Icon name="check" small /> : index + 1}</i>
          {t(`common:stage.${stage}`)}
          <span className="sr-only">{t(`library:stages.${state}`)}</span>
        </li>
      ))}
    </ol>
  )
}
