import type { ReactNode } from 'react'
import { Icon } from '../../ui/icon.tsx'

/** A few words in the middle of the screen where there is no text to show. */
export function Message(props: {
  readonly icon: 'file' | 'check'
  readonly title?: string
  readonly children: ReactNode
}) {
  return (
    <div className="import-empty">
      <div className="import-message">
        <Icon name={props.icon} />
        {props.title && <h2>{props.title}</h2>}
        {props.children}
      </div>
    </div>
  )
}
