import { useT } from '../../../lib/i18n.ts'
import { Button } from '../../../ui/button.tsx'
import { correctLeft, withdrawCorrections } from '../corrections.ts'
import type { Matrix } from '../model/matrix.ts'
import { correctionActions } from '../model/twins.ts'

/** What was corrected in the documents of the table: each action can be taken back, and done to places that came later. */
export function CorrectionsList({ matrix }: { readonly matrix: Matrix }) {
  const t = useT()
  const actions = correctionActions(matrix)
  if (actions.length === 0) return null
  const count = actions.reduce((sum, { all }) => sum + all.length, 0)
  return (
    <section className="tgt-corrections" aria-label={t('targets:panel.corrections')}>
      <h3>
        {t('targets:panel.corrections')} {count}
      </h3>
      <ul>
        {actions.map((action) => {
          const { first, all, left } = action
          const { kind, indicator, value, unit, place } = first
          return (
            <li key={first.id}>
              <span className="ellipsis" title={all.map((each) => each.place.quote).join('\n')}>
                {place.quote}
              </span>
              <b>
                {t(`targets:correct.said.${kind}`, { indicator, value, unit: unit ?? '' })}
                {all.length > 1 && <small>{t('targets:correct.places', { count: all.length })}</small>}
              </b>
              {left.length > 0 && (
                <Button
                  size="small"
                  title={left.map(({ target }) => target.sentence.trim()).join('\n')}
                  onClick={() => void correctLeft(action)}
                >
                  {t('targets:correct.left', { count: left.length })}
                </Button>
              )}
              <Button
                size="small"
                icon="undo"
                aria-label={`${t('targets:panel.undo')}：${place.quote}`}
                onClick={() => void withdrawCorrections(action)}
              >
                {t('common:undo')}
              </Button>
            </li>
          )
        })}
      </ul>
    </section>
  )
}
