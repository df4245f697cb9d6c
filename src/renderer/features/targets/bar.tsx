import { Dropdown } from 'antd'
import { useMemo } from 'react'
import { formatCount } from '../../lib/format.ts'
import { useT } from '../../lib/i18n.ts'
import { showError } from '../../lib/toast.ts'
import { Button, IconButton } from '../../ui/button.tsx'
import { Icon } from '../../ui/icon.tsx'
import { Segments } from '../../ui/segments.tsx'
import { exportMatrix } from './export-matrix.ts'
import { countFilters, FILTERS, type Filter, filterRows } from './model/filter-rows.ts'
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
      <div className="sp" />
      <span className="sm mut wide legend">{t('targets:legend')}</span>
      <Button icon="plus" onClick={onAdd}>
        {t('targets:add')}
      </Button>
      <ExportButton />
    </div>
  )
}

function ExportButton() {
  const t = useT()
  const { matrix, filter, query } = useTargets()
  const save = (format: 'xlsx' | 'csv') => {
    if (matrix) void exportMatrix(format, filterRows(matrix, filter, query), t).catch(showError)
  }
  const items = (['xlsx', 'csv'] as const).map((key) => ({
    key,
    label: t(`targets:export.${key}`),
    onClick: () => save(key),
  }))
  return (
    <Dropdown menu={{ items }} trigger={['click']} placement="bottomRight" disabled={matrix === null}>
      <Button icon="table" aria-haspopup="menu" disabled={matrix === null}>
        {t('targets:export.button')}
        <Icon name="down" />
      </Button>
    </Dropdown>
  )
}
