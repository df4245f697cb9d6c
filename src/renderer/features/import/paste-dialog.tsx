import { useRef, useState } from 'react'
import { MAX_TEXT_LENGTH } from '../../../shared/text/limits.ts'
import { formatCount } from '../../lib/format.ts'
import { useT } from '../../lib/i18n.ts'
import { FormDialog } from '../../ui/form-dialog.tsx'
import { addPaste } from './read-queue.ts'

/** 粘贴文本: a text from the clipboard; its formatting, when it has any, goes along for the headings. */
export function PasteDialog({ onClose }: { readonly onClose: () => void }) {
  const t = useT()
  const [text, setText] = useState('')
  const html = useRef<{ readonly text: string; readonly html: string } | null>(null)
  const tooLong = text.length > MAX_TEXT_LENGTH
  return (
    <FormDialog
      title={t('common:drop.paste')}
      submit={t('import:paste.submit')}
      width={720}
      ready={text.trim() !== '' && !tooLong}
      hint={tooLong ? t('import:paste.tooLong', { limit: formatCount(MAX_TEXT_LENGTH) }) : null}
      onClose={onClose}
      onSubmit={async () => {
        // Formatting of a paste that was edited since no longer says what the text is.
        addPaste(text, html.current?.text === text ? html.current.html : null)
      }}
    >
      <p className="dialog-lead">{t('import:paste.lead')}</p>
      <textarea
        className="textarea paste-text"
        aria-label={t('common:drop.paste')}
        autoFocus
        value={text}
        onChange={(event) => setText(event.target.value)}
        onPaste={(event) => {
          const markup = event.clipboardData.getData('text/html')
          if (markup === '' || text !== '') return
          html.current = { text: event.clipboardData.getData('text/plain').replace(/\r\n?/g, '\n'), html: markup }
        }}
      />
      <p className="mut sm">{t('common:characters', { formatted: formatCount(text.trim().length) })}</p>
    </FormDialog>
  )
}
