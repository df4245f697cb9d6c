import { useEffect, useId, useRef, useState } from 'react'
import { errorMessage } from '../../lib/errors.ts'
import { useT } from '../../lib/i18n.ts'
import { Field } from '../../ui/field.tsx'
import { Select } from '../../ui/select.tsx'
import { chooseExcerpt } from './check-entry.ts'
import type { Entry, Reading } from './queue.ts'

/** Typing a range is over when nothing was typed for so long. */
const TYPED_MS = 600

/** Of a workbook: which sheet, and which range of it. What is wrong with a range stands at the field; the former text stays. */
export function WorkbookFields({ entry, reading }: { readonly entry: Entry; readonly reading: Reading }) {
  const t = useT()
  const id = useId()
  const { sheets, sheet } = reading
  const [range, setRange] = useState(reading.range ?? '')
  const [problem, setProblem] = useState<string | null>(null)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  useEffect(() => () => clearTimeout(timer.current), [])
  const choose = async (wanted: { readonly sheet: string | null; readonly range: string }) => {
    clearTimeout(timer.current)
    const typed = wanted.range.trim()
    const error = await chooseExcerpt(entry.key, { sheet: wanted.sheet, range: typed === '' ? null : typed })
    setProblem(error && errorMessage(error))
  }
  return (
    <div className="workbook">
      <Field label={t('import:workbook.sheet')} htmlFor={`${id}-sheet`}>
        <Select
          id={`${id}-sheet`}
          aria-label={t('import:workbook.sheet')}
          value={sheet ?? ''}
          showSearch={sheets.length > 8 ? { optionFilterProp: 'label' } : false}
          options={[
            { value: '', label: t('import:workbook.all', { count: sheets.length }) },
            ...sheets.map((name) => ({ value: name, label: name })),
          ]}
          onChange={(value) => void choose({ sheet: value === '' ? null : value, range })}
        />
      </Field>
      <Field label={t('import:workbook.range')} htmlFor={`${id}-range`}>
        <span className={problem === null ? 'input' : 'input bad'}>
          <input
            id={`${id}-range`}
            type="text"
            aria-label={t('import:workbook.range')}
            aria-invalid={problem !== null}
            aria-describedby={problem === null ? undefined : `${id}-problem`}
            placeholder={t('import:workbook.rangeHint')}
            value={range}
            maxLength={60}
            spellCheck={false}
            autoComplete="off"
            onChange={(event) => {
              const { value } = event.target
              setRange(value)
              clearTimeout(timer.current)
              timer.current = setTimeout(() => void choose({ sheet, range: value }), TYPED_MS)
            }}
            onKeyDown={(event) => {
              if (event.key === 'Enter' && !event.ctrlKey && !event.metaKey) void choose({ sheet, range })
            }}
          />
        </span>
      </Field>
      {problem !== null && (
        <p className="field-problem" id={`${id}-problem`} role="alert">
          {problem}
        </p>
      )}
    </div>
  )
}
