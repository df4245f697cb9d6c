import { useT } from '../../../lib/i18n.ts'
import { Icon } from '../../../ui/icon.tsx'
import type { Matrix, MatrixFinding, MatrixRow, Place } from '../model/matrix.ts'
import { fullName } from '../model/words.ts'
import { Formula } from './formula.tsx'

/** What was found, with all the documents that it is found in: the stages of one plan fail alike. */
interface Told {
  readonly finding: MatrixFinding
  readonly documents: readonly number[]
}

function together(findings: readonly MatrixFinding[]): Told[] {
  const told = new Map<string, Told>()
  for (const finding of findings) {
    const key = `${finding.code} ${finding.message}`
    const known = told.get(key)
    told.set(key, { finding: known?.finding ?? finding, documents: [...(known?.documents ?? []), finding.document] })
  }
  return [...told.values()]
}

/** What checks found of the indicator, in each document and beside those it answers to: the sum in words, and both sentences. */
export function Findings(props: {
  readonly matrix: Matrix
  readonly row: MatrixRow
  readonly onOpen: (place: Place) => void
}) {
  const { matrix, row, onOpen } = props
  const t = useT()
  const nameOf = (index: number) => {
    const document = matrix.documents[index]
    return document ? fullName(document, matrix, t) : ''
  }
  // Those of the draft first: it is what can still be written otherwise.
  const sorted = row.findings.toSorted(
    (a, b) => Number(b.document === matrix.draft) - Number(a.document === matrix.draft),
  )
  return together(sorted).map(({ finding, documents }) => {
    const { code, severity, message, role, places } = finding
    const title = t(`targets:finding.${code}`)
    return (
      <section
        key={`${code} ${message}`}
        className={severity === 'info' ? 'tgt-finding info' : 'tgt-finding'}
        aria-label={title}
      >
        <h3>
          <Icon name={severity === 'info' ? 'info' : 'warn'} />
          {title}
          <small>
            {documents.map(nameOf).join('、')}
            {role !== null && ` · ${t(`targets:role.${role}`)}`}
          </small>
        </h3>
        <p>
          <Formula text={message} />
        </p>
        <ul>
          {places.map(({ document, start, end, quote }) => (
            <li key={`${document} ${start}`}>
              <span className="mut ellipsis" title={matrix.documents[document]?.title}>
                {nameOf(document)}
              </span>
              <button
                type="button"
                className="words ellipsis"
                title={quote}
                onClick={() => onOpen({ document, target: { start, end, quote } })}
              >
                {quote}
              </button>
              <button
                type="button"
                className="link sm"
                aria-label={`${t('targets:panel.locate')}：${nameOf(document)} ${quote}`}
                onClick={() => onOpen({ document, target: { start, end, quote } })}
              >
                {t('targets:panel.locate')}
              </button>
            </li>
          ))}
        </ul>
      </section>
    )
  })
}
