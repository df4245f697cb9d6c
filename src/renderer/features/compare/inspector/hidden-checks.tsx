import type { FindingCode } from '../../../../shared/checks/finding.ts'
import type { Comparison } from '../../../../shared/comparison/comparison.ts'
import { useT } from '../../../lib/i18n.ts'
import { useSettings } from '../../../lib/settings.ts'
import { showToast } from '../../../lib/toast.ts'
import { Button } from '../../../ui/button.tsx'

/** The kinds of findings that are off, and how to switch one; the comparison on the screen follows the settings. */
export function useDisabledChecks() {
  const t = useT()
  const disabled = useSettings(({ settings }) => settings.disabledChecks)
  const set = (code: FindingCode, on: boolean) => {
    const { settings, change } = useSettings.getState()
    const others = settings.disabledChecks.filter((each) => each !== code)
    void change({ disabledChecks: on ? others : [...others, code] })
  }
  return {
    disabled,
    switchOn: (code: FindingCode) => set(code, true),
    switchOff: (code: FindingCode) => {
      set(code, false)
      showToast(t('checks:switchedOff', { name: t(`checks:name.${code}`) }), {
        label: t('common:undo'),
        run: () => set(code, true),
      })
    },
  }
}

/** That more was found than is shown, with a way to see it. */
export function HiddenChecks({ comparison }: { readonly comparison: Comparison }) {
  const t = useT()
  const { disabled, switchOn } = useDisabledChecks()
  if (disabled.length === 0) return null
  const { right, against } = comparison
  const hiddenOf = (code: FindingCode) => (right.hidden?.[code] ?? 0) + (against.hidden[code] ?? 0)
  const count = disabled.reduce((sum, code) => sum + hiddenOf(code), 0)
  const kinds = disabled.length
  return (
    <section className="hidden-checks">
      <p className="mut sm">{t('checks:hidden', { kinds, count })}</p>
      {disabled.map((code) => {
        const name = t(`checks:name.${code}`)
        return (
          <Button key={code} size="small" aria-label={t('checks:on', { name })} onClick={() => switchOn(code)}>
            {name} {hiddenOf(code)}
          </Button>
        )
      })}
    </section>
  )
}
