import type { Finding } from '../../../../shared/checks/finding.ts'
import { useT } from '../../../lib/i18n.ts'
import { IconButton } from '../../../ui/button.tsx'
import { Icon } from '../../../ui/icon.tsx'
import { useCompare, useController } from '../compare-context.ts'
import { findingId } from '../model/chip-lines.ts'
import { evidenceWords, findingEvidence, findingPlace } from '../model/finding-place.ts'
import { createLineIndex } from '../model/line-index.ts'
import type { ViewModel } from '../model/view-model.ts'
import './checks.css'
import { HiddenChecks, useDisabledChecks } from './hidden-checks.tsx'

/** What the checks found in the draft, and beside the baseline; a click goes there, or to what shows it in either text. */
export function ChecksTab() {
  const t = useT()
  const model = useCompare((state) => state.model)
  if (!model) return <p className="none mut">{t('compare:inspector.noChecks')}</p>
  const { right, against } = model.comparison
  return (
    <>
      {model.findings.length === 0 && <p className="none mut">{t('compare:inspector.noChecks')}</p>}
      <Group model={model} title={t('checks:own')} findings={right.findings} from={0} />
      {against.role && (
        <Group
          model={model}
          title={t(`checks:against.${against.role}`)}
          findings={against.findings}
          from={right.findings.length}
        />
      )}
      <HiddenChecks comparison={model.comparison} />
    </>
  )
}

/** `from`: the index of the first among all findings. */
function Group(props: {
  readonly model: ViewModel
  readonly title: string
  readonly findings: readonly Finding[]
  readonly from: number
}) {
  const { model, title, findings, from } = props
  if (findings.length === 0) return null
  return (
    <section className="checks" aria-label={title}>
      <div className="sec">
        {title} <span className="num">{findings.length}</span>
      </div>
      <ul className="list">
        {findings.map((finding, index) => (
          <Entry
            key={`${finding.code}${finding.start}${finding.message}`}
            {...{ model, finding }}
            id={findingId(from + index)}
          />
        ))}
      </ul>
    </section>
  )
}

function Entry(props: { readonly model: ViewModel; readonly finding: Finding; readonly id: string }) {
  const { model, finding, id } = props
  const t = useT()
  const { moving } = useController()
  const isSelected = useCompare(({ selected }) => selected === id)
  const { side, range } = findingPlace(finding)
  const place = t(`compare:place.${side}`, { number: createLineIndex(model.comparison[side].text)(range.start) })
  return (
    <li className="check">
      <div className="check-line">
        <button
          type="button"
          className={isSelected ? 'entry finding on' : 'entry finding'}
          aria-current={isSelected}
          onClick={() => moving.select(id)}
        >
          <Icon name="warn" small label={t(`compare:finding.${finding.severity}`)} />
          <span>
            {finding.message}
            <span className="mut sm">　{place}</span>
          </span>
        </button>
        <SwitchOff code={finding.code} />
      </div>
      <Evidence model={model} finding={finding} />
    </li>
  )
}

function SwitchOff({ code }: Pick<Finding, 'code'>) {
  const t = useT()
  const { switchOff } = useDisabledChecks()
  return (
    <IconButton
      icon="cross"
      label={t('checks:off', { name: t(`checks:name.${code}`) })}
      onClick={() => switchOff(code)}
    />
  )
}

/** The other words that show it, each a click away. */
function Evidence({ model, finding }: { readonly model: ViewModel; readonly finding: Finding }) {
  const t = useT()
  const { moving } = useController()
  const evidence = findingEvidence(finding)
  if (evidence.length === 0) return null
  return (
    <ul className="evidence" aria-label={t('checks:evidence')}>
      {evidence.map(({ side, range }) => {
        const { text } = model.comparison[side]
        const place = t(`compare:place.${side}`, { number: createLineIndex(text)(range.start) })
        const words = evidenceWords(text, range)
        return (
          <li key={`${side}${range.start}`}>
            <button
              type="button"
              aria-label={t('checks:goTo', { place, words })}
              title={words}
              onClick={() => moving.goToOffset(side, range.start)}
            >
              <span className="mut">{place}</span>
              <span className="ellipsis">{words}</span>
            </button>
          </li>
        )
      })}
    </ul>
  )
}
