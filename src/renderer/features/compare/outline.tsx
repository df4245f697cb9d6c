import { memo, useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { useT } from '../../lib/i18n.ts'
import { Icon } from '../../ui/icon.tsx'
import { KindTag } from '../../ui/kind-tag.tsx'
import { useCompare, useController } from './compare-context.ts'
import { isHandled } from './model/progress.ts'
import { countSections, type Section, type SectionCounts } from './model/sections.ts'
import { shownItems } from './model/view-model.ts'

/** Deeper headings are counted with the section they belong to. */
const DEEPEST = 1
const LEGEND = ['target', 'changed', 'moved', 'inserted', 'deleted', 'split'] as const

interface Entry {
  readonly index: number
  readonly section: Section
  readonly counts: SectionCounts
}

function useEntries(): readonly Entry[] {
  const { model, filters, decisions } = useCompare(({ model, filters, decisions }) => ({ model, filters, decisions }))
  return useMemo(() => {
    if (!model) return []
    const counts = countSections(model.sections, shownItems(model, filters), (item) => isHandled(item, decisions))
    return model.sections.sections.flatMap((section, index) => {
      const own = counts[index]
      return section.depth <= DEEPEST && own ? [{ index, section, counts: own }] : []
    })
  }, [model, filters, decisions])
}

/** The section the reader is in: that of the row in hand while it is on the screen, else of the screen's first row. */
function useCurrentSection(deepest: number): number | null {
  const { panes } = useController()
  return useCompare(({ model, current, visual, top }) => {
    if (!model) return null
    const range = panes?.visibleRows()
    const row = current === null ? undefined : visual.ofDisplay[current]
    const onScreen = row !== undefined && range && row >= range.from && row < range.to
    let section = model.sections.ofRow[onScreen && current !== null ? current : top] ?? null
    while (section !== null && (model.sections.sections[section]?.depth ?? 0) > deepest) {
      section = model.sections.sections[section]?.parent ?? null
    }
    return section
  })
}

/** The draft's headings with what changed under each: a column, or on a narrow screen a strip that opens on demand. */
export function Outline() {
  const t = useT()
  const entries = useEntries()
  const [open, setOpen] = useState(false)
  const shut = useCallback(() => setOpen(false), [])
  return (
    <>
      <Strip entries={entries} open={open} onOpen={setOpen} />
      <aside
        className={open ? 'cmp-outline open' : 'cmp-outline'}
        aria-label={t('compare:outline.title')}
        onMouseLeave={shut}
        onKeyDown={(event) => event.key === 'Escape' && setOpen(false)}
      >
        <div className="ohead">
          <b>{t('compare:outline.title')}</b>
          <span className="cols">
            <span>{t('compare:outline.targets')}</span>
            <span>{t('compare:outline.changes')}</span>
          </span>
        </div>
        <OutlineList entries={entries} onChosen={shut} />
        <Legend />
      </aside>
    </>
  )
}

const Legend = memo(function Legend() {
  const t = useT()
  return (
    <div className="legend" role="group" aria-label={t('compare:outline.legend')}>
      {LEGEND.map((kind) => (
        <span key={kind}>
          <KindTag kind={kind} /> {t(`compare:legend.${kind}`)}
        </span>
      ))}
    </div>
  )
})

function OutlineList({ entries, onChosen }: { readonly entries: readonly Entry[]; readonly onChosen: () => void }) {
  const t = useT()
  const current = useCurrentSection(DEEPEST)
  const list = useRef<HTMLUListElement>(null)
  useEffect(() => {
    if (current !== null) list.current?.querySelector('.on')?.scrollIntoView({ block: 'nearest' })
  }, [current])
  return (
    <ul className="olist" ref={list}>
      {entries.length === 0 && <li className="none mut sm">{t('compare:outline.empty')}</li>}
      {entries.map(({ index, section, counts }) => (
        <OutlineLine
          key={index}
          title={section.title}
          depth={section.depth}
          display={section.display}
          on={index === current}
          {...counts}
          onChosen={onChosen}
        />
      ))}
    </ul>
  )
}

interface OutlineLineProps extends SectionCounts, Pick<Section, 'title' | 'depth' | 'display'> {
  readonly on: boolean
  readonly onChosen: () => void
}

/** One section. All its values are plain: after every comparison it is another object, but hardly ever another section. */
const OutlineLine = memo(function OutlineLine(props: OutlineLineProps) {
  const { title, depth, display, on, changes, targets, handled, shape, onChosen } = props
  const t = useT()
  const { moving } = useController()
  return (
    <li>
      <button
        type="button"
        className={['o', depth > 0 ? 'c' : '', on ? 'on' : ''].filter(Boolean).join(' ')}
        aria-current={on}
        aria-label={t('compare:outline.section', { title, changes, targets, handled })}
        title={title}
        onClick={() => {
          moving.goTo(display)
          onChosen()
        }}
      >
        <span className="ellipsis">{title}</span>
        {shape && <KindTag kind={shape} small />}
        <span className="cols">
          <span>{targets > 0 ? targets : ''}</span>
          <span>
            {changes > 0 && handled === changes ? '✓ ' : ''}
            {changes > 0 ? changes : ''}
          </span>
        </span>
      </button>
    </li>
  )
})

function Strip(props: {
  readonly entries: readonly Entry[]
  readonly open: boolean
  readonly onOpen: (open: boolean) => void
}) {
  const t = useT()
  const { moving } = useController()
  const current = useCurrentSection(0)
  return (
    <nav className="cmp-strip" aria-label={t('compare:outline.folded')}>
      <button
        type="button"
        className="ico"
        aria-expanded={props.open}
        aria-label={t(props.open ? 'compare:outline.shut' : 'compare:outline.open')}
        title={t(props.open ? 'compare:outline.shut' : 'compare:outline.open')}
        onClick={() => props.onOpen(!props.open)}
        onMouseEnter={() => props.onOpen(true)}
      >
        <Icon name="list" />
      </button>
      <div className="chapters">
        {props.entries
          .filter(({ section }) => section.depth === 0)
          .map(({ index, section, counts }) => (
            <button
              key={index}
              type="button"
              className={index === current ? 'on' : ''}
              aria-current={index === current}
              aria-label={t('compare:outline.section', { title: section.title, ...counts })}
              title={section.title}
              onClick={() => moving.goTo(section.display)}
            >
              {section.numeral ?? section.title.slice(0, 1)}
              <span className="num">{counts.changes > 0 ? counts.changes : ''}</span>
            </button>
          ))}
      </div>
    </nav>
  )
}
