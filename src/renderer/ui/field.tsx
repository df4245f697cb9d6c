import { type ReactNode, useId, useState } from 'react'
import { parseDate } from '../lib/parse-date.ts'
import './field.css'

/** One line of a form: the label on the left, its control (or two) on the right. */
export function Field(props: {
  readonly label: string
  /** The id of the control that the label belongs to; without it the label only heads the line. */
  readonly htmlFor?: string
  readonly wide?: boolean
  readonly children: ReactNode
}) {
  return (
    <div className={props.wide ? 'field field-top' : 'field'}>
      <label htmlFor={props.htmlFor}>{props.label}</label>
      <div className="field-control">{props.children}</div>
    </div>
  )
}

/** A line of text in a form. `why` says at the right end where a guess comes from. */
export function TextInput(props: {
  readonly id?: string
  readonly label: string
  readonly value: string
  readonly onChange: (value: string) => void
  readonly placeholder?: string
  readonly invalid?: boolean
  readonly why?: ReactNode
  readonly maxLength?: number
  readonly disabled?: boolean
}) {
  return (
    <span className={props.invalid ? 'input bad' : 'input'}>
      <input
        id={props.id}
        type="text"
        aria-label={props.label}
        aria-invalid={props.invalid}
        value={props.value}
        placeholder={props.placeholder}
        maxLength={props.maxLength ?? 500}
        disabled={props.disabled}
        spellCheck={false}
        autoComplete="off"
        onChange={(event) => props.onChange(event.target.value)}
      />
      {props.why}
    </span>
  )
}

/** A date typed in any usual way; while it is none the field says so and the value stays as it was. */
export function DateInput(props: {
  readonly id?: string
  readonly label: string
  readonly value: string | null
  readonly onChange: (value: string | null) => void
  readonly hint: string
  readonly placeholder?: string
  readonly why?: ReactNode
}) {
  const { value, onChange } = props
  const hintId = useId()
  const [typed, setTyped] = useState<string | null>(null)
  const invalid = typed !== null && parseDate(typed) === undefined
  return (
    <span className={invalid ? 'input bad' : 'input'}>
      <input
        id={props.id}
        type="text"
        inputMode="numeric"
        aria-label={props.label}
        aria-invalid={invalid}
        aria-describedby={invalid ? hintId : undefined}
        value={typed ?? value ?? ''}
        placeholder={props.placeholder}
        autoComplete="off"
        onChange={(event) => {
          setTyped(event.target.value)
          const date = parseDate(event.target.value)
          if (date !== undefined) onChange(date)
        }}
        onBlur={() => {
          if (!invalid) setTyped(null)
        }}
      />
      {invalid ? (
        <span className="field-hint" id={hintId}>
          {props.hint}
        </span>
      ) : (
        props.why
      )}
    </span>
  )
}

/** A year from 1900 to 2100, or nothing. */
export function YearInput(props: {
  readonly id?: string
  readonly label: string
  readonly value: number | null
  readonly onChange: (value: number | null) => void
  readonly disabled?: boolean
}) {
  const [typed, setTyped] = useState<string | null>(null)
  const year = typed === null ? props.value : readYear(typed)
  return (
    <span className={year === undefined ? 'input bad' : 'input'}>
      <input
        id={props.id}
        type="text"
        inputMode="numeric"
        aria-label={props.label}
        aria-invalid={year === undefined}
        value={typed ?? props.value ?? ''}
        maxLength={6}
        disabled={props.disabled}
        autoComplete="off"
        onChange={(event) => {
          setTyped(event.target.value)
          const next = readYear(event.target.value)
          if (next !== undefined) props.onChange(next)
        }}
        onBlur={() => {
          if (year !== undefined) setTyped(null)
        }}
      />
    </span>
  )
}

function readYear(typed: string): number | null | undefined {
  const plain = typed.normalize('NFKC').replace(/[\s年]/g, '')
  if (plain === '') return null
  const year = Number(plain)
  return /^\d{4}$/.test(plain) && year >= 1900 && year <= 2100 ? year : undefined
}
