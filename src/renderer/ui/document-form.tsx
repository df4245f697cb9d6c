import { type ReactNode, useId } from 'react'
import { DOCUMENT_KINDS, REGION_LEVELS, STAGES } from '../../shared/outline/document-facts.ts'
import { useT } from '../lib/i18n.ts'
import type { DocumentFields, VersionFields } from '../lib/library.ts'
import { DateInput, Field, TextInput, YearInput } from './field.tsx'
import { Select } from './select.tsx'

/** Says where a guessed field comes from; nothing for a field that was not guessed. */
export type Why = (field: 'kind' | 'period' | 'region' | 'level' | 'stage' | 'date') => ReactNode
const noReason: Why = () => null

/** Title, kind, region and level, years. */
export function DocumentForm(props: {
  readonly fields: DocumentFields
  readonly onChange: (fields: Partial<DocumentFields>) => void
  readonly why?: Why
}) {
  const t = useT()
  const id = useId()
  const { fields, onChange, why = noReason } = props
  return (
    <>
      <Field label={t('common:form.title')} htmlFor={`${id}-title`}>
        <TextInput
          id={`${id}-title`}
          label={t('common:form.title')}
          value={fields.title}
          invalid={fields.title.trim() === ''}
          onChange={(title) => onChange({ title })}
        />
      </Field>
      <Field label={t('common:form.kind')} htmlFor={`${id}-kind`}>
        <Select
          id={`${id}-kind`}
          aria-label={t('common:form.kind')}
          value={fields.kind}
          options={DOCUMENT_KINDS.map((kind) => ({ value: kind, label: t(`common:documentKind.${kind}`) }))}
          onChange={(kind) => onChange({ kind })}
        />
        <WhySlot>{why('kind')}</WhySlot>
      </Field>
      <RegionField fields={fields} onChange={onChange} why={why} />
      <YearsField fields={fields} onChange={onChange} why={why} />
    </>
  )
}

interface PartProps {
  readonly fields: DocumentFields
  readonly onChange: (fields: Partial<DocumentFields>) => void
  readonly why: Why
}

function RegionField({ fields, onChange, why }: PartProps) {
  const t = useT()
  const id = useId()
  return (
    <Field label={t('common:form.region')} htmlFor={id}>
      <TextInput
        id={id}
        label={t('common:form.region')}
        value={fields.region ?? ''}
        onChange={(region) => onChange({ region: region.trim() === '' ? null : region })}
        why={why('region')}
      />
      <Select
        aria-label={t('common:form.level')}
        value={fields.level}
        placeholder={t('common:form.level')}
        allowClear
        options={REGION_LEVELS.map((level) => ({ value: level, label: t(`common:level.${level}`) }))}
        onChange={(level) => onChange({ level: level ?? null })}
      />
    </Field>
  )
}

function YearsField({ fields, onChange, why }: PartProps) {
  const t = useT()
  const id = useId()
  return (
    <Field label={t('common:form.years')} htmlFor={id}>
      <YearInput
        id={id}
        label={t('common:form.yearFrom')}
        value={fields.periodFrom}
        onChange={(year) => onChange({ periodFrom: year, ...(fields.periodTo === null ? { periodTo: year } : {}) })}
      />
      <span className="field-fixed mut">—</span>
      <YearInput
        label={t('common:form.yearTo')}
        value={fields.periodTo}
        onChange={(periodTo) => onChange({ periodTo })}
      />
      <WhySlot>{why('period')}</WhySlot>
    </Field>
  )
}

/** Stage, date, author, note. */
export function VersionForm(props: {
  readonly fields: VersionFields
  readonly onChange: (fields: Partial<VersionFields>) => void
  readonly why?: Why
}) {
  const t = useT()
  const id = useId()
  const { fields, onChange, why = noReason } = props
  return (
    <>
      <Field label={t('common:form.stage')} htmlFor={`${id}-stage`}>
        <Select
          id={`${id}-stage`}
          aria-label={t('common:form.stage')}
          value={fields.stage}
          placeholder={t('common:noStage')}
          allowClear
          options={STAGES.map((stage) => ({ value: stage, label: t(`common:stage.${stage}`) }))}
          onChange={(stage) => onChange({ stage: stage ?? null })}
        />
        <WhySlot>{why('stage')}</WhySlot>
      </Field>
      <Field label={t('common:form.date')} htmlFor={`${id}-date`}>
        <DateInput
          id={`${id}-date`}
          label={t('common:form.date')}
          hint={t('common:form.dateHint')}
          placeholder={t('common:form.datePlaceholder')}
          value={fields.date}
          onChange={(date) => onChange({ date })}
          why={why('date')}
        />
      </Field>
      <Field label={t('common:form.author')} htmlFor={`${id}-author`}>
        <TextInput
          id={`${id}-author`}
          label={t('common:form.author')}
          value={fields.author}
          onChange={(author) => onChange({ author })}
        />
      </Field>
      <Field label={t('common:form.note')} htmlFor={`${id}-note`} wide>
        <textarea
          id={`${id}-note`}
          className="textarea"
          value={fields.note}
          maxLength={20_000}
          onChange={(event) => onChange({ note: event.target.value })}
        />
      </Field>
    </>
  )
}

function WhySlot({ children }: { readonly children: ReactNode }) {
  return children ? <span className="field-fixed">{children}</span> : null
}

/** Whether the years stand in order; both or none. */
export function periodIsSound({ periodFrom, periodTo }: DocumentFields): boolean {
  return (periodFrom === null) === (periodTo === null) && (periodFrom ?? 0) <= (periodTo ?? 0)
}
