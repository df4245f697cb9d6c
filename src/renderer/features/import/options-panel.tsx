import { type ReactNode, useId } from 'react'
import { formatBytes, formatCount } from '../../lib/format.ts'
import { useT } from '../../lib/i18n.ts'
import { useLibrary } from '../../lib/library.ts'
import { Button } from '../../ui/button.tsx'
import { DocumentForm, VersionForm, type Why } from '../../ui/document-form.tsx'
import { Field } from '../../ui/field.tsx'
import { Icon } from '../../ui/icon.tsx'
import { Kbd } from '../../ui/kbd.tsx'
import { Select } from '../../ui/select.tsx'
import { canSave, documentOf, fieldsOf, hasSwitchedSteps, restoreSteps, versionOf } from './check-entry.ts'
import type { Place } from './model/place.ts'
import { type Entry, isSettled, patchEntry, type Reading, useQueue } from './queue.ts'
import { StepList } from './step-list.tsx'
import { removeEntry } from './take-out.ts'
import { WorkbookFields } from './workbook-fields.tsx'

/** What the clean-up did, whether every character is accounted for, what the document is, and the way into the library. */
export function OptionsPanel(props: {
  readonly entry: Entry
  readonly reading: Reading
  readonly onSave: () => void
  readonly onShow: (place: Place) => void
}) {
  const { entry, reading, onSave, onShow } = props
  const t = useT()
  const others = useQueue(({ entries }) =>
    entries.some((each) => each.key !== entry.key && !isSettled(each) && each.state !== 'failed'),
  )
  return (
    <aside className="options" aria-label={t('import:options')}>
      <div className="options-scroll">
        {reading.sheets.length > 0 && (
          <>
            <PanelHead title={t('import:workbook.title')} />
            <WorkbookFields entry={entry} reading={reading} />
          </>
        )}
        <PanelHead title={t('import:steps.title')}>
          {hasSwitchedSteps(entry) && (
            <button type="button" className="link" onClick={() => void restoreSteps(entry.key)}>
              {t('import:steps.restore')}
            </button>
          )}
        </PanelHead>
        <StepList entry={entry} reading={reading} onShow={onShow} />
        <Balance reading={reading} />
        <PanelHead title={t('import:facts.title')}>
          <span className="mut">{t('import:facts.guessed')}</span>
        </PanelHead>
        <Facts entry={entry} reading={reading} onShow={onShow} />
      </div>
      <footer className="options-foot">
        <Button size="large" onClick={() => removeEntry(entry.key)}>
          {t('import:skip')}
        </Button>
        <Button look="primary" size="large" className="options-go" disabled={!canSave(entry)} onClick={onSave}>
          {others ? t('import:save.next') : t('import:save.only')}
          <Kbd keys="Mod+Enter" />
        </Button>
      </footer>
    </aside>
  )
}

function PanelHead({ title, children }: { readonly title: string; readonly children?: ReactNode }) {
  return (
    <h2 className="options-head">
      {title}
      <span className="sm">{children}</span>
    </h2>
  )
}

/** 原文 = 正文 + 去除: the sum that shows that nothing was lost. */
function Balance({ reading }: { readonly reading: Reading }) {
  const t = useT()
  const { characters, accounted } = reading.log
  const figures = {
    in: formatCount(characters.in),
    out: formatCount(characters.out),
    dropped: formatCount(characters.dropped),
  }
  return (
    <p className={accounted ? 'balance' : 'balance bad'} role={accounted ? undefined : 'alert'}>
      <Icon name={accounted ? 'check' : 'warn'} />
      <span>{accounted ? t('import:balance.sound', figures) : t('import:balance.broken', figures)}</span>
    </p>
  )
}

function Facts(props: { readonly entry: Entry; readonly reading: Reading; readonly onShow: (place: Place) => void }) {
  const { entry, reading, onShow } = props
  const t = useT()
  const id = useId()
  const documents = useLibrary((state) => state.documents) ?? []
  const [fields, version] = [fieldsOf(entry), versionOf(entry)]
  if (!fields || !version) return null
  const documentId = documentOf(entry)
  const why = evidenceOf(entry, reading, onShow)
  return (
    <div className="facts">
      <Field label={t('import:facts.into')} htmlFor={`${id}-into`}>
        <Select
          id={`${id}-into`}
          aria-label={t('import:facts.into')}
          value={documentId ?? ''}
          showSearch={{ optionFilterProp: 'label' }}
          popupMatchSelectWidth={420}
          options={[
            { value: '', label: t('import:facts.newDocument') },
            ...documents.map((document) => ({ value: document.id, label: document.title })),
          ]}
          onChange={(value) => patchEntry(entry.key, { documentId: value === '' ? null : value })}
        />
      </Field>
      {documentId === null ? (
        <DocumentForm
          fields={fields}
          why={why}
          onChange={(change) => patchEntry(entry.key, { fields: { ...entry.fields, ...change } })}
        />
      ) : (
        <p className="facts-note">{t('import:facts.asVersion')}</p>
      )}
      <VersionForm
        fields={version}
        why={why}
        onChange={(change) => patchEntry(entry.key, { version: { ...entry.version, ...change } })}
      />
      <Field label={t('import:facts.source')}>
        <span className="sm mut ellipsis" title={`SHA-256 ${reading.sha256}`}>
          {t('import:facts.kept', {
            size: formatBytes(reading.bytes),
            hash: `${reading.sha256.slice(0, 4)}…${reading.sha256.slice(-4)}`,
          })}
        </span>
      </Field>
    </div>
  )
}

/** Fields that one piece of evidence stands for, by what the user may have changed since. */
const CHANGED_BY = {
  kind: 'kind',
  period: 'periodFrom',
  region: 'region',
  level: 'level',
  stage: 'stage',
  date: 'date',
} as const

/** The words a guess comes from, until the user has changed the field. */
function evidenceOf(entry: Entry, reading: Reading, onShow: (place: Place) => void): Why {
  return (field) => {
    const key = CHANGED_BY[field]
    if (key in entry.fields || key in entry.version) return null
    const found = reading.evidence.find((evidence) => evidence.field === field)
    return found ? <Evidence found={found} onShow={onShow} /> : null
  }
}

function Evidence(props: { readonly found: Reading['evidence'][number]; readonly onShow: (place: Place) => void }) {
  const { quote, start, end } = props.found
  const t = useT()
  // 据“十四五” and 据“‘十四五’规划”, not 据““十四五””.
  const quoted = quote
    .replace(/^“([^“”]*)”$/u, '$1')
    .replaceAll('“', '‘')
    .replaceAll('”', '’')
  if (start === null) {
    const words = t('import:facts.fromName', { quote: quoted })
    return (
      <span className="why" title={words}>
        {words}
      </span>
    )
  }
  const words = t('import:facts.fromText', { quote: quoted })
  return (
    <button
      type="button"
      className="why link"
      title={t('import:facts.showQuote', { words })}
      onClick={() => props.onShow({ in: 'text', start, end: end ?? start })}
    >
      {words}
    </button>
  )
}
