import { formatCount } from '../lib/format.ts'
import { Icon } from './icon.tsx'

/** A filter that carries its count even when it is off (then dashed, with an empty box). */
export function CountFilter(props: {
  readonly label: string
  readonly count: number
  readonly on: boolean
  readonly onChange: (on: boolean) => void
}) {
  const { label, count, on, onChange } = props
  return (
    <button
      type="button"
      className={on ? 'f' : 'f off'}
      role="checkbox"
      aria-checked={on}
      aria-label={`${label} ${count}`}
      onClick={() => onChange(!on)}
    >
      <i>{on && <Icon name="check" small />}</i>
      {label}
      <em>{formatCount(count)}</em>
    </button>
  )
}
