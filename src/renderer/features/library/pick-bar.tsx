import { type Ref, useEffect } from 'react'
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

/** A pick that stands for so long is no step on the way to another. */
const SETTLED_MS = 150

/** The two sides picked, and 开始比对. */
export function PickBar(props: {
  readonly shown: DocumentSummary
  readonly left: PickedVersion | null
  readonly right: PickedRight | null
  readonly startRef: Ref<HTMLButtonElement>
  readonly onCompare: (pair: Pair) => void
  /** A pair is likely to be compared next. */
  readonly onExpect: (pair: Pair) => void
}) {
  const { shown, left, right, startRef, onCompare, onExpect } = props
  const t = useT()
  const pickLeft = usePicks((state) => state.pickLeft)
  const pickRight = usePicks((state) => state.pickRight)
  const ready = left !== null && right !== null && left.version.id !== right.version?.id
  const pair = ready ? { leftVersionId: left.version.id, right: right.ref } : null
  const start = () => {
    if (pair) onCompare(pair)
  }
  const expect = () => {
    if (pair) onExpect(pair)
  }
  useExpectationOfPicks(pair, onExpect)
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
      <Button ref={startRef} look="primary" size="large" disabled={!ready} onClick={start} onPointerEnter={expect}>
        {t('library:compare')}
        <Kbd keys="Enter" />
      </Button>
    </footer>
  )
}

/** Who picks a side by hand is about to compare. What a document offers by itself is only looked at. */
function useExpectationOfPicks(pair: Pair | null, onExpect: (pair: Pair) => void): void {
  const byHand = usePicks(({ leftVersionId, right }) => leftVersionId !== null || right !== null)
  const key = pair && byHand ? JSON.stringify(pair) : null
  useEffect(() => {
    if (key === null) return
    const timer = setTimeout(() => onExpect(JSON.parse(key) as Pair), SETTLED_MS)
    return () => clearTimeout(timer)
  }, [key, onExpect])
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
