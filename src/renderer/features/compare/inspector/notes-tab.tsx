import { useEffect, useRef, useState } from 'react'
import type { Annotation } from '../../../../shared/review/annotation.ts'
import { formatDay, formatTime } from '../../../lib/format.ts'
import { useT } from '../../../lib/i18n.ts'
import { showToast } from '../../../lib/toast.ts'
import { Button } from '../../../ui/button.tsx'
import { Icon } from '../../../ui/icon.tsx'
import { useCompare, useController } from '../compare-context.ts'
import type { Thread } from '../compare-state.ts'

/** The remarks with their answers, and the one being written. */
export function NotesTab() {
  const t = useT()
  const { threads, noteDraft } = useCompare(({ threads, noteDraft }) => ({ threads, noteDraft }))
  return (
    <>
      {noteDraft && <NewNote key={`${noteDraft.side}${noteDraft.from}`} quote={noteDraft.quote} />}
      {threads.length === 0 && !noteDraft && <p className="none mut">{t('compare:inspector.noNotes')}</p>}
      <ul className="threads">
        {threads.map((thread) => (
          <ThreadView key={thread.note.id} thread={thread} />
        ))}
      </ul>
    </>
  )
}

function NewNote({ quote }: { readonly quote: string }) {
  const t = useT()
  const { reviewing } = useController()
  return (
    <div className="new-note">
      <blockquote>{quote}</blockquote>
      <WriteBox
        label={t('compare:notes.text')}
        action={t('compare:notes.save')}
        onSave={(text) => reviewing.saveNote(text)}
        onCancel={() => reviewing.dropNote()}
      />
    </div>
  )
}

/** A text field that saves with Ctrl+Enter and gives up with Esc. */
function WriteBox(props: {
  readonly label: string
  readonly action: string
  readonly onSave: (text: string) => Promise<void>
  readonly onCancel: () => void
}) {
  const t = useT()
  const [text, setText] = useState('')
  const field = useRef<HTMLTextAreaElement>(null)
  useEffect(() => field.current?.focus(), [])
  const save = () => void props.onSave(text)
  return (
    <div className="write">
      <textarea
        ref={field}
        className="ta"
        aria-label={props.label}
        placeholder={props.label}
        value={text}
        rows={3}
        maxLength={20_000}
        onChange={(event) => setText(event.target.value)}
        onKeyDown={(event) => {
          if (event.nativeEvent.isComposing) return
          if (event.key === 'Escape') props.onCancel()
          if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
            event.preventDefault()
            event.stopPropagation()
            save()
          }
        }}
      />
      <div className="write-foot">
        <Button size="small" onClick={props.onCancel}>
          {t('common:cancel')}
        </Button>
        <Button size="small" look="primary" disabled={text.trim() === ''} onClick={save}>
          {props.action}
        </Button>
      </div>
    </div>
  )
}

function ThreadView({ thread }: { readonly thread: Thread }) {
  const t = useT()
  const { reviewing } = useController()
  const open = useCompare((state) => state.openThread === thread.note.id)
  const [replying, setReplying] = useState(false)
  const { note, answers } = thread
  const remove = async () => {
    await reviewing.remove(note)
    showToast(t('compare:notes.removed'), { label: t('common:undo'), run: () => void reviewing.undo() })
  }
  return (
    <li className={['thread', open ? 'on' : '', note.resolved ? 'resolved' : ''].filter(Boolean).join(' ')}>
      <button type="button" className="quote" onClick={() => reviewing.showThread(note.id)}>
        {note.anchor.quote}
      </button>
      {!thread.place && <p className="amber sm">{t('compare:notes.gone')}</p>}
      <Remark note={note} />
      {answers.map((answer) => (
        <Remark key={answer.id} note={answer} />
      ))}
      {replying ? (
        <WriteBox
          label={t('compare:notes.replyText')}
          action={t('compare:notes.reply')}
          onSave={async (text) => {
            await reviewing.reply(note, text)
            setReplying(false)
          }}
          onCancel={() => setReplying(false)}
        />
      ) : (
        <div className="thread-foot">
          {note.resolved && <span className="mut sm">{t('compare:notes.resolved')}</span>}
          <span className="sp" />
          <Button size="small" look="flat" onClick={() => setReplying(true)}>
            {t('compare:notes.reply')}
          </Button>
          <Button size="small" look="flat" onClick={() => void reviewing.resolve(note, !note.resolved)}>
            {t(note.resolved ? 'compare:notes.reopen' : 'compare:notes.resolve')}
          </Button>
          {/* A remark of the file is part of what was handed in: it is answered and resolved, never taken away. */}
          {note.origin === 'review' && (
            <Button size="small" look="flat" onClick={() => void remove()}>
              {t('compare:notes.remove')}
            </Button>
          )}
        </div>
      )}
    </li>
  )
}

function Remark({ note }: { readonly note: Annotation }) {
  const t = useT()
  const imported = note.origin === 'imported'
  // What a file brings along may be years old.
  const day = formatDay(note.createdAt)
  return (
    <div className="remark">
      <div className="by mut sm">
        {note.author && `${note.author}　`}
        {imported ? day : `${day.slice(5)} ${formatTime(note.createdAt)}`}
        {imported && (
          <span className="from-file" title={t('compare:notes.fromFileHint')}>
            <Icon name="file" small />
            {t('compare:notes.fromFile')}
          </span>
        )}
      </div>
      <p>{note.text}</p>
    </div>
  )
}
