import { Dropdown } from 'antd'
import { useState } from 'react'
import { TARGET_GLYPH } from '../../../shared/targets/target-glyph.ts'
import { formatCount, formatDay, formatDelta, formatTime } from '../../lib/format.ts'
import { useT } from '../../lib/i18n.ts'
import type { DocumentSummary, VersionSummary } from '../../lib/library.ts'
import { type Pair, versionBefore } from '../../lib/versions.ts'
import { Button, IconButton } from '../../ui/button.tsx'
import { TargetChip } from '../../ui/target-chip.tsx'
import { openDraft, removeFromLibrary } from './library-actions.ts'
import { ReaderDialog } from './reader-dialog.tsx'
import { useStageName } from './stage-name.ts'
import { VersionDialog } from './version-dialog.tsx'

export interface VersionCardProps {
  readonly document: DocumentSummary
  readonly version: VersionSummary
  readonly newest: boolean
  /** The how-manieth version of its stage. */
  readonly number: number
  readonly role: 'left' | 'right' | null
  readonly onPickLeft: () => void
  readonly onPickRight: () => void
  readonly onCompare: (pair: Pair) => void
}

/** One version on the timeline: what it is, and what changed since the one before. */
export function VersionCard(props: VersionCardProps) {
  const { document, version, newest, number, role, onPickLeft, onPickRight } = props
  const t = useT()
  const stageName = useStageName()
  const [dialog, setDialog] = useState<'read' | 'edit' | null>(null)
  const name = stageName(version.stage, number)
  const before = versionBefore(document, version)
  return (
    <li className="v full">
      <div className="v-date">
        {version.date ?? formatDay(version.createdAt)}
        {version.date === null && <small>{formatTime(version.createdAt)}</small>}
      </div>
      <div className="v-axis" aria-hidden="true" />
      <article className={role ? 'card picked' : 'card'} aria-label={name}>
        <div className="card-title">
          <b>{name}</b>
          {role && <span className={role === 'left' ? 'role l' : 'role r'}>{t(`common:side.${role}`)}</span>}
          {version.truncated && <span className="lv bad">{t('library:truncated')}</span>}
          <span className="sp" />
          {newest && !document.draft && <DraftButton version={version} onCompare={props.onCompare} />}
          <Button size="small" onClick={() => setDialog('read')}>
            {t('library:open')}
          </Button>
          {role === 'left' ? (
            <Button size="small" onClick={onPickRight}>
              {t('library:pick.right')}
            </Button>
          ) : (
            <Button size="small" onClick={onPickLeft}>
              {t('library:pick.left')}
            </Button>
          )}
          <VersionMenu {...props} onEdit={() => setDialog('edit')} />
        </div>
        <Facts version={version} before={before} />
        {version.note !== '' && <p className="card-note">{version.note}</p>}
        {version.delta && before && <Delta {...props} before={before} />}
      </article>
      {dialog === 'read' && <ReaderDialog version={version} onClose={() => setDialog(null)} />}
      {dialog === 'edit' && <VersionDialog version={version} onClose={() => setDialog(null)} />}
    </li>
  )
}

function Facts({ version, before }: { readonly version: VersionSummary; readonly before: VersionSummary | null }) {
  const t = useT()
  return (
    <div className="card-facts">
      {version.author !== '' && <span>{version.author}</span>}
      <span>
        {t('common:characters', { count: version.characters, formatted: formatCount(version.characters) })}
        {before && <>（{formatDelta(version.characters - before.characters)}）</>}
      </span>
      <span className="ellipsis">{version.sourceName ?? t('library:noSource')}</span>
      {version.findings > 0 && <span>{t('library:findings', { count: version.findings })}</span>}
    </div>
  )
}

function DraftButton(props: { readonly version: VersionSummary; readonly onCompare: (pair: Pair) => void }) {
  const t = useT()
  return (
    <Button
      size="small"
      icon="edit"
      onClick={() => void openDraft(props.version.id).then((pair) => pair && props.onCompare(pair))}
    >
      {t('library:draft.begin')}
    </Button>
  )
}

const CHIPS = ['raised', 'lowered', 'added', 'dropped'] as const

/** Counts against the version before, as kept when the version came in. Leads to that comparison. */
function Delta(props: VersionCardProps & { readonly before: VersionSummary }) {
  const { version, before, onCompare } = props
  const t = useT()
  const { delta, progress } = version
  if (!delta) return null
  const { targets } = delta
  const total = targets.raised + targets.lowered + targets.added + targets.dropped + targets.other
  return (
    <div className="card-delta">
      <button
        type="button"
        className="card-since"
        title={t('library:sinceHint')}
        onClick={() => onCompare({ leftVersionId: before.id, right: { type: 'version', versionId: version.id } })}
      >
        {t('library:since')}
      </button>
      <span>
        {t('common:class.substance')} <b>{formatCount(delta.substance)}</b>
      </span>
      <span>
        {t('common:class.wording')} <b>{formatCount(delta.wording)}</b>
      </span>
      {total > 0 && (
        <span>
          {t('common:class.targets')} <b>{formatCount(total)}</b>
        </span>
      )}
      <DeltaChips targets={targets} />
      <span className="sp" />
      {progress && (
        <span>
          {t('library:progress', { handled: formatCount(progress.handled), total: formatCount(progress.total) })}
        </span>
      )}
    </div>
  )
}

function DeltaChips({ targets }: { readonly targets: NonNullable<VersionSummary['delta']>['targets'] }) {
  const t = useT()
  return (
    <>
      {CHIPS.map(
        (kind) =>
          targets[kind] > 0 && (
            <TargetChip
              key={kind}
              glyph={TARGET_GLYPH[kind]}
              label={t('library:chip', { change: t(`common:targetChange.${kind}`), count: targets[kind] })}
            >
              {formatCount(targets[kind])}
            </TargetChip>
          ),
      )}
      {targets.other > 0 && (
        <TargetChip
          glyph="▽◇"
          label={t('library:chip', { change: t('common:targetChange.other'), count: targets.other })}
        >
          {formatCount(targets.other)}
        </TargetChip>
      )}
    </>
  )
}

function VersionMenu(props: VersionCardProps & { readonly onEdit: () => void }) {
  const { document, version, role, onPickRight, onCompare, onEdit } = props
  const t = useT()
  const before = versionBefore(document, version)
  const items = [
    ...(role === null ? [{ key: 'right', label: t('library:pick.right') }] : []),
    ...(before ? [{ key: 'compare', label: t('library:compareBefore') }] : []),
    ...(document.draft ? [] : [{ key: 'draft', label: t('library:draft.from') }]),
    { key: 'edit', label: t('library:edit.version') },
    { type: 'divider' as const },
    { key: 'remove', danger: true, label: t('library:remove.version') },
  ]
  const actions: Readonly<Record<string, () => void>> = {
    right: onPickRight,
    compare: () => before && onCompare({ leftVersionId: before.id, right: { type: 'version', versionId: version.id } }),
    draft: () => void openDraft(version.id).then((pair) => pair && onCompare(pair)),
    edit: onEdit,
    remove: () => void removeFromLibrary(document, version, t),
  }
  return (
    <Dropdown trigger={['click']} placement="bottomRight" menu={{ items, onClick: ({ key }) => actions[key]?.() }}>
      <IconButton icon="more" label={t('common:more')} />
    </Dropdown>
  )
}
