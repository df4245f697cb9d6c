import { useEffect, useRef, useState } from 'react'
import { useT } from '../../lib/i18n.ts'
import { TextInput } from '../../ui/field.tsx'

/** After the last keystroke; leaving the screen keeps what was typed at once. */
const SETTLE_MS = 400

/** Who decisions and annotations are signed by. */
export function ReviewerField(props: { readonly value: string; readonly onChange: (value: string) => void }) {
  const { value, onChange } = props
  const t = useT()
  const [typed, setTyped] = useState(value)
  const pending = useRef<(() => void) | null>(null)
  useEffect(() => {
    if (typed === value) return undefined
    const keep = () => {
      pending.current = null
      onChange(typed)
    }
    pending.current = keep
    const timer = setTimeout(keep, SETTLE_MS)
    return () => clearTimeout(timer)
  }, [typed, value, onChange])
  useEffect(() => () => pending.current?.(), [])
  return (
    <TextInput
      label={t('settings:reviewer')}
      placeholder={t('settings:reviewerPlaceholder')}
      value={typed}
      onChange={setTyped}
    />
  )
}
