import { useState } from 'react'
import { useT } from '../../lib/i18n.ts'
import { useLibrary } from '../../lib/library.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { TextInput } from '../../ui/field.tsx'
import { type Choice, type Columns, choicesOf, listColumns, sideKey, withColumn, without } from './model/columns.ts'

/** 加一列文件: every text of the library, with those of the table ticked. */
export function AddColumnDialog(props: {
  readonly columns: Columns
  readonly onChange: (columns: Columns) => void
  readonly onReset: () => void
  readonly onClose: () => void
}) {
  const { columns, onChange, onReset, onClose } = props
  const t = useT()
  const documents = useLibrary((state) => state.documents) ?? []
  const [query, setQuery] = useState('')
  const nameOf = useChoiceName()
  const found = choicesOf(documents).filter((choice) => isWanted(`${choice.document.title} ${nameOf(choice)}`, query))
  const shown = new Set(listColumns(columns).map(({ side }) => sideKey(side)))
  return (
    <Dialog
      title={t('targets:choose.title')}
      width={560}
      onClose={onClose}
      footer={
        <>
          <Button onClick={onReset}>{t('targets:choose.reset')}</Button>
          <span className="sp" />
          <Button look="primary" onClick={onClose}>
            {t('targets:choose.done')}
          </Button>
        </>
      }
    >
      <TextInput
        label={t('targets:choose.placeholder')}
        placeholder={t('targets:choose.placeholder')}
        value={query}
        onChange={setQuery}
      />
      <ul className="tgt-choices">
        {found.length === 0 && <li className="mut">{t('targets:choose.none')}</li>}
        {found.map((choice) => {
          const key = sideKey(choice.side)
          const on = shown.has(key)
          const toggle = () =>
            onChange(on ? without(columns, choice.side) : withColumn(columns, choice.side, documents))
          return (
            <li key={key}>
              <label>
                <input type="checkbox" checked={on} onChange={toggle} />
                <span className="ellipsis">{choice.document.title}</span>
                <span className="mut">{nameOf(choice)}</span>
              </label>
            </li>
          )
        })}
      </ul>
    </Dialog>
  )
}

/** Every word that is typed must be there. */
function isWanted(name: string, query: string): boolean {
  const words = query.normalize('NFKC').toLowerCase().split(/\s+/).filter(Boolean)
  const folded = name.normalize('NFKC').toLowerCase()
  return words.every((word) => folded.includes(word))
}

/** 征求意见稿 2025-11-06; 底稿 for a draft. */
function useChoiceName(): (choice: Choice) => string {
  const t = useT()
  return ({ side, version }) => {
    if (side.type === 'draft') return t('common:draft')
    const stage = version?.stage ? t(`common:stage.${version.stage}`) : t('common:noStage')
    return [stage, version?.date].filter(Boolean).join(' ')
  }
}
