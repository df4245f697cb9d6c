import { useT } from '../../lib/i18n.ts'
import { Button } from '../../ui/button.tsx'

/** The bounds of the contract. */
const SMALLEST = 12
const LARGEST = 28

/** The text size in whole pixels. */
export function TextSizeField(props: { readonly value: number; readonly onChange: (value: number) => void }) {
  const { value, onChange } = props
  const t = useT()
  return (
    <span className="text-size">
      <Button aria-label={t('settings:smaller')} disabled={value <= SMALLEST} onClick={() => onChange(value - 1)}>
        −
      </Button>
      <output aria-live="polite">{t('settings:pixels', { count: value })}</output>
      <Button aria-label={t('settings:larger')} disabled={value >= LARGEST} onClick={() => onChange(value + 1)}>
        ＋
      </Button>
    </span>
  )
}
