import { formatCount } from '../../lib/format.ts'
import { useT } from '../../lib/i18n.ts'
import { type Entry, type Reading, switchStep } from './queue.ts'
import { stepName } from './step-names.ts'

/** Every clean-up step with its switch, how often it acted and an example; first what the reader left out by itself. */
export function StepList({ entry, reading }: { readonly entry: Entry; readonly reading: Reading }) {
  const t = useT()
  const switchable = new Set(reading.steps.map(({ code }) => code))
  const byReader = reading.log.steps.filter(({ code }) => !switchable.has(code))
  return (
    <ul className="steps">
      {byReader.map((log) => (
        <li key={`reader-${log.code}`} className="step">
          <span className="step-fixed" />
          <span>{stepName(log.code, t)}</span>
          <Figures log={log} />
        </li>
      ))}
      {reading.steps.map(({ code }) => {
        const on = !entry.disabled.includes(code)
        const log = reading.log.steps.find((step) => step.code === code)
        const sample = on ? log?.samples?.[0] : undefined
        return (
          <li key={code} className={on && log ? 'step' : 'step idle'}>
            <button
              type="button"
              role="switch"
              aria-checked={on}
              aria-label={stepName(code, t)}
              className={on ? 'switch' : 'switch off'}
              onClick={() => void switchStep(entry.key, code, !on)}
            />
            <span className="ellipsis">{stepName(code, t)}</span>
            {sample !== undefined && (
              <span className="step-sample ellipsis" title={log?.samples?.join('\n')}>
                {sample}
              </span>
            )}
            {on ? <Figures log={log} /> : <span className="step-count mut sm">{t('import:steps.off')}</span>}
          </li>
        )
      })}
    </ul>
  )
}

function Figures({ log }: { readonly log: Reading['log']['steps'][number] | undefined }) {
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
