import { formatCount } from '../../lib/format.ts'
import { useT } from '../../lib/i18n.ts'
import type { DocumentSummary } from '../../lib/library.ts'
import { shortTitle } from '../../lib/short-title.ts'
import { type Pair, versionBefore } from '../../lib/versions.ts'
import { offerBaselines } from './model/baselines.ts'
import { useStageName } from './stage-name.ts'

interface SidePanelProps {
  readonly document: DocumentSummary
  readonly documents: readonly DocumentSummary[]
  readonly onPickLeft: (versionId: string) => void
  readonly onCompare: (pair: Pair) => void
}

/** What is left to do on the newest version, and which other documents it has to answer to. */
export function SidePanel(props: SidePanelProps) {
  const t = useT()
  return (
    <aside className="side-panel" aria-label={t('library:side.label')}>
      <ToDo {...props} />
      <Baselines {...props} />
    </aside>
  )
}

function ToDo({ document, onCompare }: SidePanelProps) {
  const t = useT()
  const newest = document.versions[0]
  const before = newest && versionBefore(document, newest)
  const open = newest?.progress ? newest.progress.total - newest.progress.handled : 0
  const lines = [
    { count: open, text: t('library:side.open', { count: open }) },
    { count: newest?.findings ?? 0, text: t('library:side.findings', { count: newest?.findings ?? 0 }) },
  ].filter(({ count }) => count > 0)
  if (lines.length === 0) return null
  return (
    <section className="box">
      <h2>
        {t('library:side.toDo')}
        {newest && before && (
          <button
            type="button"
            className="link"
            onClick={() => onCompare({ leftVersionId: before.id, right: { type: 'version', versionId: newest.id } })}
          >
            {t('library:side.review')}
          </button>
        )}
      </h2>
      <ul>
        {lines.map(({ count, text }) => (
          <li key={text}>
            <b className="box-count">{formatCount(count)}</b>
            <span>{text}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}

function Baselines({ document, documents, onPickLeft }: SidePanelProps) {
  const t = useT()
  const stageName = useStageName()
  const offers = offerBaselines(document, documents)
  if (offers.length === 0) return null
  return (
    <section className="box">
      <h2>{t('library:side.baselines')}</h2>
      <ul>
        {offers.map(({ document: other, version, reason }) => (
          <li key={other.id}>
            <button
              type="button"
              className="box-line"
              title={t('library:side.pick', { title: other.title })}
              onClick={() => onPickLeft(version.id)}
            >
              <span className="ellipsis">
                {shortTitle(other.title)}　{stageName(version.stage)}
              </span>
              <span className="box-end">{t(`library:side.reason.${reason}`)}</span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  )
}
