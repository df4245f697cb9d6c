import { type ReactNode, useState } from 'react'
import { errorMessage, errorReport, toReply } from '../lib/errors.ts'
import { useT } from '../lib/i18n.ts'
import { Button } from './button.tsx'
import { Dialog } from './dialog.tsx'
import { Icon } from './icon.tsx'
import { Kbd } from './kbd.tsx'
import { CopyButton } from './toasts.tsx'

/** Why it failed, for copying too: a dialog covers the messages at the foot of the window. */
function Failure({ reply }: { readonly reply: ReturnType<typeof toReply> }) {
  return (
    <div className="dialog-failure" role="alert">
      <Icon name="warn" />
      <span>{errorMessage(reply)}</span>
      <CopyButton text={errorReport(reply)} />
    </div>
  )
}

/** A dialog that does one thing and closes; when that fails it stays open with what was typed and says why. */
export function FormDialog(props: {
  readonly title: string
  /** What the primary button says. */
  readonly submit: string
  readonly ready: boolean
  /** Why it is not ready. */
  readonly hint?: string | null
  readonly width?: number
  readonly danger?: boolean
  readonly onSubmit: () => Promise<void>
  readonly onClose: () => void
  readonly children: ReactNode
}) {
  const { title, submit, ready, hint, width = 480, danger, onSubmit, onClose, children } = props
  const t = useT()
  const [busy, setBusy] = useState(false)
  const [failure, setFailure] = useState<ReturnType<typeof toReply> | null>(null)
  const run = async () => {
    if (!ready || busy) return
    setBusy(true)
    try {
      await onSubmit()
      onClose()
    } catch (error) {
      setFailure(toReply(error))
      setBusy(false)
    }
  }
  return (
    <Dialog
      title={title}
      width={width}
      onClose={onClose}
      footer={
        <>
          {hint && <span className="dialog-hint">{hint}</span>}
          <span className="sp" />
          <Button onClick={onClose}>{t('common:cancel')}</Button>
          <Button look={danger ? 'danger' : 'primary'} disabled={!ready || busy} onClick={() => void run()}>
            {submit}
            {!danger && <Kbd keys="Mod+Enter" />}
          </Button>
        </>
      }
    >
      <form
        onSubmit={(event) => event.preventDefault()}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && (event.ctrlKey || event.metaKey) && !danger) void run()
        }}
      >
        {failure && <Failure reply={failure} />}
        {children}
      </form>
    </Dialog>
  )
}
