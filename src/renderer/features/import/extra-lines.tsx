import { useState } from 'react'
import { formatCount, formatDay } from '../../lib/format.ts'
import { useT } from '../../lib/i18n.ts'
import { Button } from '../../ui/button.tsx'
import { Icon } from '../../ui/icon.tsx'
import { Segments } from '../../ui/segments.tsx'
import { Switch } from '../../ui/switch.tsx'
import type { Place } from './model/place.ts'
import { type Entry, patchEntry, type Reading } from './queue.ts'

type Comment = Reading['comments'][number]

/** The file has tracked changes, which the text has accepted: whether the text before them becomes a version too. */
export function RevisionsLine(props: { readonly entry: Entry; readonly revisions: NonNullable<Reading['revisions']> }) {
  const { entry, revisions } = props
  const t = useT()
  const { insertions, deletions, moves, authors, inserted, deleted } = revisions
  const count = insertions + deletions + moves
  const who = authors.filter((author) => author !== '').join(t('import:revisions.and'))
  const body =
    who === '' ? t('import:revisions.body', { count }) : t('import:revisions.bodyBy', { count, authors: who })
  const detail = t('import:revisions.detail', {
    insertions,
    deletions,
    moves,
    inserted: formatCount(inserted),
    deleted: formatCount(deleted),
  })
  return (
    <div className="notice">
      <Icon name="edit" />
      <b>{t('import:revisions.title')}</b>
      <span className="ellipsis" title={`${body} ${detail}`}>
        {body}
        <small className="mut">　{detail}</small>
      </span>
      <span className="sp" />
      <Segments
        label={t('import:revisions.label')}
        value={entry.keepRevisions ? 'both' : 'accepted'}
        options={[
          { value: 'accepted', label: t('import:revisions.accepted') },
          { value: 'both', label: t('import:revisions.both') },
        ]}
        onChange={(value) => patchEntry(entry.key, { keepRevisions: value === 'both' })}
      />
    </div>
  )
}

/** The file has remarks: whether they become annotations, and what they say. */
export function CommentsLine(props: {
  readonly entry: Entry
  readonly comments: readonly Comment[]
  readonly onShow: (place: Place) => void
}) {
  const { entry, comments, onShow } = props
  const t = useT()
  const [open, setOpen] = useState(false)
  return (
    <>
      <div className="notice">
        <Icon name="note" />
        <b>{t('import:comments.title')}</b>
        <span className="ellipsis">
          {t(entry.keepComments ? 'import:comments.kept' : 'import:comments.left', { count: comments.length })}
        </span>
        <span className="sp" />
        <Button size="small" aria-expanded={open} onClick={() => setOpen(!open)}>
          {t(open ? 'import:comments.hide' : 'import:comments.show')}
        </Button>
        <Switch
          label={t('import:comments.label')}
          on={entry.keepComments}
          onChange={(keepComments) => patchEntry(entry.key, { keepComments })}
        />
      </div>
      {open && (
        <ul className="comments" aria-label={t('import:comments.title')}>
          {comments.map((comment, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the remarks of a reading never change their order
            <CommentLine key={index} comment={comment} onShow={onShow} />
          ))}
        </ul>
      )}
    </>
  )
}

function CommentLine({ comment, onShow }: { readonly comment: Comment; readonly onShow: (place: Place) => void }) {
  const t = useT()
  const { author, date, text, quote, start, end, replyTo } = comment
  return (
    <li className={replyTo === null ? 'comment' : 'comment reply'}>
      <div className="mut sm">
        {author || t('import:comments.nobody')}
        {date && `　${formatDay(date)}`}
      </div>
      {replyTo === null && quote !== '' && (
        <button type="button" className="comment-quote ellipsis" onClick={() => onShow({ in: 'text', start, end })}>
          {quote}
        </button>
      )}
      <p>{text}</p>
    </li>
  )
}
