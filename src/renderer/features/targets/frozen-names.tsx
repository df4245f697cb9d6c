import { useT } from '../../lib/i18n.ts'
import { placed } from './matrix-line.tsx'
import type { Line } from './model/filter-rows.ts'
import { nameOfRow, sayCategory } from './model/words.ts'
import { useTargets } from './targets-state.ts'

/**
 * The names once more, over the first column, while the table is scrolled sideways. One layer for all of them: with one for each
 * line the browser takes longer over its layers than over the lines. For the eye alone; rows have their own names.
 */
export function FrozenNames(props: {
  readonly lines: readonly Line[]
  /** The lines that are drawn. */
  readonly from: number
  readonly to: number
  readonly current: string | null
}) {
  const { lines, from, to, current } = props
  const t = useT()
  return (
    <div className="tgt-frozen" aria-hidden="true">
      {lines.slice(from, to).map((line, index) => {
        const style = placed(from + index)
        if (line.type === 'group')
          return (
            <span key={`group ${line.category}`} className="grp" style={style}>
              {sayCategory(line.category, t)}
            </span>
          )
        const { key } = line.row
        return (
          <span
            key={key}
            className={key === current ? 'ellipsis cur' : 'ellipsis'}
            style={style}
            // oxlint-disable-next-line jsx-a11y/click-events-have-key-events -- the grid has the keys
            onClick={() => useTargets.setState({ current: key })}
          >
            {nameOfRow(line.row, t)}
          </span>
        )
      })}
    </div>
  )
}
