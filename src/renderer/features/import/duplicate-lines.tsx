import { formatCount } from '../../lib/format.ts'
import { useT } from '../../lib/i18n.ts'
import { Button } from '../../ui/button.tsx'
import { Icon } from '../../ui/icon.tsx'
import { Segments } from '../../ui/segments.tsx'
import { documentOf } from './check-entry.ts'
import { type Entry, patchEntry, type Reading } from './queue.ts'
import { removeEntry } from './take-out.ts'

/** The library holds this very text. */
export function DuplicateLine({ entry, title }: { readonly entry: Entry; readonly title: string }) {
  const t = useT()
  return (
    <div className="warning">
      <Icon name="warn" />
      <b>{t('import:duplicate.title')}</b>
      <span className="ellipsis" title={title}>
        {t('import:duplicate.body', { title })}
      </span>
      <span className="sp" />
      <Button size="small" onClick={() => removeEntry(entry.key)}>
        {t('import:duplicate.skip')}
      </Button>
      <Button size="small" onClick={() => patchEntry(entry.key, { keepDuplicate: true })}>
        {t('import:duplicate.keep')}
      </Button>
    </div>
  )
}

/** The library holds nearly this text: it is proposed as the next version of that document. */
export function NearDuplicateLine(props: {
  readonly entry: Entry
  readonly near: NonNullable<Reading['nearDuplicateOf']>
}) {
  const { entry, near } = props
  const t = useT()
  const version = near.stage === null ? (near.date ?? '') : t(`common:stage.${near.stage}`)
  const body = t('import:near.body', { title: near.title, version, formatted: formatCount(near.differing) })
  const documentId = documentOf(entry)
  return (
    <div className="warning">
      <Icon name="warn" />
      <b>{t('import:near.title')}</b>
      <span className="ellipsis" title={body}>
        {body}
      </span>
      <span className="sp" />
      <Segments
        label={t('import:near.label')}
        value={documentId === near.documentId ? 'version' : documentId === null ? 'new' : 'other'}
        options={[
          { value: 'version', label: t('import:near.version') },
          { value: 'new', label: t('import:near.new') },
        ]}
        onChange={(value) => patchEntry(entry.key, { documentId: value === 'new' ? null : near.documentId })}
      />
    </div>
  )
}
