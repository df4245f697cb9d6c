import type { TargetChange } from '../../../../shared/targets/target-change.ts'
import { type Translate, useT } from '../../../lib/i18n.ts'
import { sayVerdictOn } from '../model/chip-lines.ts'
import { factsOf, type TargetWords } from '../model/target-facts.ts'

function wordsOf(t: Translate): TargetWords {
  return {
    strength: (strength) => t(`compare:strength.${strength}`),
    attribute: (attribute) => t(`compare:attribute.${attribute}`),
    bound: (bound) => t(`compare:bound.${bound}`),
    period: (period) => t('compare:year', { year: period.replace('-', '—') }),
  }
}

/** Both targets field by field: 数值 力度 属性 界限 期限 口径. */
export function TargetFacts({ change }: { readonly change: TargetChange }) {
  const t = useT()
  return (
    <table className="ft">
      <thead>
        <tr>
          <td />
          <th scope="col">{t('compare:head.left')}</th>
          <th scope="col">{t('compare:head.right')}</th>
        </tr>
      </thead>
      <tbody>
        {factsOf(change, wordsOf(t)).map(({ field, left, right, same, verdict }) => (
          <tr key={field} className={same ? 'same' : 'dif'}>
            <th scope="row">{t(`compare:field.${field}`)}</th>
            <td>{left ?? '—'}</td>
            <td>
              {same ? t('compare:inspector.same') : (right ?? '—')}
              {verdict && <span className="m">{sayVerdictOn(field, verdict, t)}</span>}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
