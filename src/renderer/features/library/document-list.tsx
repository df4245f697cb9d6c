import { Popover } from 'antd'
import { type KeyboardEvent, useMemo, useRef, useState } from 'react'
import { DOCUMENT_KINDS, type DocumentKind } from '../../../shared/outline/document-facts.ts'
import { formatShortDay } from '../../lib/format.ts'
import { i18n, type Translate, useT } from '../../lib/i18n.ts'
import { type DocumentSummary, useLibrary } from '../../lib/library.ts'
import { planName, planOrdinal } from '../../lib/period.ts'
import { shortTitle } from '../../lib/short-title.ts'
import { useCommands } from '../../lib/shortcuts.ts'
import { Button, IconButton } from '../../ui/button.tsx'
import { CountFilter } from '../../ui/count-filter.tsx'
import { DropBox } from '../../ui/drop-box.tsx'
import { Icon } from '../../ui/icon.tsx'
import { Kbd } from '../../ui/kbd.tsx'
import { groupDocuments, type KindGroup, matchesQuery, type PeriodGroup } from './model/group-documents.ts'
import { usePicks } from './picks.ts'

/** What the query may match beside the document's own words: the names of kinds, levels, stages and plan periods. */
function spokenNames(document: DocumentSummary, t: Translate): string {
  const { kind, level, periodFrom, periodTo, versions } = document
  const plan = periodFrom === null || periodTo === null ? null : planName(periodFrom, periodTo)
  const stages = versions.map(({ stage }) => (stage ? t(`common:stage.${stage}`) : ''))
  return [t(`common:documentKind.${kind}`), level ? t(`common:level.${level}`) : '', plan ?? '', ...stages].join('\n')
}

/** Documents by kind and period, narrowed by words and kinds; under them the box where files come in. */
export function DocumentList(props: {
  readonly documents: readonly DocumentSummary[]
  readonly shownId: string | null
  readonly onChooseFiles: () => void
  readonly onPaste: () => void
}) {
  const { documents, shownId } = props
  const t = useT()
  const { query, showDocument } = usePicks()
  const [hidden, setHidden] = useState<ReadonlySet<DocumentKind>>(new Set())
  const [folded, setFolded] = useState<ReadonlySet<DocumentKind>>(new Set())
  const groups = useMemo(() => {
    const matching = documents.filter((each) => matchesQuery(each, query, spokenNames(each, t)))
    return groupDocuments(matching.filter(({ kind }) => !hidden.has(kind)))
  }, [documents, query, hidden, t])
  const toggle = (set: ReadonlySet<DocumentKind>, kind: DocumentKind) => {
    const next = new Set(set)
    if (!next.delete(kind)) next.add(kind)
    return next
  }
  return (
    <aside className="docs" aria-label={t('library:documents')}>
      <div className="docs-head">
        <SearchField />
        <KindFilter documents={documents} hidden={hidden} onToggle={(kind) => setHidden((set) => toggle(set, kind))} />
      </div>
      <div className="docs-list" onKeyDown={moveFocus}>
        {groups.map((group, index) => (
          <KindSection
            key={group.kind}
            group={group}
            first={index === 0}
            folded={folded.has(group.kind) && query === ''}
            onFold={() => setFolded((set) => toggle(set, group.kind))}
            shownId={shownId}
            onShow={showDocument}
          />
        ))}
        {groups.length === 0 && <NoMatch onClear={() => setHidden(new Set())} />}
      </div>
      <div className="docs-drop">
        <DropBox onChoose={props.onChooseFiles} onPaste={props.onPaste} />
      </div>
    </aside>
  )
}

/** Up and down go from row to row, as in any list of files. */
function moveFocus(event: KeyboardEvent<HTMLElement>): void {
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
  if (step === undefined) return
  const rows = [...event.currentTarget.querySelectorAll<HTMLElement>('button')]
  const place = rows.indexOf(document.activeElement as HTMLElement)
  const next = rows[place + step]
  if (place < 0 || !next) return
  event.preventDefault()
  next.focus()
}

function SearchField() {
  const t = useT()
  const { query, search } = usePicks()
  const input = useRef<HTMLInputElement>(null)
  useCommands([
    {
      id: 'library.search',
      title: t('library:search.command'),
      keys: 'Mod+F',
      run: () => input.current?.select(),
    },
  ])
  return (
    <div className="docs-search">
      <Icon name="search" />
      <input
        ref={input}
        type="text"
        aria-label={t('library:search.placeholder')}
        placeholder={t('library:search.placeholder')}
        value={query}
        spellCheck={false}
        onChange={(event) => search(event.target.value)}
        onKeyDown={(event) => {
          if (event.key === 'Escape') search('')
        }}
      />
      {query === '' ? (
        <Kbd keys="Mod+F" />
      ) : (
        <IconButton
          icon="cross"
          label={t('library:search.clear')}
          onClick={() => {
            search('')
            input.current?.focus()
          }}
        />
      )}
    </div>
  )
}

function KindFilter(props: {
  readonly documents: readonly DocumentSummary[]
  readonly hidden: ReadonlySet<DocumentKind>
  readonly onToggle: (kind: DocumentKind) => void
}) {
  const t = useT()
  const kinds = DOCUMENT_KINDS.filter((kind) => props.documents.some((document) => document.kind === kind))
  const content = (
    <div className="kind-filter" role="group" aria-label={t('library:filter.kinds')}>
      {kinds.map((kind) => (
        <CountFilter
          key={kind}
          label={t(`common:documentKind.${kind}`)}
          count={props.documents.filter((document) => document.kind === kind).length}
          on={!props.hidden.has(kind)}
          onChange={() => props.onToggle(kind)}
        />
      ))}
    </div>
  )
  return (
    <Popover content={content} trigger="click" placement="bottomRight" arrow={false}>
      <Button size="large" icon="filter" aria-pressed={props.hidden.size > 0}>
        {props.hidden.size > 0
          ? t('library:filter.some', { count: kinds.length - props.hidden.size })
          : t('library:filter.button')}
      </Button>
    </Popover>
  )
}

function NoMatch({ onClear }: { readonly onClear: () => void }) {
  const t = useT()
  const search = usePicks((state) => state.search)
  return (
    <div className="docs-none">
      <p>{t('library:search.none')}</p>
      <Button
        size="small"
        onClick={() => {
          search('')
          onClear()
        }}
      >
        {t('library:search.all')}
      </Button>
    </div>
  )
}

function KindSection(props: {
  readonly group: KindGroup
  readonly first: boolean
  readonly folded: boolean
  readonly onFold: () => void
  readonly shownId: string | null
  readonly onShow: (documentId: string) => void
}) {
  const { group, first, folded, onFold, shownId, onShow } = props
  const t = useT()
  return (
    <section aria-label={t(`common:documentKind.${group.kind}`)}>
      <h2 className="kind">
        <button type="button" aria-expanded={!folded} onClick={onFold}>
          <Icon name={folded ? 'right' : 'down'} small />
          {t(`common:documentKind.${group.kind}`)}
          <span className="kind-count">{group.count}</span>
        </button>
        {first && (
          <span className="docs-cols" aria-hidden="true">
            <span>{t('library:columns.versions')}</span>
            <span>{t('library:columns.updated')}</span>
          </span>
        )}
      </h2>
      {!folded &&
        group.periods.map((period) => (
          <div key={period.period ? `${period.period.from}-${period.period.to}` : 'none'}>
            <PeriodHead period={period.period} />
            <ul>
              {period.documents.map((document) => (
                <DocumentRow
                  key={document.id}
                  document={document}
                  shown={document.id === shownId}
                  onShow={() => onShow(document.id)}
                />
              ))}
            </ul>
          </div>
        ))}
    </section>
  )
}

function PeriodHead({ period }: { readonly period: PeriodGroup['period'] }) {
  const t = useT()
  if (!period) return null
  const { from, to } = period
  const name = i18n.language === 'zh-CN' ? planName(from, to) : planOrdinal(from, to)
  return (
    <h3 className="per">
      {name !== null && <span>{t('library:plan', { name })}</span>}
      <span>
        {from}—{to}
      </span>
    </h3>
  )
}

function DocumentRow(props: {
  readonly document: DocumentSummary
  readonly shown: boolean
  readonly onShow: () => void
}) {
  const { document, shown, onShow } = props
  const t = useT()
  const readAt = useLibrary((state) => state.readAt)
  const { versions, draft } = document
  const updated = formatShortDay(draft?.updatedAt ?? document.updatedAt, readAt) ?? t('common:today')
  return (
    <li>
      <button
        type="button"
        className={shown ? 'doc on' : 'doc'}
        aria-current={shown ? 'true' : undefined}
        title={document.title}
        onClick={onShow}
      >
        <span className="ellipsis">{shortTitle(document.title)}</span>
        {document.level && document.level !== 'city' && (
          <span className="lv" title={t(`common:level.${document.level}`)}>
            {t(`common:levelShort.${document.level}`)}
          </span>
        )}
        {versions[0]?.truncated && <span className="lv bad">{t('library:truncated')}</span>}
        <span className="docs-cols">
          <span>{draft ? t('library:versionsAndDraft', { count: versions.length }) : versions.length}</span>
          <span>{updated}</span>
        </span>
      </button>
    </li>
  )
}
