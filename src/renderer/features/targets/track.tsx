import { courseOf } from './model/course.ts'
import type { Matrix, MatrixRow } from './model/matrix.ts'

const [WIDTH, HEIGHT, EDGE] = [92, 24, 5]

/** The course of an indicator in a cell: results as a line, the way to the target dotted, a diamond at its end. */
export function Track(props: { readonly matrix: Matrix; readonly row: MatrixRow; readonly changed: boolean }) {
  const { matrix, row, changed } = props
  const { actuals, targets, way } = courseOf(matrix, row)
  const goal = way.at(-1) ?? targets.at(-1)
  const all = goal ? [...actuals, ...way, goal] : actuals
  if (all.length === 0 || (all.length === 1 && !goal)) return null
  const years = all.map(({ year }) => year)
  const values = all.map(({ value }) => value)
  const [first, last] = [Math.min(...years), Math.max(...years)]
  const [low, high] = [Math.min(...values), Math.max(...values)]
  const x = (year: number) => (last === first ? WIDTH - 8 : 4 + ((year - first) / (last - first)) * (WIDTH - 12))
  const y = (value: number) =>
    high === low ? HEIGHT / 2 : HEIGHT - EDGE - ((value - low) / (high - low)) * (HEIGHT - 2 * EDGE)
  const from = actuals.findLast(({ year }) => goal && year < goal.year) ?? (way.length > 1 ? way[0] : undefined)
  return (
    <svg
      className={changed ? 'on' : undefined}
      width={WIDTH}
      height={HEIGHT}
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      aria-hidden="true"
    >
      <polyline points={actuals.map(({ year, value }) => `${x(year)},${y(value)}`).join(' ')} />
      {actuals.length === 1 && actuals[0] && <circle cx={x(actuals[0].year)} cy={y(actuals[0].value)} r="1.8" />}
      {goal && from && (
        <path className="way" d={`M${x(from.year)} ${y(from.value)}L${x(goal.year)} ${y(goal.value)}`} />
      )}
      {goal && <path className="goal" d={`M${x(goal.year)} ${y(goal.value) - 3.5}l3.5 3.5-3.5 3.5-3.5-3.5z`} />}
    </svg>
  )
}
