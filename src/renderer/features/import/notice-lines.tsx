import { type ReactNode, useState } from 'react'
import { useT } from '../../lib/i18n.ts'
import { Button } from '../../ui/button.tsx'
import { Icon } from '../../ui/icon.tsx'
import { DuplicateLine, NearDuplicateLine } from './duplicate-lines.tsx'
import { CommentsLine, RevisionsLine } from './extra-lines.tsx'
import type { Place } from './model/place.ts'
import type { Entry, Reading } from './queue.ts'
import { warningText, warningTitle } from './step-names.ts'

/** How many warnings stand open; the rest are a click away. */
const SHOWN = 3
/** Warnings that mean the text is not all there. */
const GRAVE: ReadonlySet<string> = new Set(['truncated', 'unaccounted'])

interface NoticeProps {
  readonly entry: Entry
  readonly reading: Reading
  readonly onShow: (place: Place) => void
}

/** What the user must know before taking the text in, gravest first, each with its place; then what to do with what it brings along. */
export function NoticeLines({ entry, reading, onShow }: NoticeProps) {
  const t = useT()
  const { warnings, duplicateOf, nearDuplicateOf, revisions, comments } = reading
  const nothing = warnings.length === 0 && !duplicateOf && !nearDuplicateOf && !revisions && comments.length === 0
  if (nothing) return null
  return (
    <div className="notices" role="group" aria-label={t('import:notices')}>
      {duplicateOf && !entry.keepDuplicate && <DuplicateLine entry={entry} title={duplicateOf.title} />}
      <Warnings warnings={warnings} onShow={onShow} />
      {nearDuplicateOf && !duplicateOf && <NearDuplicateLine entry={entry} near={nearDuplicateOf} />}
      {revisions && <RevisionsLine entry={entry} revisions={revisions} />}
      {comments.length > 0 && <CommentsLine entry={entry} comments={comments} onShow={onShow} />}
    </div>
  )
}

function Warnings(props: { readonly warnings: Reading['warnings']; readonly onShow: (place: Place) => void }) {
  const t = useT()
  const [all, setAll] = useState(false)
  const warnings = [...props.warnings].sort((a, b) => Number(GRAVE.has(b.code)) - Number(GRAVE.has(a.code)))
  if (warnings.length === 0) return null
  return (
    <ul className="warnings" aria-label={t('import:warnings', { count: warnings.length })}>
      {(all ? warnings : warnings.slice(0, SHOWN)).map((warning, index) => (
        <WarningLine key={`${warning.code}-${warning.start ?? index}`} warning={warning} onShow={props.onShow} />
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

function WarningLine(props: {
  readonly warning: Reading['warnings'][number]
  readonly onShow: (place: Place) => void
}) {
  const { code, start, end } = props.warning
  const t = useT()
  const message = warningText(props.warning, t)
  const show = () => {
    if (start !== undefined) props.onShow({ in: 'text', start, end: end ?? start })
  }
  return (
    <li className={GRAVE.has(code) ? 'warning grave' : 'warning'}>
      <Icon name="warn" />
      <b>{warningTitle(code, t)}</b>
      <NoticeText onClick={start === undefined ? null : show}>{message}</NoticeText>
      <span className="sp" />
      {start !== undefined && (
        <Button size="small" onClick={show}>
          {t('import:show')}
        </Button>
      )}
    </li>
  )
}

/** The words of a notice; where they have a place, a click on them leads there too. */
function NoticeText(props: { readonly onClick: (() => void) | null; readonly children: string }) {
  const { onClick, children } = props
  return (
    // The button beside it does the same by name and by keyboard.
    <span className={onClick ? 'ellipsis notice-link' : 'ellipsis'} title={children} onClick={onClick ?? undefined}>
      {children as ReactNode}
    </span>
  )
}
