import { Select } from 'antd'
import { useEffect, useId, useRef, useState } from 'react'
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

const ICON: Readonly<Record<DecisionStatus, IconName>> = { accepted: 'check', rejected: 'cross', pending: 'ask' }

function verdictOf(decision: Decision | null): Verdict {
  return { status: decision?.status ?? 'accepted', reason: decision?.reason ?? '', basis: decision?.basis ?? null }
}

/** The decision on the change in hand. Always in the same place, whatever the facts above it say. */
export function Dock() {
  const { display, decision } = useCompare(({ model, filters, current, decisions }) => {
    const item = model && current !== null ? shownItemAt(model, filters, current) : null
    return { display: item?.display ?? null, decision: item ? (decisions[item.row]?.decision ?? null) : null }
  })
  return <DockFields key={`${display} ${decision?.id}`} display={display} decision={decision} />
}

function DockFields({ display, decision }: { readonly display: number | null; readonly decision: Decision | null }) {
  const t = useT()
  const controller = useController()
  const [verdict, setVerdict] = useState(() => verdictOf(decision))
  const { isKept, keep } = useKept(display, decision, verdict)
  const off = display === null
  const confirm = () => {
    const done = decision === null || !isKept() ? keep(verdict) : Promise.resolve()
    void done.then(() => controller.reviewing.goToNextOpen())
  }
  useCommands([
    {
      id: 'compare.confirm',
      title: t('compare:command.confirm'),
      keys: 'Mod+Enter',
      inText: true,
      enabled: !off,
      run: confirm,
    },
  ])
  return (
    <section className="cmp-dock" aria-label={t('compare:dock.label')}>
      <Statuses
        off={off}
        chosen={decision?.status ?? null}
        onChoose={(status) => {
          setVerdict({ ...verdict, status })
          void keep({ ...verdict, status })
        }}
      />
      <ReasonField
        off={off}
        decision={decision}
        reason={verdict.reason}
        onChange={(reason) => setVerdict({ ...verdict, reason })}
      />
      <BasisField off={off} basis={verdict.basis} onChange={(basis) => setVerdict({ ...verdict, basis })} />
      <div className="foot">
        <Button size="large" disabled={off} onClick={() => display !== null && controller.takeBaseline(display)}>
          {t('compare:dock.take')}
        </Button>
        <Button size="large" look="primary" disabled={off} onClick={confirm}>
          {t('compare:dock.confirm')} <Kbd keys="Mod+Enter" />
        </Button>
      </div>
    </section>
  )
}

/**
 * Keeps what is written in the dock without asking: also when another change is taken in hand first. A reason without a
 * decision is kept as 待定.
 */
function useKept(display: number | null, decision: Decision | null, verdict: Verdict) {
  const { reviewing } = useController()
  const written = useRef(verdict)
  const stored = useRef(JSON.stringify(verdictOf(decision)))
  useEffect(() => {
    written.current = verdict
  })
  const isKept = () => JSON.stringify(written.current) === stored.current
  const keep = async (next: Verdict) => {
    stored.current = JSON.stringify(next)
    written.current = next
    if (display !== null) await reviewing.decide(display, next)
  }
  const leave = useRef(() => {})
  useEffect(() => {
    leave.current = () => {
      if (!isKept()) void keep(decision ? written.current : { ...written.current, status: 'pending' })
    }
  })
  useEffect(() => () => leave.current(), [])
  return { isKept, keep }
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
            {decision.reviewer}　{formatDay(decision.decidedAt).slice(5)} {formatTime(decision.decidedAt)}
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
  return (
    <div className="lab one">
      <span>{t('compare:dock.basis')}</span>
      <div className="ta one">
        <Select<BasisKind | ''>
          size="small"
          variant="borderless"
          className="src"
          disabled={props.off}
          popupMatchSelectWidth={false}
          aria-label={t('compare:dock.basisKind')}
          value={basis?.kind ?? ''}
          onChange={(kind) => props.onChange(kind === '' ? null : { kind, reference: basis?.reference ?? '' })}
          options={[
            { value: '', label: t('compare:dock.noBasis') },
            ...BASIS_KINDS.map((kind) => ({ value: kind, label: t(`compare:basis.${kind}`) })),
          ]}
        />
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
