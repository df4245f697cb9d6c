import './switch.css'

/** On or off, at once. */
export function Switch(props: {
  readonly label: string
  readonly on: boolean
  readonly onChange: (on: boolean) => void
}) {
  const { label, on, onChange } = props
  return (
    <button
      type="button"
      role="switch"
      aria-checked={on}
      aria-label={label}
      title={label}
      className={on ? 'switch' : 'switch off'}
      onClick={() => onChange(!on)}
    />
  )
}
