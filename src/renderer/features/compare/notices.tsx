import { useState } from 'react'
import { formatCount, formatDay, formatTime } from '../../lib/format.ts'
import { useT } from '../../lib/i18n.ts'
import { useLibrary } from '../../lib/library.ts'
import { showError } from '../../lib/toast.ts'
import type { Pair } from '../../lib/versions.ts'
import { Button } from '../../ui/button.tsx'
import { useCompare, useController } from './compare-context.ts'

/** What the user must know or choose before going on; thin bars under the heads. */
export function Notices({ onOpen }: { readonly onOpen: (pair: Pair) => void }) {
  const t = useT()
  const controller = useController()
  const { busy, waiting, compareFailure, conflict, otherDraft } = useCompare((state) => ({
    busy: state.busy,
    // While one types the former comparison stays; only the first one, and one with another baseline, is waited for.
    waiting: state.model === null || state.coming !== null,
    compareFailure: state.compareFailure,
    conflict: state.save.status === 'conflict',
    otherDraft: state.otherDraft,
  }))
  return (
    <>
      {busy && (
        <div className="cmp-busy" role="status">
          <div className="thin-bar wait">
            <u />
          </div>
          {waiting ? (
            <div className="pill">
              {t('compare:status.comparing')}
              <Button size="small" onClick={() => controller.comparing.cancel()}>
                {t('common:cancel')}
              </Button>
            </div>
          ) : (
            <span className="sr-only">{t('compare:status.comparing')}</span>
          )}
        </div>
      )}
      {compareFailure !== null && (
        <div className="cmp-notice bad" role="alert">
          {t('compare:status.failed')}
          <Button size="small" onClick={() => controller.comparing.again()}>
            {t('common:retry')}
          </Button>
        </div>
      )}
      {conflict && <ConflictNotice />}
      {otherDraft && <OtherDraftNotice onOpen={onOpen} />}
    </>
  )
}

function ConflictNotice() {
  const t = useT()
  const { drafting } = useController()
  return (
    <div className="cmp-notice bad" role="alert">
      {t('compare:conflict.text')}
      <Button size="small" onClick={() => void drafting.keepMine().catch(showError)}>
        {t('compare:conflict.mine')}
      </Button>
      <Button size="small" onClick={() => void drafting.takeTheirs().catch(showError)}>
        {t('compare:conflict.theirs')}
      </Button>
    </div>
  )
}

/** The document has another draft: one goes on with it, or seals it first and drafts from here. Nothing is lost either way. */
function OtherDraftNotice({ onOpen }: { readonly onOpen: (pair: Pair) => void }) {
  const t = useT()
  const { drafting } = useController()
  const [working, setWorking] = useState(false)
  const { left, right, otherDraft, asking } = useCompare(({ left, right, otherDraft, asking }) => ({
    left,
    right,
    otherDraft,
    asking,
  }))
  const documents = useLibrary((state) => state.documents)
  if (!left || !right || !otherDraft) return null
  const same = otherDraft.baseVersionId === right.versionId
  const base = documents?.flatMap((document) => document.versions).find(({ id }) => id === otherDraft.baseVersionId)
  const words = {
    time: `${formatDay(otherDraft.updatedAt)} ${formatTime(otherDraft.updatedAt)}`,
    count: formatCount(otherDraft.characters),
    stage: base?.stage ? t(`common:stage.${base.stage}`) : t('common:noStage'),
  }
  const sealFirst = () => {
    setWorking(true)
    drafting.sealOther().catch((error: unknown) => {
      showError(error)
      setWorking(false)
    })
  }
  return (
    <div className={asking ? 'cmp-notice asking' : 'cmp-notice'} role={asking ? 'alert' : 'status'}>
      <span>{t(same ? 'compare:otherDraft.same' : 'compare:otherDraft.other', words)}</span>
      <span className="sp" />
      <Button
        size="small"
        look={asking ? 'primary' : 'default'}
        disabled={working}
        onClick={() => onOpen({ leftVersionId: left.versionId, right: { type: 'draft', draftId: otherDraft.id } })}
      >
        {t('compare:otherDraft.go')}
      </Button>
      {!same && (
        <Button size="small" disabled={working} onClick={sealFirst}>
          {t('compare:otherDraft.seal')}
        </Button>
      )}
    </div>
  )
}
