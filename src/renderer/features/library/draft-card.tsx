import { Dropdown } from 'antd'
import { useState } from 'react'
import { api } from '../../lib/api.ts'
import { formatCount, formatDelta, formatShortDay, formatTime } from '../../lib/format.ts'
import { useT } from '../../lib/i18n.ts'
import { type DocumentSummary, type DraftSummary, useLibrary } from '../../lib/library.ts'
import type { Pair, SideRef } from '../../lib/versions.ts'
import { Button, IconButton } from '../../ui/button.tsx'
import { FormDialog } from '../../ui/form-dialog.tsx'
import { SealDialog } from '../../ui/seal-dialog.tsx'
import { useStageName } from './stage-name.ts'

/** 底稿: the text being written, on top of the timeline. */
export function DraftCard(props: {
  readonly document: DocumentSummary
  readonly draft: DraftSummary
  readonly picked: boolean
  readonly onPick: (ref: SideRef) => void
  readonly onCompare: (pair: Pair) => void
}) {
  const { document, draft, picked, onPick, onCompare } = props
  const t = useT()
  const stageName = useStageName()
  const readAt = useLibrary((state) => state.readAt)
  const [dialog, setDialog] = useState<'seal' | 'discard' | null>(null)
  const ref: SideRef = { type: 'draft', draftId: draft.id }
  const base = document.versions.find((version) => version.id === draft.baseVersionId)
  return (
    <li className="v draft">
      <div className="v-date">
        {formatShortDay(draft.updatedAt, readAt) ?? t('common:today')}
        <small>{formatTime(draft.updatedAt)}</small>
      </div>
      <div className="v-axis" aria-hidden="true" />
      <article className={picked ? 'card picked' : 'card'} aria-label={t('common:draft')}>
        <div className="card-title">
          <b>{t('common:draft')}</b>
          {picked && <span className="role r">{t('common:side.right')}</span>}
          {base && <span className="sm mut">{t('library:draft.after', { stage: stageName(base.stage) })}</span>}
          <span className="sp" />
          <Button size="small" onClick={() => setDialog('seal')}>
            {t('library:draft.seal')}
          </Button>
          <Button
            size="small"
            icon="edit"
            onClick={() => onCompare({ leftVersionId: draft.baseVersionId, right: ref })}
          >
            {t('library:draft.go')}
          </Button>
          <DraftMenu picked={picked} onPick={() => onPick(ref)} onDiscard={() => setDialog('discard')} />
        </div>
        <div className="card-facts">
          <span>
            {t('common:characters', { formatted: formatCount(draft.characters) })}
            {draft.revision > 0 && <>（{formatDelta(draft.characters - draft.baseCharacters)}）</>}
          </span>
          {draft.revision === 0 && <span>{t('library:draft.untouched')}</span>}
          <span>{t('library:draft.autosave')}</span>
        </div>
      </article>
      {dialog === 'seal' && (
        <SealDialog draftId={draft.id} baseStage={base?.stage ?? null} onClose={() => setDialog(null)} />
      )}
      {dialog === 'discard' && <DiscardDialog draft={draft} onClose={() => setDialog(null)} />}
    </li>
  )
}

function DraftMenu(props: { readonly picked: boolean; readonly onPick: () => void; readonly onDiscard: () => void }) {
  const { picked, onPick, onDiscard } = props
  const t = useT()
  const items = [
    ...(picked ? [] : [{ key: 'pick', label: t('library:pick.right') }]),
    { key: 'discard', danger: true, label: t('library:draft.discard') },
  ]
  return (
    <Dropdown
      trigger={['click']}
      placement="bottomRight"
      menu={{ items, onClick: ({ key }) => (key === 'pick' ? onPick() : onDiscard()) }}
    >
      <IconButton icon="more" label={t('common:more')} />
    </Dropdown>
  )
}

/** A draft that is thrown away cannot be had back: this one asks. */
function DiscardDialog({ draft, onClose }: { readonly draft: DraftSummary; readonly onClose: () => void }) {
  const t = useT()
  return (
    <FormDialog
      title={t('library:draft.discardTitle')}
      submit={t('library:draft.discard')}
      ready
      danger
      onClose={onClose}
      onSubmit={async () => {
        await api.invoke('draft:discard', { draftId: draft.id })
      }}
    >
      <p>{t('library:draft.discardBody', { delta: formatDelta(draft.characters - draft.baseCharacters) })}</p>
    </FormDialog>
  )
}
