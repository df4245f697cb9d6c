import { useT } from '../../lib/i18n.ts'
import { layOutCells } from './model/cells.ts'

/** A table row as cells: in columns where there are few, else one after the other with empty stretches folded. */
export function CellRow({ text }: { readonly text: string }) {
  const t = useT()
  const { columns, cells } = layOutCells(text)
  return (
    <span
      className={columns ? 'cells columns' : 'cells'}
      style={columns ? { gridTemplateColumns: `repeat(${cells.length}, minmax(0, 1fr))` } : undefined}
    >
      {cells.map((cell, index) =>
        'empty' in cell ? (
          // biome-ignore lint/suspicious/noArrayIndexKey: a cell has no name but its place
          <span key={index} className="cell-gap">
            {t('import:preview.emptyCells', { count: cell.empty })}
          </span>
        ) : (
          // biome-ignore lint/suspicious/noArrayIndexKey: a cell has no name but its place
          <span key={index} className="cell">
            {cell.text}
          </span>
        ),
      )}
    </span>
  )
}
