import { type KeyboardEvent, useEffect, useRef, useState } from 'react'
import { useT } from '../../lib/i18n.ts'
import { Button } from '../../ui/button.tsx'
import { Icon } from '../../ui/icon.tsx'
import { type Entry, setPasting } from './queue.ts'
import { QueueItem } from './queue-item.tsx'
import { stepEntry } from './step-entry.ts'
import { skippedReason } from './step-names.ts'
import { removeEntry } from './take-out.ts'

/** The files on their way in, in the order they came; those that are not read stand below, folded. */
export function QueueList(props: {
  readonly entries: readonly Entry[]
  readonly selected: number | null
  readonly onChooseFiles: () => void
  readonly onChooseFolder: () => void
  /** A file was picked with the pointer. */
  readonly onPicked: () => void
}) {
  const { entries, selected, onChooseFiles, onChooseFolder, onPicked } = props
  const t = useT()
  const real = entries.filter(({ state }) => state !== 'skipped')
  const skipped = entries.filter(({ state }) => state === 'skipped')
  const list = useRef<HTMLUListElement>(null)
  useEffect(() => {
    if (selected !== null) list.current?.querySelector('.queue-item.on')?.scrollIntoView({ block: 'nearest' })
  }, [selected])
  return (
    <aside className="queue" aria-label={t('import:queue')}>
      <h2 className="queue-head">
        {t('import:queue')}
        <span className="sp" />
        <span className="num">{real.length}</span>
      </h2>
      <div className="queue-scroll">
        <ul
          ref={list}
          className="queue-list"
          aria-label={t('import:queue')}
          onKeyDown={(event) => walk(event, selected)}
        >
          {real.map((entry, index) => (
            <QueueItem
              key={entry.key}
              entry={entry}
              selected={entry.key === selected}
              reachable={entry.key === selected || (index === 0 && !real.some(({ key }) => key === selected))}
              onPicked={onPicked}
            />
          ))}
        </ul>
        {skipped.length > 0 && <Skipped entries={skipped} />}
      </div>
      <div className="queue-drop">
        <p>
          <Icon name="import" />
          {t('import:dropMore')}
        </p>
        <div>
          <Button size="small" onClick={onChooseFiles}>
            {t('common:drop.choose')}
          </Button>
          <Button size="small" onClick={onChooseFolder}>
            {t('common:drop.folder')}
          </Button>
          <Button size="small" onClick={() => setPasting(true)}>
            {t('common:drop.pasteShort')}
          </Button>
        </div>
      </div>
    </aside>
  )
}

/** How far PageUp and PageDown go. */
const PAGE = 10
const STEPS: Readonly<Record<string, number>> = {
  ArrowDown: 1,
  ArrowUp: -1,
  PageDown: PAGE,
  PageUp: -PAGE,
  Home: Number.NEGATIVE_INFINITY,
  End: Number.POSITIVE_INFINITY,
}

/** The arrows walk through the queue, Delete takes a file out of it. */
function walk(event: KeyboardEvent<HTMLUListElement>, selected: number | null): void {
  if (event.ctrlKey || event.altKey || event.metaKey) return
  const list = event.currentTarget
  if (event.key === 'Delete' && selected !== null) {
    event.preventDefault()
    removeEntry(selected)
  } else {
    const by = STEPS[event.key]
    if (by === undefined) return
    event.preventDefault()
    stepEntry(by)
  }
  // After React has drawn which one is selected now.
  requestAnimationFrame(() => list.querySelector<HTMLElement>('.queue-item.on .queue-pick')?.focus())
}

function Skipped({ entries }: { readonly entries: readonly Entry[] }) {
  const t = useT()
  const [open, setOpen] = useState(false)
  return (
    <section className="queue-skipped">
      <button type="button" aria-expanded={open} onClick={() => setOpen(!open)}>
        <Icon name={open ? 'down' : 'right'} small />
        {t('import:skipped.title', { count: entries.length })}
      </button>
      {open && (
        <ul>
          {entries.map((entry) => (
            <li key={entry.key} title={entry.folder === '' ? entry.name : `${entry.folder}/${entry.name}`}>
              <span className="ellipsis">{entry.name}</span>
              <small>{skippedReason(entry.error, t)}</small>
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}
