import type { LabelStyle, LineLabel } from '../../outline/numbering.ts'

/** The numbers met so far, by style: what tells a heading 三、 from a line that happens to begin with 三、四线城市. */
export interface LabelRun {
  readonly last: Map<LabelStyle, number>
}

export function startRun(): LabelRun {
  return { last: new Map() }
}

/** True when a number begins a count or goes on from the last one of its style. Labels without number are always expected. */
export function isExpected(run: LabelRun, label: LineLabel): boolean {
  if (label.value === null) return true
  const last = run.last.get(label.style)
  return label.value === 1 || (last !== undefined && label.value > last && label.value <= last + 2)
}

/** Notes the number of a line that begins a paragraph. */
export function noteLabel(run: LabelRun, label: LineLabel | null): void {
  if (label?.value !== null && label !== null) run.last.set(label.style, label.value)
}
