import { useT } from '../../../lib/i18n.ts'
import { Icon } from '../../../ui/icon.tsx'
import { useCompare, useController } from '../compare-context.ts'
import { findingId } from '../model/chip-lines.ts'
import { createLineIndex } from '../model/line-index.ts'

/** What the checks found in the draft; a click goes there. */
export function ChecksTab() {
  const t = useT()
  const { moving } = useController()
  const { model, selected } = useCompare(({ model, selected }) => ({ model, selected }))
  const findings = model?.comparison.right.findings ?? []
  if (!model || findings.length === 0) return <p className="none mut">{t('compare:inspector.noChecks')}</p>
  const lineOf = createLineIndex(model.comparison.right.text)
  return (
    <ul className="list">
      {findings.map((finding, index) => (
        <li key={`${finding.code}${finding.start}`}>
          <button
            type="button"
            className={selected === findingId(index) ? 'entry finding on' : 'entry finding'}
            aria-current={selected === findingId(index)}
            onClick={() => moving.select(findingId(index))}
          >
            <Icon name="warn" small label={t(`compare:finding.${finding.severity}`)} />
            <span>
              {finding.message}
              <span className="mut sm">　{t('compare:place.paragraph', { number: lineOf(finding.start) })}</span>
            </span>
          </button>
        </li>
      ))}
    </ul>
  )
}
