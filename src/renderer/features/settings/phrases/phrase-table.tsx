import { useT } from '../../../lib/i18n.ts'
import { IconButton } from '../../../ui/button.tsx'
import type { Rule } from './phrase-rules.ts'

export function PhraseTable(props: {
  readonly rules: readonly Rule[]
  readonly onEdit: (rule: Rule) => void
  readonly onRemove: (rule: Rule) => void
}) {
  const { rules, onEdit, onRemove } = props
  const t = useT()
  return (
    <div className="lexicon-scroll" tabIndex={0} role="region" aria-label={t('checks:settings.phrases')}>
      <table className="lexicon phrases">
        <thead>
          <tr>
            <th scope="col">{t('checks:phrases.avoid')}</th>
            <th scope="col">{t('checks:phrases.preferred')}</th>
            <th scope="col">{t('checks:phrases.note')}</th>
            <td />
          </tr>
        </thead>
        <tbody>
          {rules.map((rule) => (
            <tr key={rule.preferred}>
              <td title={rule.avoid.join('；')}>{rule.avoid.join('；')}</td>
              <th scope="row">
                <button type="button" className="link" onClick={() => onEdit(rule)}>
                  {rule.preferred}
                </button>
              </th>
              <td title={rule.note}>{rule.note}</td>
              <td>
                <IconButton
                  icon="trash"
                  label={t('checks:phrases.remove', { name: rule.preferred })}
                  onClick={() => onRemove(rule)}
                />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
