import { type KeyboardEvent, useId } from 'react'
import { useT } from '../../../lib/i18n.ts'
import { useCompare, useController } from '../compare-context.ts'
import { TABS, type Tab } from '../compare-state.ts'
import { shownItems } from '../model/view-model.ts'
import { ChangeTab } from './change-tab.tsx'
import { ChecksTab } from './checks-tab.tsx'
import { Dock } from './dock.tsx'
import { HistoryTab } from './history-tab.tsx'
import { NotesTab } from './notes-tab.tsx'
import { TargetsTab } from './targets-tab.tsx'

const PANEL = {
  change: ChangeTab,
  history: HistoryTab,
  targets: TargetsTab,
  checks: ChecksTab,
  notes: NotesTab,
} as const

/** Everything about the change in hand, the lists that lead to the others, and below them, always in place, the decision. */
export function Inspector() {
  const t = useT()
  const id = useId()
  const tab = useCompare((state) => state.tab)
  const Panel = PANEL[tab]
  return (
    <aside className="cmp-insp" aria-label={t('compare:inspector.label')}>
      <Tabs id={id} />
      <div className="facts" role="tabpanel" id={`${id}panel`} aria-labelledby={`${id}${tab}`} tabIndex={-1}>
        <Panel />
      </div>
      <Dock />
    </aside>
  )
}

function Tabs({ id }: { readonly id: string }) {
  const t = useT()
  const { store } = useController()
  const tab = useCompare((state) => state.tab)
  const counts = useCompare(
    (state): Record<Tab, number> => ({
      change: state.model ? shownItems(state.model, state.filters).length : 0,
      history: state.baselines.length,
      targets: state.model?.counts.targets ?? 0,
      checks: state.model?.findings.length ?? 0,
      notes: state.threads.length,
    }),
  )
  const byArrow = (event: KeyboardEvent<HTMLDivElement>) => {
    const direction = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0
    const next = TABS[(TABS.indexOf(tab) + direction + TABS.length) % TABS.length]
    if (direction === 0 || !next) return
    event.preventDefault()
    store.setState({ tab: next })
    document.getElementById(`${id}${next}`)?.focus()
  }
  return (
    <div className="tabs" role="tablist" onKeyDown={byArrow}>
      {TABS.map((name) => (
        <button
          key={name}
          id={`${id}${name}`}
          type="button"
          role="tab"
          className={name === tab ? 'on' : undefined}
          aria-selected={name === tab}
          aria-controls={`${id}panel`}
          tabIndex={name === tab ? 0 : -1}
          onClick={() => store.setState({ tab: name })}
        >
          {t(`compare:inspector.tabs.${name}`)}
          <span className="num">{counts[name]}</span>
        </button>
      ))}
    </div>
  )
}
