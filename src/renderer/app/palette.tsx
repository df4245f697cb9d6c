import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react'
import { useT } from '../lib/i18n.ts'
import { useLibrary } from '../lib/library.ts'
import { listCommands } from '../lib/shortcuts.ts'
import { Icon } from '../ui/icon.tsx'
import { Kbd } from '../ui/kbd.tsx'
import { useNavigation } from './navigation.ts'

interface Choice {
  readonly id: string
  readonly title: string
  readonly detail: string
  readonly keys: string | undefined
  readonly run: () => void
}

/** How many documents are offered; more words narrow them down. */
const MAX_DOCUMENTS = 30

function useChoices(): { readonly commands: readonly Choice[]; readonly documents: readonly Choice[] } {
  const t = useT()
  const library = useLibrary((state) => state.documents) ?? []
  const open = useNavigation((state) => state.open)
  const commands = listCommands().map(({ id, title, keys, run }) => ({
    id,
    title: title ?? id,
    detail: '',
    keys: typeof keys === 'string' ? keys : keys?.[0],
    run,
  }))
  const documents = library.map((document) => ({
    id: document.id,
    title: document.title,
    detail: [t(`common:documentKind.${document.kind}`), document.region].filter(Boolean).join('　'),
    keys: undefined,
    run: () => open({ name: 'library', documentId: document.id }),
  }))
  return { commands, documents }
}

function narrow(choices: readonly Choice[], query: string): readonly Choice[] {
  const words = query.normalize('NFKC').toLowerCase().split(/\s+/).filter(Boolean)
  return choices.filter(({ title, detail }) => {
    const known = `${title}\n${detail}`.normalize('NFKC').toLowerCase()
    return words.every((word) => known.includes(word))
  })
}

/** Ctrl+K: every command and every document by a few of its words. */
export function Palette({ onClose }: { readonly onClose: () => void }) {
  const t = useT()
  const dialog = useRef<HTMLDialogElement>(null)
  useEffect(() => {
    const element = dialog.current
    element?.showModal()
    return () => element?.close()
  }, [])
  const run = (choice: Choice) => {
    onClose()
    choice.run()
  }
  return (
    <dialog
      ref={dialog}
      className="palette"
      aria-label={t('common:palette.title')}
      onCancel={(event) => {
        event.preventDefault()
        onClose()
      }}
      onClick={(event) => {
        // A click on the dialog itself is one on its backdrop: its content fills it.
        if (event.target === dialog.current) onClose()
      }}
    >
      <PaletteBox onRun={run} />
    </dialog>
  )
}

function PaletteBox({ onRun }: { readonly onRun: (choice: Choice) => void }) {
  const t = useT()
  const listId = useId()
  const [query, setQuery] = useState('')
  const [index, setIndex] = useState(0)
  const all = useChoices()
  const commands = narrow(all.commands, query)
  const documents = narrow(all.documents, query).slice(0, MAX_DOCUMENTS)
  const choices = [...commands, ...documents]
  useEffect(() => {
    document.getElementById(`${listId}-${index}`)?.scrollIntoView({ block: 'nearest' })
  }, [listId, index])
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    const chosen = choices[index]
    if (step !== undefined) setIndex((index + step + choices.length) % Math.max(1, choices.length))
    else if (event.key === 'Enter' && chosen) onRun(chosen)
    else return
    event.preventDefault()
  }
  const group = { listId, index, onPoint: setIndex, onRun }
  return (
    <>
      <div className="palette-find">
        <Icon name="search" />
        <input
          type="text"
          role="combobox"
          aria-expanded
          aria-controls={listId}
          aria-activedescendant={choices.length > 0 ? `${listId}-${index}` : undefined}
          aria-label={t('common:palette.placeholder')}
          placeholder={t('common:palette.placeholder')}
          value={query}
          spellCheck={false}
          onChange={(event) => {
            setQuery(event.target.value)
            setIndex(0)
          }}
          onKeyDown={onKeyDown}
        />
        <Kbd keys="Esc" />
      </div>
      <div className="palette-list" id={listId} role="listbox" aria-label={t('common:palette.title')}>
        <ChoiceGroup {...group} title={t('common:palette.commands')} choices={commands} from={0} />
        <ChoiceGroup {...group} title={t('common:palette.documents')} choices={documents} from={commands.length} />
      </div>
      {choices.length === 0 && <p className="palette-none">{t('common:palette.empty')}</p>}
    </>
  )
}

/** Choices of one sort; `from` is the place of the first one in the whole list. */
function ChoiceGroup(props: {
  readonly title: string
  readonly choices: readonly Choice[]
  readonly from: number
  readonly index: number
  readonly listId: string
  readonly onPoint: (index: number) => void
  readonly onRun: (choice: Choice) => void
}) {
  const { title, choices, from, index, listId, onPoint, onRun } = props
  if (choices.length === 0) return null
  return (
    <div role="group" aria-label={title}>
      <p aria-hidden="true">{title}</p>
      {choices.map((choice, place) => (
        <div
          key={choice.id}
          id={`${listId}-${from + place}`}
          role="option"
          aria-selected={from + place === index}
          className={from + place === index ? 'palette-item on' : 'palette-item'}
          onPointerMove={() => onPoint(from + place)}
          onClick={() => onRun(choice)}
        >
          <span className="ellipsis">{choice.title}</span>
          <span className="mut sm">{choice.detail}</span>
          <span className="sp" />
          {choice.keys && <Kbd keys={choice.keys} />}
        </div>
      ))}
    </div>
  )
}
