import { useEffect, useId, useState } from 'react'
import type { CorrectionKind } from '../../../shared/targets/correction.ts'
import { api } from '../../lib/api.ts'
import { useT } from '../../lib/i18n.ts'
import { Field, TextInput } from '../../ui/field.tsx'
import { FormDialog } from '../../ui/form-dialog.tsx'
import { Segments } from '../../ui/segments.tsx'
import { correctTargets } from './corrections.ts'
import type { Matrix, StatedPlace, StatedTarget } from './model/matrix.ts'
import { twinsOf } from './model/twins.ts'

const KINDS: readonly CorrectionKind[] = ['not-target', 'indicator', 'value']

/** 不是目标, 指标是另一个, 数值不对: what a person knows better of one target. */
export function CorrectDialog(props: {
  readonly matrix: Matrix
  readonly place: StatedPlace
  readonly onClose: () => void
}) {
  const { matrix, place, onClose } = props
  const t = useT()
  const { target } = place
  const document = matrix.documents[place.document]
  const [kind, setKind] = useState<CorrectionKind>('not-target')
  const [indicator, setIndicator] = useState(target.canonical ?? target.indicator)
  const [value, setValue] = useState(target.value === null ? '' : String(target.value))
  const [unit, setUnit] = useState(target.unit)
  const twins = twinsOf(document, target)
  const [apart, setApart] = useState<ReadonlySet<number>>(new Set())
  const meant = [target, ...twins.filter(({ start }) => !apart.has(start))]
  const number = readNumber(value)
  const ready =
    kind === 'not-target' ||
    (kind === 'indicator' && indicator.trim() !== '' && indicator.trim() !== target.indicator) ||
    (kind === 'value' && number !== null && (number !== target.value || unit !== target.unit))
  const submit = async () => {
    if (!document) return
    await correctTargets(document.documentId, meant, {
      kind,
      indicator: kind === 'indicator' ? indicator.trim() : null,
      value: kind === 'value' ? number : null,
      unit: kind === 'value' ? unit.trim() : null,
    })
  }
  return (
    <FormDialog
      title={t('targets:correct.title')}
      submit={meant.length > 1 ? t('targets:correct.submitAll', { count: meant.length }) : t('targets:correct.submit')}
      ready={ready}
      hint={kind === 'value' && number === null ? t('targets:correct.valueWrong') : null}
      width={560}
      onSubmit={submit}
      onClose={onClose}
    >
      <Field label={t('targets:correct.sentence')} wide>
        <Sentence target={target} />
      </Field>
      <Field label={t('targets:correct.kind')}>
        <Segments<CorrectionKind>
          label={t('targets:correct.kind')}
          value={kind}
          options={KINDS.map((name) => ({ value: name, label: t(`targets:correct.kinds.${name}`) }))}
          onChange={setKind}
        />
      </Field>
      {kind === 'indicator' && <IndicatorField value={indicator} onChange={setIndicator} />}
      {kind === 'value' && (
        <Field label={t('targets:correct.value')}>
          <TextInput label={t('targets:correct.value')} value={value} onChange={setValue} invalid={number === null} />
          <TextInput label={t('targets:correct.unit')} value={unit} onChange={setUnit} maxLength={20} />
        </Field>
      )}
      <Twins twins={twins} apart={apart} onChange={setApart} />
      <p className="mut sm">{t('targets:correct.document', { title: document?.title ?? '' })}</p>
    </FormDialog>
  )
}

/** Where the document says the same again: corrected along with it, unless a place is left out. */
function Twins(props: {
  readonly twins: readonly StatedTarget[]
  /** Where those begin that are left as they are. */
  readonly apart: ReadonlySet<number>
  readonly onChange: (apart: ReadonlySet<number>) => void
}) {
  const { twins, apart, onChange } = props
  const t = useT()
  if (twins.length === 0) return null
  const label = t('targets:correct.twins', { count: twins.length })
  const toggle = (start: number) =>
    onChange(new Set(apart.has(start) ? [...apart].filter((at) => at !== start) : [...apart, start]))
  return (
    <Field label={t('targets:correct.also')} wide>
      <fieldset className="tgt-twins" aria-label={label}>
        <legend>{label}</legend>
        {twins.map((twin) => (
          <label key={twin.start}>
            <input type="checkbox" checked={!apart.has(twin.start)} onChange={() => toggle(twin.start)} />
            <Sentence target={twin} />
          </label>
        ))}
      </fieldset>
    </Field>
  )
}

function Sentence({ target: { sentence, sentenceStart, start, end } }: { readonly target: StatedTarget }) {
  return (
    <p className="tgt-sentence">
      {sentence.slice(0, start - sentenceStart)}
      <mark>{sentence.slice(start - sentenceStart, end - sentenceStart)}</mark>
      {sentence.slice(end - sentenceStart)}
    </p>
  )
}

/** A name, with those of the lexicon to choose from. */
function IndicatorField({ value, onChange }: { readonly value: string; readonly onChange: (value: string) => void }) {
  const t = useT()
  const list = useId()
  const [names, setNames] = useState<readonly string[]>([])
  useEffect(() => {
    let current = true
    api.invoke('lexicon:get', {}).then(
      ({ lexicon }) => current && setNames(lexicon.indicators.map(({ name }) => name)),
      () => undefined,
    )
    return () => {
      current = false
    }
  }, [])
  return (
    <Field label={t('targets:correct.indicator')}>
      <span className="input">
        <input
          type="text"
          aria-label={t('targets:correct.indicator')}
          list={list}
          value={value}
          maxLength={200}
          spellCheck={false}
          autoComplete="off"
          onChange={(event) => onChange(event.target.value)}
        />
        <datalist id={list}>
          {names.map((name) => (
            <option key={name} value={name} />
          ))}
        </datalist>
      </span>
    </Field>
  )
}

function readNumber(typed: string): number | null {
  const plain = typed.normalize('NFKC').replace(/[,\s]/g, '').replace('−', '-')
  return /^-?\d+(\.\d+)?$/.test(plain) ? Number(plain) : null
}
