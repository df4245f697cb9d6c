import { Select } from 'antd'
import { memo, useCallback, useEffect, useId, useMemo, useRef, useState, useSyncExternalStore } from 'react'
import type { Anchor } from '../../../../shared/review/anchor.ts'
import {
  BASIS_KINDS,
  type BasisKind,
  DECISION_STATUSES,
  type Decision,
  type DecisionStatus,
} from '../../../../shared/review/decision.ts'
import { formatDay, formatTime } from '../../../lib/format.ts'
import { useT } from '../../../lib/i18n.ts'
import { useCommands } from '../../../lib/shortcuts.ts'
import { Button } from '../../../ui/button.tsx'
import { Icon, type IconName } from '../../../ui/icon.tsx'
import { Kbd } from '../../../ui/kbd.tsx'
import { useCompare, useController } from '../compare-context.ts'
import { shownItemAt } from '../model/view-model.ts'
import type { Verdict } from '../reviewing.ts'
import { VerdictKeeper, verdictOf } from './verdict-keeper.ts'

const ICON: Readonly<Record<DecisionStatus, IconName>> = { accepted: 'check', rejected: 'cross', pending: 'ask' }

/** The decision on the change in hand. Always in the same place, whatever the facts above it say. */
export function Dock() {
  const { reviewing } = useController()
  const { model, display, decision } = useCompare(({ model, filters, current, decisions }) => {
    const item = model && current !== null ? shownItemAt(model, filters, current) : null
    return { model, display: item?.display ?? null, decision: item ? (decisions[item.row]?.decision ?? null) : null }
  })
  // `model` is what the anchor is made of, though only the controller reads it.
  const anchor = useMemo(
    () => (model && display !== null ? reviewing.anchorOf(display) : null),
    [reviewing, model, display],
  )
  return anchor ? <DockFields display={display} anchor={anchor} decision={decision} /> : <DockOff />
}

/** Keeps what is written of one change; of another change, or of one whose words are others by now, another keeper does. */
function useKeeper(anchor: Anchor, decision: Decision | null): VerdictKeeper {
  const { reviewing } = useController()
  const key = `${anchor.side}${anchor.quote}`
  const begin = () => ({
    key,
    keeper: new VerdictKeeper(anchor, decision, (...said) => reviewing.decide(...said)),
  })
  const [{ key: heldKey, keeper }, setHeld] = useState(begin)
  if (heldKey !== key) setHeld(begin)
  useEffect(() => keeper.follow(decision), [keeper, decision])
  useEffect(() => {
    const leave = () => keeper.leave()
    window.addEventListener('pagehide', leave)
    return () => {
      window.removeEventListener('pagehide', leave)
      leave()
    }
  }, [keeper])
  return keeper
}

/** Nothing in hand: the dock keeps its place. */
function DockOff() {
  return <DockView verdict={verdictOf(null)} decision={null} />
}

interface DockProps {
  readonly display: number | null
  readonly anchor: Anchor
  readonly decision: Decision | null
}

function DockFields({ display, anchor, decision }: DockProps) {
  const t = useT()
  const controller = useController()
  const { reviewing } = controller
  const keeper = useKeeper(anchor, decision)
  const verdict = useSyncExternalStore(keeper.subscribe, keeper.read)
  const write = (next: Verdict) => keeper.write(next)
  const choose = (status: DecisionStatus) => void keeper.keep({ ...verdict, status })
  const confirm = () => void keeper.keep(verdict).then(() => reviewing.goToNextOpen())
  useCommands([
    { id: 'compare.confirm', title: t('compare:command.confirm'), keys: 'Mod+Enter', inText: true, run: confirm },
  ])
  const take = () => display !== null && controller.takeBaseline(display)
  return <DockView verdict={verdict} decision={decision} actions={{ write, choose, confirm, take }} />
}

interface DockViewProps {
  readonly verdict: Verdict
  readonly decision: Decision | null
  /** Left out, everything is disabled. */
  readonly actions?: {
    readonly write: (verdict: Verdict) => void
    readonly choose: (status: DecisionStatus) => void
    readonly confirm: () => void
    readonly take: () => void
  }
}

function DockView({ verdict, decision, actions }: DockViewProps) {
  const t = useT()
  const off = actions === undefined
  return (
    <section className="cmp-dock" aria-label={t('compare:dock.label')}>
      <Statuses off={off} chosen={decision?.status ?? null} onChoose={(status) => actions?.choose(status)} />
      <ReasonField
        off={off}
        decision={decision}
        reason={verdict.reason}
        onChange={(reason) => actions?.write({ ...verdict, reason })}
      />
      <BasisField off={off} basis={verdict.basis} onChange={(basis) => actions?.write({ ...verdict, basis })} />
      <div className="foot">
        <Button size="large" disabled={off} onClick={actions?.take}>
          {t('compare:dock.take')}
        </Button>
        <Button size="large" look="primary" disabled={off} onClick={actions?.confirm}>
          {t('compare:dock.confirm')} <Kbd keys="Mod+Enter" />
        </Button>
      </div>
    </section>
  )
}

function Statuses(props: {
  readonly off: boolean
  readonly chosen: DecisionStatus | null
  readonly onChoose: (status: DecisionStatus) => void
}) {
  const t = useT()
  return (
    <div className="seg" role="radiogroup" aria-label={t('compare:dock.label')}>
      {DECISION_STATUSES.map((status) => (
        <button
          key={status}
          type="button"
          role="radio"
          aria-checked={props.chosen === status}
          className={props.chosen === status ? 'on' : undefined}
          disabled={props.off}
          onClick={() => props.onChoose(status)}
        >
          <Icon name={ICON[status]} />
          {t(`compare:dock.${status}`)}
        </button>
      ))}
    </div>
  )
}

function ReasonField(props: {
  readonly off: boolean
  readonly decision: Decision | null
  readonly reason: string
  readonly onChange: (reason: string) => void
}) {
  const t = useT()
  const id = useId()
  const { decision } = props
  return (
    <>
      <div className="lab">
        <label htmlFor={id}>{t('compare:dock.reason')}</label>
        {decision && (
          <span className="by">
            {decision.reviewer && `${decision.reviewer}　`}
            {formatDay(decision.decidedAt).slice(5)} {formatTime(decision.decidedAt)}
          </span>
        )}
      </div>
      <textarea
        id={id}
        className="ta"
        disabled={props.off}
        value={props.reason}
        placeholder={t('compare:dock.reasonHint')}
        maxLength={20_000}
        onChange={(event) => props.onChange(event.target.value)}
      />
    </>
  )
}

function BasisField(props: {
  readonly off: boolean
  readonly basis: Verdict['basis']
  readonly onChange: (basis: Verdict['basis']) => void
}) {
  const t = useT()
  const { basis } = props
  const latest = useRef(props)
  useEffect(() => {
    latest.current = props
  })
  const choose = useCallback((kind: BasisKind | '') => {
    const { basis, onChange } = latest.current
    onChange(kind === '' ? null : { kind, reference: basis?.reference ?? '' })
  }, [])
  return (
    <div className="lab one">
      <span>{t('compare:dock.basis')}</span>
      <div className="ta one">
        <BasisKindSelect off={props.off} kind={basis?.kind ?? ''} onChoose={choose} />
        <input
          type="text"
          disabled={props.off || basis === null}
          aria-label={t('compare:dock.reference')}
          placeholder={t('compare:dock.reference')}
          value={basis?.reference ?? ''}
          maxLength={500}
          onChange={(event) => basis && props.onChange({ ...basis, reference: event.target.value })}
        />
      </div>
    </div>
  )
}

/** antd's select is the dearest part of the dock: while someone types in the row in hand the dock is drawn again with every key. */
const BasisKindSelect = memo(function BasisKindSelect(props: {
  readonly off: boolean
  readonly kind: BasisKind | ''
  readonly onChoose: (kind: BasisKind | '') => void
}) {
  const t = useT()
  return (
    <Select<BasisKind | ''>
      size="small"
      variant="borderless"
      className="src"
      disabled={props.off}
      popupMatchSelectWidth={false}
      aria-label={t('compare:dock.basisKind')}
      value={props.kind}
      onChange={props.onChoose}
      options={[
        { value: '', label: t('compare:dock.noBasis') },
        ...BASIS_KINDS.map((kind) => ({ value: kind, label: t(`compare:basis.${kind}`) })),
      ]}
    />
  )
})
