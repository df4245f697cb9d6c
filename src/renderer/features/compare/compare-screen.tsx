import { useEffect, useRef, useState } from 'react'
import { errorMessage, toReply } from '../../lib/errors.ts'
import { useT } from '../../lib/i18n.ts'
import type { Pair, SideRef } from '../../lib/versions.ts'
import { Button } from '../../ui/button.tsx'
import type { StatusLine } from '../../ui/status.ts'
import { Bar } from './bar.tsx'
import { CompareContext, useCompare, useController } from './compare-context.ts'
import { CompareController } from './compare-controller.ts'
import type { OpeningPlace } from './comparing.ts'
import { Heads } from './heads.tsx'
import { Inspector } from './inspector/inspector.tsx'
import { Notices } from './notices.tsx'
import { Outline } from './outline.tsx'
import { Ruler } from './ruler.tsx'
import { Spine, Underlay } from './spine.tsx'
import { StatusLeft, StatusRight } from './status-line.tsx'
import { useCompareCommands } from './use-compare-commands.ts'
import './compare.css'
import './baselines.css'
import './inspector/inspector.css'
import './inspector/history.css'

export interface CompareScreenProps {
  readonly leftVersionId: string
  readonly right: SideRef
  /** Words to open at; null for the first changed target. */
  readonly at?: OpeningPlace | null
  /** Shows another pair: other sides chosen, sides swapped, a draft sealed. */
  readonly onOpen: (pair: Pair) => void
  readonly onOpenLibrary: (documentId?: string) => void
  readonly onStatus: (line: StatusLine | null) => void
}

/** 比对: two texts side by side, what changed between them, and what is decided on it. One right side for the life of the component; the left one may change. */
export function CompareScreen(props: CompareScreenProps) {
  const { leftVersionId, right, at, onStatus } = props
  const [controller] = useState(() => new CompareController({ leftVersionId, right, at: at ?? null }))
  useEffect(() => {
    const { store } = controller
    onStatus({ left: <StatusLeft store={store} />, right: <StatusRight store={store} /> })
    return () => onStatus(null)
  }, [controller, onStatus])
  return (
    <CompareContext value={controller}>
      <Screen {...props} />
    </CompareContext>
  )
}

function Screen({ leftVersionId, right, onOpen, onOpenLibrary }: CompareScreenProps) {
  const t = useT()
  const failure = useCompare((state) => state.failure)
  const baseline = useCompare((state) => state.left?.versionId ?? leftVersionId)
  useCompareCommands()
  useEffect(() => {
    // The app comes back to the baseline that was last on the left.
    if (baseline !== leftVersionId) onOpen({ leftVersionId: baseline, right })
  }, [baseline, leftVersionId, right, onOpen])
  if (failure !== null) {
    const reply = toReply(failure)
    return (
      <main className="crash" role="alert">
        <h1>{t('compare:failure.title')}</h1>
        <p>{errorMessage(reply)}</p>
        <div>
          <Button look="primary" onClick={() => onOpenLibrary()}>
            {t('compare:failure.library')}
          </Button>
        </div>
      </main>
    )
  }
  return (
    <div className="cmp">
      <Bar />
      <main className="cmp-work" aria-label={t('compare:label')}>
        <Outline />
        <section className="cmp-center">
          <Heads onOpen={onOpen} />
          <Notices onOpen={onOpen} />
          <Texts />
        </section>
        <Inspector />
      </main>
    </div>
  )
}

/** The two editors with the spine between them, in one scroller, and the ruler beside it. */
function Texts() {
  const t = useT()
  const controller = useController()
  const scroller = useRef<HTMLDivElement>(null)
  const leftHost = useRef<HTMLDivElement>(null)
  const rightHost = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (!scroller.current || !leftHost.current || !rightHost.current) return
    const detach = controller.attach({
      scroller: scroller.current,
      left: leftHost.current,
      right: rightHost.current,
    })
    void controller.open()
    return detach
  }, [controller])
  return (
    <div className="cmp-body">
      <div className="cmp-scroll" ref={scroller} role="group" aria-label={t('compare:pane.group')}>
        <div className="cmp-rows">
          <div className="cmp-under" aria-hidden="true">
            <div className="paper" />
            <div className="mid" />
            <div className="pane" />
            <Underlay />
          </div>
          <div className="cmp-pane l" ref={leftHost} />
          <Spine />
          <div className="cmp-pane r" ref={rightHost} />
        </div>
      </div>
      <Ruler scroller={scroller} />
    </div>
  )
}
