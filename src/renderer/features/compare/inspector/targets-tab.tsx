import { TARGET_GLYPH } from '../../../../shared/targets/target-glyph.ts'
import { useT } from '../../../lib/i18n.ts'
import { useCompare, useController } from '../compare-context.ts'
import { sayTarget, sayTargetChange, targetId } from '../model/chip-lines.ts'
import { figureOf, figuresOfPair } from '../model/target-facts.ts'

/** All target changes in text order; a click moves both panes there. */
export function TargetsTab() {
  const t = useT()
  const { moving } = useController()
  const { model, selected } = useCompare(({ model, selected }) => ({ model, selected }))
  const indexes = model?.items.flatMap((item) => item.targets) ?? []
  if (!model || indexes.length === 0) return <p className="none mut">{t('compare:inspector.noTargets')}</p>
  return (
    <ul className="list">
      {indexes.map((index) => {
        const change = model.comparison.targets[index]
        if (!change) return null
        const { left, right } = change
        const pair = left && right ? figuresOfPair(left, right) : null
        const single = right ?? left
        return (
          <li key={index}>
            <button
              type="button"
              className={selected === targetId(index) ? 'entry on' : 'entry'}
              aria-current={selected === targetId(index)}
              aria-label={sayTargetChange(change, t)}
              onClick={() => {
                moving.select(targetId(index))
                moving.showTab('targets')
              }}
            >
              <span className="glyph" aria-hidden="true">
                {TARGET_GLYPH[change.change]}
              </span>
              <span className="ellipsis name">{sayTarget(change, t)}</span>
              <span className="figures">
                {pair ? (
                  <>
                    {pair.before} → <b>{pair.after}</b> {pair.unit}
                  </>
                ) : (
                  single && <>{left ? <s>{figureOf(single)}</s> : <b>{figureOf(single)}</b>}</>
                )}
              </span>
            </button>
          </li>
        )
      })}
    </ul>
  )
}
