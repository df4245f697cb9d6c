import type { Ref } from 'react'
import { formatDay } from '../../lib/format.ts'
import { useT } from '../../lib/i18n.ts'
import type { DocumentSummary } from '../../lib/library.ts'
import { shortTitle } from '../../lib/short-title.ts'
import { useCommands } from '../../lib/shortcuts.ts'
import type { Pair } from '../../lib/versions.ts'
import { Button, IconButton } from '../../ui/button.tsx'
import { Kbd } from '../../ui/kbd.tsx'
import { type PickedRight, type PickedVersion, usePicks } from './picks.ts'
import { useStageName } from './stage-name.ts'

/** The two sides picked, and 开始比对. */
export function PickBar(props: {
  readonly shown: DocumentSummary
  readonly left: PickedVersion | null
  readonly right: PickedRight | null
  readonly startRef: Ref<HTMLButtonElement>
  readonly onCompare: (pair: Pair) => void
}) {
  const { shown, left, right, startRef, onCompare } = props
  const t = useT()
  const pickLeft = usePicks((state) => state.pickLeft)
  const pickRight = usePicks((state) => state.pickRight)
  const ready = left !== null && right !== null && left.version.id !== right.version?.id
  const start = () => {
    if (ready) onCompare({ leftVersionId: left.version.id, right: right.ref })
  }
  const canSwap = ready && right.version !== null
  const swap = () => {
    if (!canSwap || !right.version) return
    pickLeft(right.version.id)
    pickRight({ type: 'version', versionId: left.version.id })
  }
  useCommands([{ id: 'library.compare', title: t('library:compare'), keys: 'Enter', enabled: ready, run: start }])
  return (
    <footer className="pick">
      <span className="role l">{t('common:side.left')}</span>
      <Side picked={left} shown={shown} none={t('library:picked.noLeft')} />
      {left && left.document.id !== shown.id && (
        <IconButton icon="cross" label={t('library:pick.clear')} onClick={() => pickLeft(null)} />
      )}
      <IconButton icon="swap" label={t('library:pick.swap')} disabled={!canSwap} onClick={swap} />
      <span className="role r">{t('common:side.right')}</span>
      <Side picked={right} shown={shown} none={t('library:picked.noRight')} />
      <span className="sp" />
      <Button ref={startRef} look="primary" size="large" disabled={!ready} onClick={start}>
        {t('library:compare')}
        <Kbd keys="Enter" />
      </Button>
    </footer>
  )
}

function Side(props: {
  readonly picked: PickedVersion | PickedRight | null
  readonly shown: DocumentSummary
  readonly none: string
}) {
  const { picked, shown, none } = props
  const t = useT()
  const stageName = useStageName()
  if (!picked) return <span className="mut">{none}</span>
  const { document, version } = picked
  const name = version ? stageName(version.stage) : t('common:draft')
  const day = version ? (version.date ?? formatDay(version.createdAt)) : ''
  return (
    <span className="pick-side ellipsis" title={`${document.title}　${name}`}>
      {document.id !== shown.id && <>{shortTitle(document.title)}　</>}
      {name}　{day}
    </span>
  )
}
