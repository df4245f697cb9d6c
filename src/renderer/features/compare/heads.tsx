import { Select } from 'antd'
import { useState } from 'react'
import type { Stage } from '../../../shared/outline/document-facts.ts'
import { useT } from '../../lib/i18n.ts'
import { useLibrary } from '../../lib/library.ts'
import { shortTitle } from '../../lib/short-title.ts'
import type { Pair, SideRef } from '../../lib/versions.ts'
import { Button, IconButton } from '../../ui/button.tsx'
import { BaselineSwitch } from './baseline-switch.tsx'
import { useCompare, useController } from './compare-context.ts'
import { forgetDraftBegunFrom } from './drafting.ts'
import { SealDialog } from './seal-dialog.tsx'
import type { SideText } from './sides.ts'

/** How a choice of the selectors is written: `version:…` or `draft:…`. */
function keyOf(ref: SideRef): string {
  return ref.type === 'version' ? `version:${ref.versionId}` : `draft:${ref.draftId}`
}

function refOf(key: string): SideRef {
  const [type, id = ''] = key.split(':')
  return type === 'draft' ? { type: 'draft', draftId: id } : { type: 'version', versionId: id }
}

function useStageName() {
  const t = useT()
  return (stage: Stage | null) => (stage ? t(`common:stage.${stage}`) : t('common:noStage'))
}

/** Both sides: what stands there, and how to put something else there. */
export function Heads({ onOpen }: { readonly onOpen: (pair: Pair) => void }) {
  const t = useT()
  const { left, right } = useCompare(({ left, right }) => ({ left, right }))
  const swappable = right?.ref.type === 'version'
  return (
    <div className="cmp-heads">
      <LeftHead left={left} />
      <div className="mid">
        <IconButton
          icon="swap"
          label={swappable ? t('compare:head.swap') : t('compare:head.swapDraft')}
          disabled={!left || !swappable}
          onClick={() =>
            left &&
            right &&
            onOpen({ leftVersionId: right.versionId, right: { type: 'version', versionId: left.versionId } })
          }
        />
      </div>
      <RightHead left={left} right={right} onOpen={onOpen} />
    </div>
  )
}

interface HeadProps {
  readonly left: SideText | null
  readonly right: SideText | null
  readonly onOpen: (pair: Pair) => void
}

function LeftHead({ left }: Pick<HeadProps, 'left'>) {
  const t = useT()
  const { baselines } = useController()
  return (
    <div className="hd">
      <span className="side">{t('compare:head.left')}</span>
      <SideSelect
        side={left}
        name={t('compare:head.left')}
        drafts={false}
        onChoose={(ref) => ref.type === 'version' && void baselines.switchTo(ref.versionId)}
      />
      <span className="sm mut wide">{[left?.date, t('compare:readOnly')].filter(Boolean).join('　')}</span>
      <BaselineSwitch />
    </div>
  )
}

/** The width in which a label stands whole: antd's own shrinks to any width. */
function widthOf(label: string): number {
  const wide = label.replace(/[ -~·]/g, '').length
  return wide * 13 + (label.length - wide) * 6 + 42
}

/** Whose plan it is goes without saying beside the text itself; the tooltip has the whole title. */
function withoutRegion({ title, facts }: SideText): string {
  const short = shortTitle(title)
  return facts.region !== null && short.startsWith(facts.region) ? short.slice(facts.region.length) : short
}

function RightHead({ left, right, onOpen }: HeadProps) {
  const t = useT()
  const controller = useController()
  const [sealing, setSealing] = useState(false)
  const isDraft = right?.ref.type === 'draft'
  return (
    <div className="hd">
      <span className="side r">{t('compare:head.right')}</span>
      <SideSelect
        side={right}
        name={t('compare:head.right')}
        drafts
        onChoose={(ref) => {
          if (ref.type === 'version') forgetDraftBegunFrom(ref.versionId)
          if (left) onOpen({ leftVersionId: left.versionId, right: ref })
        }}
      />
      <span className="sm mut wide">{[right?.date, t('compare:editable')].filter(Boolean).join('　')}</span>
      <span className="sp" />
      <IconButton
        icon="note"
        label={`${t('compare:notes.addHint')} Ctrl+Alt+M`}
        // The selection of the pane must outlive the press.
        onMouseDown={(event) => event.preventDefault()}
        onClick={() => controller.reviewing.beginNote()}
      />
      <Button look="flat" size="small" icon="undo" className="wide" title="Ctrl+Z" onClick={() => controller.undo()}>
        {t('common:undo')}
      </Button>
      <Button
        size="small"
        icon="seal"
        disabled={!isDraft}
        title={isDraft ? undefined : t('compare:head.sealVersion')}
        onClick={() => setSealing(true)}
      >
        {t('compare:head.seal')}
      </Button>
      {sealing && right?.draft && left && (
        <SealDialog
          right={right}
          draftId={right.draft.id}
          onClose={() => setSealing(false)}
          onSealed={(versionId) => onOpen({ leftVersionId: left.versionId, right: { type: 'version', versionId } })}
        />
      )}
    </div>
  )
}

function SideSelect(props: {
  readonly side: SideText | null
  readonly name: string
  readonly drafts: boolean
  readonly onChoose: (ref: SideRef) => void
}) {
  const t = useT()
  const stageName = useStageName()
  const documents = useLibrary((state) => state.documents) ?? []
  const options = documents.map((document) => {
    const title = shortTitle(document.title)
    const draft = props.drafts ? document.draft : null
    const base = document.versions.find((version) => version.id === draft?.baseVersionId)
    return {
      label: title,
      title,
      options: [
        ...(draft
          ? [
              {
                value: keyOf({ type: 'draft', draftId: draft.id }),
                label: `${title} · ${t('compare:head.draftOf', { stage: stageName(base?.stage ?? null) })}`,
              },
            ]
          : []),
        ...document.versions.map((version) => ({
          value: keyOf({ type: 'version', versionId: version.id }),
          label: `${title} · ${stageName(version.stage)}${version.date ? `　${version.date}` : ''}`,
        })),
      ],
    }
  })
  const { side } = props
  const shown = side && {
    value: keyOf(side.ref),
    label: `${withoutRegion(side)} · ${side.ref.type === 'draft' ? t('common:draft') : stageName(side.stage)}`,
    title: side.title,
  }
  return (
    <Select
      className="cmp-select"
      style={{ width: shown ? widthOf(shown.label) : undefined }}
      labelInValue
      showSearch={{ optionFilterProp: 'label' }}
      popupMatchSelectWidth={420}
      aria-label={t('compare:head.choose', { side: props.name })}
      value={shown}
      options={options}
      onChange={(chosen) => props.onChoose(refOf(chosen.value))}
    />
  )
}
