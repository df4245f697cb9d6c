import { type ReactNode, useId } from 'react'
import { formatBytes, formatCount } from '../../lib/format.ts'
import { useT } from '../../lib/i18n.ts'
import { useLibrary } from '../../lib/library.ts'
import { Button } from '../../ui/button.tsx'
import { DocumentForm, periodIsSound, VersionForm, type Why } from '../../ui/document-form.tsx'
import { Field } from '../../ui/field.tsx'
import { Icon } from '../../ui/icon.tsx'
import { Kbd } from '../../ui/kbd.tsx'
import { Select } from '../../ui/select.tsx'
import { documentOf, fieldsOf, restoreSteps, versionOf } from './check-entry.ts'
import { type Entry, patchEntry, type Reading, removeEntry, useQueue } from './queue.ts'
import { StepList } from './step-list.tsx'

/** What the clean-up did, whether every character is accounted for, what the document is, and the way into the library. */
export function OptionsPanel(props: { readonly entry: Entry; readonly reading: Reading; readonly onSave: () => void }) {
  const { entry, reading, onSave } = props
  const t = useT()
  const fields = fieldsOf(entry)
  const sound = fields !== null && fields.title.trim() !== '' && periodIsSound(fields)
  const others = useQueue(({ entries }) =>
    entries.some(({ key, state }) => key !== entry.key && state !== 'saved' && state !== 'failed'),
  )
  return (
    <aside className="options" aria-label={t('import:options')}>
      <div className="options-scroll">
        <PanelHead title={t('import:steps.title')}>
          {entry.disabled.length > 0 && (
            <button type="button" className="link" onClick={() => void restoreSteps(entry.key)}>
              {t('import:steps.restore')}
            </button>
          )}
        </PanelHead>
        <StepList entry={entry} reading={reading} />
        <Balance reading={reading} />
        <PanelHead title={t('import:facts.title')}>
          <span className="mut">{t('import:facts.guessed')}</span>
        </PanelHead>
        <Facts entry={entry} reading={reading} />
      </div>
      <footer className="options-foot">
        <Button size="large" onClick={() => removeEntry(entry.key)}>
          {t('import:skip')}
        </Button>
        <Button
          look="primary"
          size="large"
          className="options-go"
          disabled={entry.state !== 'ready' || entry.recleaning || !sound}
          onClick={onSave}
        >
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

function Facts({ entry, reading }: { readonly entry: Entry; readonly reading: Reading }) {
  const t = useT()
  const id = useId()
  const documents = useLibrary((state) => state.documents) ?? []
  const [fields, version] = [fieldsOf(entry), versionOf(entry)]
  if (!fields || !version) return null
  const documentId = documentOf(entry)
  const why = evidenceOf(entry, reading)
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
function evidenceOf(entry: Entry, reading: Reading): Why {
  return (field) => {
    const key = CHANGED_BY[field]
    if (key in entry.fields || key in entry.version) return null
    const found = reading.evidence.find((evidence) => evidence.field === field)
    return found ? <Evidence quote={found.quote} inText={found.start !== null} /> : null
  }
}

function Evidence({ quote, inText }: { readonly quote: string; readonly inText: boolean }) {
  const t = useT()
  // 据“十四五”, not 据““十四五””.
  const quoted = quote.replace(/^“(.*)”$/u, '$1')
  const words = inText ? t('import:facts.fromText', { quote: quoted }) : t('import:facts.fromName', { quote: quoted })
  return (
    <span className="why" title={words}>
      {words}
    </span>
  )
}
