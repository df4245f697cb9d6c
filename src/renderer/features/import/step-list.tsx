import { useState } from 'react'
import { formatCount } from '../../lib/format.ts'
import { useT } from '../../lib/i18n.ts'
import { Icon } from '../../ui/icon.tsx'
import { switchStep } from './check-entry.ts'
import type { Entry, Reading } from './queue.ts'
import { stepName } from './step-names.ts'

type StepLog = Reading['log']['steps'][number]

/** The clean-up steps that did something, each with its switch, how often it acted and an example; the idle ones are folded away. */
export function StepList({ entry, reading }: { readonly entry: Entry; readonly reading: Reading }) {
  const t = useT()
  const [all, setAll] = useState(false)
  const codes = reading.steps.map(({ code }) => code)
  const logOf = (code: string) => reading.log.steps.find((step) => step.code === code)
  const byReader = reading.log.steps.filter(({ code }) => !codes.includes(code))
  // A step that was switched off has no figures any more; it must not hide from whoever wants it back.
  const idle = codes.filter((code) => !logOf(code) && !entry.disabled.includes(code))
  const shown = all ? codes : codes.filter((code) => !idle.includes(code))
  return (
    <ul className="steps">
      {byReader.map((log) => (
        <li key={`reader-${log.code}`} className="step">
          <span className="step-fixed" />
          <span className="ellipsis">{stepName(log.code, t)}</span>
          <Sample log={log} />
          <Figures log={log} />
        </li>
      ))}
      {shown.map((code) => (
        <StepLine key={code} entry={entry} code={code} log={logOf(code)} />
      ))}
      {idle.length > 0 && (
        <li className="step idle">
          <button type="button" className="steps-more" aria-expanded={all} onClick={() => setAll(!all)}>
            <Icon name={all ? 'down' : 'right'} small />
            {all ? t('import:steps.fold') : t('import:steps.idle', { count: idle.length })}
          </button>
        </li>
      )}
    </ul>
  )
}

function StepLine(props: { readonly entry: Entry; readonly code: string; readonly log: StepLog | undefined }) {
  const { entry, code, log } = props
  const t = useT()
  const on = !entry.disabled.includes(code)
  return (
    <li className={on && log ? 'step' : 'step idle'}>
      <button
        type="button"
        role="switch"
        aria-checked={on}
        aria-label={stepName(code, t)}
        className={on ? 'switch' : 'switch off'}
        onClick={() => void switchStep(entry.key, code, !on)}
      />
      <span className="ellipsis">{stepName(code, t)}</span>
      {on && <Sample log={log} />}
      {on ? <Figures log={log} /> : <span className="step-count mut sm">{t('import:steps.off')}</span>}
    </li>
  )
}

function Sample({ log }: { readonly log: StepLog | undefined }) {
  const [first] = log?.samples ?? []
  if (first === undefined) return null
  return (
    <span className="step-sample ellipsis" title={log?.samples?.join('\n')}>
      {first}
    </span>
  )
}

function Figures({ log }: { readonly log: StepLog | undefined }) {
  const t = useT()
  const dropped = log?.dropped ?? 0
  return (
    <span className="step-count">
      {formatCount(log?.count ?? 0)}
      <small>
        {t('import:steps.places')}
        {dropped > 0 && ` ${t('common:characters', { formatted: formatCount(dropped) })}`}
      </small>
    </span>
  )
}
