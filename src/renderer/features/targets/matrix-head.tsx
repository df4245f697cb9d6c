import { memo } from 'react'
import { useT } from '../../lib/i18n.ts'
import { useLibrary } from '../../lib/library.ts'
import { Icon } from '../../ui/icon.tsx'
import { Menu } from '../../ui/menu.tsx'
import type { Layout, TableProps } from './matrix-table.tsx'
import { inRole, moved, regrouped, without } from './model/columns.ts'
import type { MatrixDocument } from './model/matrix.ts'
import { briefName, needsPlace } from './model/words.ts'

/** Two rows over the table: 以往 | 本次比对 | 参照, then each column's name. Its menus are not made anew while the table is scrolled. */
export const MatrixHead = memo(function MatrixHead(props: TableProps & { readonly layout: Layout }) {
  const t = useT()
  const { layout } = props
  const { past, compared, references } = layout
  const pace = references.length > 0 ? 'reference' : 'pace'
  return (
    <div className="tgt-head" role="rowgroup">
      <div className="tgt-groups" role="row" aria-rowindex={1}>
        <span style={{ gridColumn: 'span 3' }} role="columnheader" aria-label={t('targets:head.indicator')} />
        {past.length > 0 && <GroupHead span={past.length} name={t('targets:group.past')} />}
        {compared.length > 0 && <GroupHead span={compared.length + 1} name={t('targets:group.compared')} />}
        <GroupHead span={references.length + 2} name={t(`targets:group.${pace}`)} />
      </div>
      <div className="tgt-names" role="row" aria-rowindex={2}>
        <span role="columnheader">{t('targets:head.indicator')}</span>
        <span role="columnheader">{t('targets:head.unit')}</span>
        <span role="columnheader">{t('targets:head.attribute')}</span>
        {past.map((index) => (
          <ColumnHead key={index} index={index} {...props} />
        ))}
        {compared.map((index) => (
          <ColumnHead key={index} index={index} {...props} />
        ))}
        {compared.length > 0 && <span role="columnheader">{t('targets:head.change')}</span>}
        {references.map((index) => (
          <ColumnHead key={index} index={index} {...props} />
        ))}
        <span role="columnheader" className={references.length === 0 ? 'gl' : undefined}>
          {t('targets:head.track')}
          <small>{useYears(props)}</small>
        </span>
        <span role="columnheader" className="n">
          {t('targets:head.pace')}
          <small>{t('targets:head.pastPace')}</small>
        </span>
      </div>
    </div>
  )
})

function GroupHead({ span, name }: { readonly span: number; readonly name: string }) {
  return (
    <span className="gl" role="columnheader" aria-colspan={span} style={{ gridColumn: `span ${span}` }}>
      {name}
    </span>
  )
}

/** The years that the tracks span. */
function useYears({ matrix }: TableProps): string {
  const years = matrix.rows.flatMap((row) => row.points.map(({ year }) => year))
  return years.length === 0 ? '' : `${Math.min(...years)}—${Math.max(...years)}`
}

function ColumnHead({ index, ...props }: TableProps & { readonly layout: Layout; readonly index: number }) {
  const t = useT()
  const { matrix, layout } = props
  const document = matrix.documents[index]
  const items = useColumnItems(props, index)
  if (!document) return null
  const first = [layout.past[0], layout.compared[0], layout.references[0]].includes(index)
  const isDraft = index === matrix.draft
  const classes = ['n', first ? 'gl' : '', isDraft ? 'cur-col' : ''].filter(Boolean).join(' ')
  const name = briefName(document, matrix, t)
  return (
    <span role="columnheader" className={classes} title={document.title}>
      <Menu menu={{ items }}>
        <button
          type="button"
          aria-haspopup="menu"
          aria-label={t('targets:head.menu', { name: `${document.title} ${name}` })}
        >
          <span>
            {name}
            <Icon name="down" small />
          </span>
          <small>{subtitleOf(document, index, matrix, t)}</small>
        </button>
      </Menu>
    </span>
  )
}

/** 底本 2030, 本稿 2030, 2025 年; whose it is, where two would be called the same. */
function subtitleOf(
  document: MatrixDocument,
  index: number,
  matrix: TableProps['matrix'],
  t: ReturnType<typeof useT>,
): string {
  const { baseline, draft } = matrix
  const { periodTo, region, kind } = document
  const year = periodTo ?? ''
  if (index === baseline) return t('targets:head.baseline', { year })
  if (index === draft) return t('targets:head.draft', { year })
  // The name of a report has its year already.
  if (needsPlace(document, matrix, t)) return kind === 'five-year-plan' ? `${region} ${year}` : (region ?? '')
  return periodTo === null ? '' : t('targets:head.year', { year })
}

function useColumnItems({ matrix, columns, onColumns, onOpenSource }: TableProps, index: number) {
  const t = useT()
  const documents = useLibrary((state) => state.documents) ?? []
  const document = matrix.documents[index]
  if (!document) return []
  const { side, targets } = document
  const compared = index === matrix.baseline || index === matrix.draft
  const isPast = columns.past.some((each) => JSON.stringify(each) === JSON.stringify(side))
  const item = (
    key: 'baseline' | 'draft' | 'left' | 'right' | 'toReference' | 'toPast' | 'remove',
    onClick: () => void,
    disabled = false,
  ) => ({
    key,
    label: t(`targets:column.${key}`),
    onClick,
    disabled,
  })
  const first = targets[0]
  return [
    item(
      'baseline',
      () => onColumns(inRole(columns, 'baseline', side, documents)),
      index === matrix.baseline || side.type === 'draft',
    ),
    item('draft', () => onColumns(inRole(columns, 'draft', side, documents)), index === matrix.draft),
    { type: 'divider' as const },
    ...(compared
      ? []
      : [
          item('left', () => onColumns(moved(columns, side, -1))),
          item('right', () => onColumns(moved(columns, side, 1))),
          item(isPast ? 'toReference' : 'toPast', () => onColumns(regrouped(columns, side))),
        ]),
    {
      key: 'open',
      label: t('targets:column.open'),
      disabled: first === undefined,
      onClick: () => first && onOpenSource({ document: index, target: first }),
    },
    item('remove', () => onColumns(without(columns, side)), matrix.documents.length === 1),
  ]
}
