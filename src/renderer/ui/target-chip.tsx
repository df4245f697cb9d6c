import type { MouseEventHandler, ReactNode } from 'react'

export interface TargetChipProps {
  readonly glyph: string
  /** The indicator's name, set in secondary ink. */
  readonly name?: string
  /** The whole statement in words, for screen readers and as a tooltip: «研发经费投入强度，下调，3.2% 到 3%以上». */
  readonly label: string
  /** `plain` wash, `edged` outlined, `high` filled (highest severity), `check` a finding. */
  readonly tone?: 'plain' | 'edged' | 'high' | 'check'
  readonly selected?: boolean
  readonly onClick?: MouseEventHandler<HTMLButtonElement>
  /** The numbers: `<>3.2% → <b>3%以上</b></>`. */
  readonly children?: ReactNode
}

const TONE_CLASS = { plain: '', edged: 'edged', high: 'hi', check: 'chk' } as const

/** A changed target: glyph, name and numbers. A button when it leads somewhere. */
export function TargetChip({ glyph, name, label, tone = 'plain', selected, onClick, children }: TargetChipProps) {
  const classes = ['chip', TONE_CLASS[tone], selected ? 'on' : ''].filter(Boolean).join(' ')
  const content = (
    <>
      {glyph && <span aria-hidden="true">{glyph}</span>}
      {name && <span className="nm">{name}</span>}
      {children !== undefined && <span>{children}</span>}
    </>
  )
  if (!onClick) {
    return (
      <span className={classes} title={label} role="img" aria-label={label}>
        {content}
      </span>
    )
  }
  return (
    <button
      type="button"
      className={classes}
      title={label}
      aria-label={label}
      aria-pressed={selected}
      onClick={onClick}
    >
      {content}
    </button>
  )
}
