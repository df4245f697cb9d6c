import { useState } from 'react'
import { useT } from '../../lib/i18n.ts'
import { Button } from '../../ui/button.tsx'
import { Icon } from '../../ui/icon.tsx'
import { type Entry, patchEntry, type Reading, removeEntry } from './queue.ts'
import { warningText, warningTitle } from './step-names.ts'

/** How many stand open; the rest are a click away. */
const SHOWN = 3
/** Warnings that mean the text is not all there. */
const GRAVE: ReadonlySet<string> = new Set(['truncated', 'unaccounted'])

/** What the user must know before taking the text in, gravest first; each leads to its place. */
export function WarningLines(props: {
  readonly entry: Entry
  readonly reading: Reading
  readonly onShow: (start: number) => void
}) {
  const { entry, reading, onShow } = props
  const t = useT()
  const [all, setAll] = useState(false)
  const warnings = [...reading.warnings].sort((a, b) => Number(GRAVE.has(b.code)) - Number(GRAVE.has(a.code)))
  const shown = all ? warnings : warnings.slice(0, SHOWN)
  const duplicate = entry.keepDuplicate ? null : reading.duplicateOf
  if (warnings.length === 0 && !duplicate) return null
  return (
    <ul className="warnings" aria-label={t('import:warnings', { count: warnings.length })}>
      {duplicate && <DuplicateLine entry={entry} title={duplicate.title} />}
      {shown.map((warning, index) => (
        <WarningLine key={`${warning.code}-${warning.start ?? index}`} warning={warning} onShow={onShow} />
      ))}
      {warnings.length > SHOWN && (
        <li className="warning-more">
          <Button look="flat" size="small" aria-expanded={all} onClick={() => setAll(!all)}>
            {all ? t('import:fewer') : t('import:moreWarnings', { count: warnings.length - SHOWN })}
          </Button>
        </li>
      )}
    </ul>
  )
}

function DuplicateLine({ entry, title }: { readonly entry: Entry; readonly title: string }) {
  const t = useT()
  return (
    <li className="warning">
      <Icon name="warn" />
      <b>{t('import:duplicate.title')}</b>
      <span className="ellipsis">{t('import:duplicate.body', { title })}</span>
      <span className="sp" />
      <Button size="small" onClick={() => removeEntry(entry.key)}>
        {t('import:duplicate.skip')}
      </Button>
      <Button size="small" onClick={() => patchEntry(entry.key, { keepDuplicate: true })}>
        {t('import:duplicate.keep')}
      </Button>
    </li>
  )
}

function WarningLine(props: {
  readonly warning: Reading['warnings'][number]
  readonly onShow: (start: number) => void
}) {
  const { code, start } = props.warning
  const t = useT()
  const message = warningText(props.warning, t)
  return (
    <li className={GRAVE.has(code) ? 'warning grave' : 'warning'}>
      <Icon name="warn" />
      <b>{warningTitle(code, t)}</b>
      <span className="ellipsis" title={message}>
        {message}
      </span>
      <span className="sp" />
      {start !== undefined && (
        <Button size="small" onClick={() => props.onShow(start)}>
          {t('import:show')}
        </Button>
      )}
    </li>
  )
}
