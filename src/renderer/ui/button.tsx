import type { ButtonHTMLAttributes, ReactNode, Ref } from 'react'
import { Icon, type IconName } from './icon.tsx'

export interface ButtonProps extends ButtonHTMLAttributes<HTMLButtonElement> {
  readonly look?: 'default' | 'primary' | 'flat' | 'danger'
  /** 24, 28 or 32 px. */
  readonly size?: 'small' | 'normal' | 'large'
  readonly icon?: IconName
  readonly ref?: Ref<HTMLButtonElement>
}

const LOOK = { default: '', primary: 'pri', flat: 'flat', danger: 'danger' } as const
const SIZE = { small: 'sm', normal: '', large: 'lg' } as const

/** The text button of every bar and card. */
export function Button({ look = 'default', size = 'normal', icon, className, children, ...rest }: ButtonProps) {
  const classes = ['btn', LOOK[look], SIZE[size], className].filter(Boolean).join(' ')
  return (
    <button type="button" {...rest} className={classes}>
      {icon && <Icon name={icon} />}
      {children}
    </button>
  )
}

export interface IconButtonProps extends ButtonHTMLAttributes<HTMLButtonElement> {
  readonly icon: IconName
  /** Spoken name and tooltip. */
  readonly label: string
  readonly ref?: Ref<HTMLButtonElement>
  readonly children?: ReactNode
}

/** A 28 px button that shows a symbol only. */
export function IconButton({ icon, label, className, children, ...rest }: IconButtonProps) {
  return (
    <button
      type="button"
      title={label}
      aria-label={label}
      {...rest}
      className={['ico', className].filter(Boolean).join(' ')}
    >
      <Icon name={icon} />
      {children}
    </button>
  )
}
