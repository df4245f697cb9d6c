import { useEffect, useState } from 'react'
import { useT } from '../lib/i18n.ts'
import { type Toast, useToasts } from '../lib/toast.ts'
import { Button, IconButton } from './button.tsx'
import { Icon } from './icon.tsx'
import './toasts.css'

/** Long enough to read and to reach 撤销; errors stay until dismissed. */
const SHOWN_MS = 8000

/** Messages at the foot of the window, above the status bar. */
export function Toasts() {
  const toasts = useToasts((state) => state.toasts)
  return (
    <div className="toasts" role="status" aria-live="polite">
      {toasts.map((toast) => (
        <ToastLine key={toast.id} toast={toast} />
      ))}
    </div>
  )
}

function ToastLine({ toast }: { readonly toast: Toast }) {
  const t = useT()
  const dismiss = useToasts((state) => state.dismiss)
  const [held, setHeld] = useState(false)
  useEffect(() => {
    if (toast.tone === 'error' || held) return undefined
    const timer = setTimeout(() => dismiss(toast.id), SHOWN_MS)
    return () => clearTimeout(timer)
  }, [toast, held, dismiss])
  const { action, report } = toast
  return (
    <div
      className={toast.tone === 'error' ? 'toast bad' : 'toast'}
      role={toast.tone === 'error' ? 'alert' : undefined}
      onPointerEnter={() => setHeld(true)}
      onPointerLeave={() => setHeld(false)}
      onFocus={() => setHeld(true)}
      onBlur={() => setHeld(false)}
    >
      <Icon name={toast.tone === 'error' ? 'warn' : 'check'} />
      <span className="toast-text">{toast.text}</span>
      {action && (
        <Button
          size="small"
          icon="undo"
          onClick={() => {
            dismiss(toast.id)
            action.run()
          }}
        >
          {action.label}
        </Button>
      )}
      {report !== undefined && <CopyButton text={report} />}
      <IconButton icon="cross" label={t('common:close')} onClick={() => dismiss(toast.id)} />
    </div>
  )
}

/** 复制, which says when it is done. */
export function CopyButton({ text, size = 'small' }: { readonly text: string; readonly size?: 'small' | 'normal' }) {
  const t = useT()
  const [copied, setCopied] = useState(false)
  const copy = async () => {
    await navigator.clipboard.writeText(text)
    setCopied(true)
  }
  return (
    <Button size={size} icon={copied ? 'check' : 'copy'} onClick={() => void copy()}>
      {copied ? t('common:copied') : t('common:copy')}
    </Button>
  )
}
