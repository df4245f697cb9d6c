import { useT } from '../../lib/i18n.ts'
import { Button } from '../../ui/button.tsx'
import { CountFilter } from '../../ui/count-filter.tsx'
import { Icon } from '../../ui/icon.tsx'
import { Kbd } from '../../ui/kbd.tsx'
import { useCompare, useController } from './compare-context.ts'
import { ExportMenu } from './export-menu.tsx'
import { GroupsMenu } from './groups-menu.tsx'
import type { Filters } from './model/filters.ts'
import { progressOf } from './model/progress.ts'
import { shownItems } from './model/view-model.ts'

const STRONG: readonly (keyof Filters)[] = ['targets', 'substance', 'wording']
const QUIET: readonly (keyof Filters)[] = ['punctuation', 'numbering', 'layout']

/** Filters, progress, next and previous, export. */
export function Bar() {
  const t = useT()
  return (
    <div className="cmp-bar" role="toolbar" aria-label={t('compare:bar.label')}>
      <span className="sm mut wide">{t('compare:bar.show')}</span>
      <FilterGroup />
      <GroupsMenu />
      <div className="sp" />
      <ProgressMeter />
      <span className="sep" />
      <Stepper />
      <NextTarget />
      <ExportMenu />
    </div>
  )
}

function FilterGroup() {
  const t = useT()
  const controller = useController()
  const { filters, counts } = useCompare((state) => ({ filters: state.filters, counts: state.model?.counts }))
  const filter = (name: keyof Filters) => (
    <CountFilter
      key={name}
      label={t(`common:class.${name}`)}
      count={counts?.[name] ?? 0}
      on={filters[name]}
      onChange={(on) => controller.setFilter(name, on)}
    />
  )
  return (
    <div className="filters" role="group" aria-label={t('compare:bar.filters')}>
      {STRONG.map(filter)}
      <span className="sep" />
      {QUIET.map(filter)}
    </div>
  )
}

function ProgressMeter() {
  const t = useT()
  const progress = useCompare((state) =>
    state.model ? progressOf(shownItems(state.model, state.filters), state.decisions) : null,
  )
  if (!progress) return null
  const { total, handled, accepted, rejected, pending } = progress
  const width = (count: number) => ({ width: total === 0 ? 0 : `${(count / total) * 100}%` })
  const words = t('compare:bar.progress', { accepted, rejected, pending })
  return (
    <div className="cmp-done" title={words}>
      <span>
        {t('compare:bar.handled')} <b>{handled}</b>/{total}
      </span>
      <span
        className="meter"
        role="progressbar"
        aria-label={t('compare:bar.handled')}
        aria-valuemin={0}
        aria-valuemax={total}
        aria-valuenow={handled}
        aria-valuetext={words}
      >
        <u style={width(accepted)} />
        <u className="n" style={width(rejected)} />
        <u className="w" style={width(pending)} />
      </span>
      <span className="sm mut wide">{words}</span>
    </div>
  )
}

function Stepper() {
  const t = useT()
  const { moving } = useController()
  const { number, total } = useCompare((state) => {
    const items = state.model ? shownItems(state.model, state.filters) : []
    const index = items.findIndex((item) => item.display === state.current || item.origin === state.current)
    return { number: index + 1, total: items.length }
  })
  const words =
    total === 0
      ? t('compare:bar.none')
      : number > 0
        ? t('compare:bar.nth', { number })
        : t('compare:bar.count', { count: total })
  return (
    <div className="cmp-step" role="group">
      <button
        type="button"
        disabled={total === 0}
        title={`${t('compare:command.previousChange')} Shift+F7`}
        aria-label={t('compare:command.previousChange')}
        onClick={() => moving.stepChange(-1)}
      >
        <Icon name="arrow-up" />
      </button>
      <span aria-live="polite">{words}</span>
      <button
        type="button"
        disabled={total === 0}
        title={`${t('compare:command.nextChange')} F7`}
        aria-label={t('compare:command.nextChange')}
        onClick={() => moving.stepChange(1)}
      >
        <Icon name="arrow-down" />
        <Kbd keys="F7" className="wide" />
      </button>
    </div>
  )
}

function NextTarget() {
  const t = useT()
  const { moving } = useController()
  const none = useCompare((state) => (state.model?.counts.targets ?? 0) === 0)
  return (
    <Button className="wide" disabled={none} onClick={() => moving.stepTarget(1)}>
      {t('compare:bar.nextTarget')} <Kbd keys="F8" />
    </Button>
  )
}
