import { type ReactNode, useEffect, useId, useRef } from 'react'
import { useT } from '../lib/i18n.ts'
import { IconButton } from './button.tsx'
import './dialog.css'

export interface DialogProps {
  readonly title: string
  readonly onClose: () => void
  readonly width?: number
  /** Buttons, right-aligned under the content. */
  readonly footer?: ReactNode
  readonly children: ReactNode
}

/**
 * A modal dialog on the browser's own top layer: it traps the focus, closes with Esc and gives the focus back.
 * Mount it to open it.
 */
export function Dialog({ title, onClose, width = 480, footer, children }: DialogProps) {
  const t = useT()
  const dialog = useRef<HTMLDialogElement>(null)
  const heading = useId()
  useEffect(() => {
    const element = dialog.current
    const focused = document.activeElement
    element?.showModal()
    return () => {
      element?.close()
      if (focused instanceof HTMLElement && focused.isConnected) focused.focus()
    }
  }, [])
  return (
    <dialog
      ref={dialog}
      className="dialog"
      style={{ width }}
      aria-labelledby={heading}
      onCancel={(event) => {
        event.preventDefault()
        onClose()
      }}
    >
      <header className="dialog-head">
        <h2 id={heading}>{title}</h2>
        <span className="sp" />
        <IconButton icon="cross" label={t('common:close')} onClick={onClose} />
      </header>
      <div className="dialog-body">{children}</div>
      {footer && <footer className="dialog-foot">{footer}</footer>}
    </dialog>
  )
}
