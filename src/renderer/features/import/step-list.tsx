import { useId, useState } from 'react'
import { formatCount } from '../../lib/format.ts'
import { useT } from '../../lib/i18n.ts'
import { Icon } from '../../ui/icon.tsx'
import { Switch } from '../../ui/switch.tsx'
import { switchStep } from './check-entry.ts'
import type { Place } from './model/place.ts'
import { findSample } from './model/preview-place.ts'
import type { Entry, Reading } from './queue.ts'
import { stepName } from './step-names.ts'

type StepLog = Reading['log']['steps'][number]
interface StepListProps {
  readonly entry: Entry
  readonly reading: Reading
  readonly onShow: (place: Place) => void
}

/** The clean-up steps that did something, each with its switch, how often it acted and examples; the idle ones are folded away. */
export function StepList({ entry, reading, onShow }: StepListProps) {
  const t = useT()
  const [all, setAll] = useState(false)
  const codes = reading.steps.map(({ code }) => code)
  const logOf = (code: string) => reading.log.steps.find((step) => step.code === code)
  const byReader = reading.log.steps.filter(({ code }) => !codes.includes(code))
  // A step that was switched off has no figures any more; it must not hide from whoever wants it back.
  const isOptional = new Set(reading.steps.filter((step) => step.optional).map((step) => step.code))
  const idle = codes.filter((code) => !logOf(code) && (isOptional.has(code) || !entry.disabled.includes(code)))
  const shown = all ? codes : codes.filter((code) => !idle.includes(code))
  const show = (sample: string) => {
    const place = findSample(reading.rawLines, sample)
    if (place) onShow(place)
  }
  return (
    <ul className="steps">
      {byReader.map((log) => (
        <StepLine key={`reader-${log.code}`} name={stepName(log.code, t)} log={log} onShow={show} />
      ))}
      {shown.map((code) => (
        <StepLine
          key={code}
          name={stepName(code, t)}
          log={logOf(code)}
          onShow={show}
          on={!entry.disabled.includes(code)}
          onSwitch={(on) => void switchStep(entry.key, code, on)}
        />
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

/** One step; without `onSwitch` it is what the reader did by itself. */
function StepLine(props: {
  readonly name: string
  readonly log: StepLog | undefined
  readonly onShow: (sample: string) => void
  readonly on?: boolean
  readonly onSwitch?: (on: boolean) => void
}) {
  const { name, log, onShow, on = true, onSwitch } = props
  const t = useT()
  const id = useId()
  const [open, setOpen] = useState(false)
  const samples = on ? (log?.samples ?? []) : []
  return (
    <li className={on && log ? 'step' : 'step idle'}>
      <div className="step-line">
        {onSwitch ? <Switch label={name} on={on} onChange={onSwitch} /> : <span className="step-fixed" />}
        {samples.length > 0 ? (
          <button
            type="button"
            className="step-open"
            aria-expanded={open}
            aria-controls={id}
            onClick={() => setOpen(!open)}
          >
            <span className="ellipsis">{name}</span>
            {!open && <span className="step-sample ellipsis">{samples[0]}</span>}
          </button>
        ) : (
          <span className="ellipsis">{name}</span>
        )}
        {on ? <Figures log={log} /> : <span className="step-count mut sm">{t('import:steps.off')}</span>}
      </div>
      {open && samples.length > 0 && (
        <ul className="step-samples" id={id} aria-label={t('import:steps.samples', { name })}>
          {samples.map((sample, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: two samples may read the same
            <li key={index}>
              <button type="button" className="step-sample ellipsis" title={sample} onClick={() => onShow(sample)}>
                {sample}
              </button>
            </li>
          ))}
        </ul>
      )}
    </li>
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
