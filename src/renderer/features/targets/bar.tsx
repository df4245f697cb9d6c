import { useMemo } from 'react'
import { formatCount } from '../../lib/format.ts'
import { useT } from '../../lib/i18n.ts'
import { showError } from '../../lib/toast.ts'
import { Button, IconButton } from '../../ui/button.tsx'
import { Icon } from '../../ui/icon.tsx'
import { Menu } from '../../ui/menu.tsx'
import { Segments } from '../../ui/segments.tsx'
import { exportMatrix } from './export-matrix.ts'
import { countFilters, FILTERS, type Filter, filterRows } from './model/filter-rows.ts'
import { sayCategory } from './model/words.ts'
import { useTargets } from './targets-state.ts'

/** Filters with their counts, the search, the legend, and what can be added or taken out. */
export function TargetsBar({ onAdd }: { readonly onAdd: () => void }) {
  const t = useT()
  const { matrix, filter, query } = useTargets()
  const counts = useMemo(() => matrix && countFilters(matrix), [matrix])
  const shown = FILTERS.filter((name) => name !== 'corrected' || (counts?.corrected ?? 0) > 0 || filter === name)
  return (
    <div className="tgt-bar" role="toolbar" aria-label={t('targets:filter.label')}>
      <Segments<Filter>
        label={t('targets:filter.label')}
        value={filter}
        options={shown.map((value) => ({
          value,
          label: `${t(`targets:filter.${value}`)} ${formatCount(counts?.[value] ?? 0)}`,
        }))}
        onChange={(value) => useTargets.setState({ filter: value })}
      />
      <div className="tgt-find" role="search">
        <Icon name="search" />
        <input
          type="text"
          value={query}
          placeholder={t('targets:search.placeholder')}
          aria-label={t('targets:search.placeholder')}
          spellCheck={false}
          autoComplete="off"
          onChange={(event) => useTargets.setState({ query: event.target.value })}
          onKeyDown={(event) => {
            if (event.key === 'Escape' && query !== '') useTargets.setState({ query: '' })
          }}
        />
        {query !== '' && (
          <IconButton
            icon="cross"
            label={t('targets:search.clear')}
            onClick={() => useTargets.setState({ query: '' })}
          />
        )}
      </div>
      <CategoryButton />
      <div className="sp" />
      <span className="sm mut wide legend">{t('targets:legend')}</span>
      <Button icon="plus" onClick={onAdd}>
        {t('targets:add')}
      </Button>
      <ExportButton />
    </div>
  )
}

/** 分组：经济 25, 创新 15, … or all of them. */
function CategoryButton() {
  const t = useT()
  const { matrix, category } = useTargets()
  const rows = matrix?.rows ?? []
  const counts = new Map<string, number>()
  for (const row of rows) counts.set(row.category, (counts.get(row.category) ?? 0) + 1)
  const chosen = category !== null && counts.has(category) ? category : null
  const item = (key: string, name: string, count: number, value: string | null) => ({
    key,
    label: `${name} ${formatCount(count)}`,
    onClick: () => useTargets.setState({ category: value, scrollTop: 0 }),
  })
  const items = [
    item('*', t('targets:category.all'), rows.length, null),
    ...[...counts].map(([name, count]) => item(`=${name}`, sayCategory(name, t), count, name)),
  ]
  const selectedKeys = [chosen === null ? '*' : `=${chosen}`]
  return (
    <Menu menu={{ items, selectable: true, selectedKeys }} disabled={matrix === null}>
      <Button look="flat" aria-haspopup="menu" disabled={matrix === null}>
        {t('targets:category.label', {
          name: chosen === null ? t('targets:category.all') : sayCategory(chosen, t),
        })}
        <Icon name="down" />
      </Button>
    </Menu>
  )
}

function ExportButton() {
  const t = useT()
  const { matrix, filter, category, query } = useTargets()
  const save = (format: 'xlsx' | 'csv') => {
    if (matrix) void exportMatrix(format, filterRows(matrix, { filter, category, query }), t).catch(showError)
  }
  const items = (['xlsx', 'csv'] as const).map((key) => ({
    key,
    label: t(`targets:export.${key}`),
    onClick: () => save(key),
  }))
  return (
    <Menu menu={{ items }} placement="bottomRight" disabled={matrix === null}>
      <Button icon="table" aria-haspopup="menu" disabled={matrix === null}>
        {t('targets:export.button')}
        <Icon name="down" />
      </Button>
    </Menu>
  )
}
