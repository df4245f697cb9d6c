import type { Unit } from '../units/unit.ts'

/** A heading and all below it, as unit indexes, end exclusive. */
export interface Section {
  readonly heading: number
  readonly end: number
}

/** The sections of one side in the order of their headings; one within another where headings are. */
export function sectionsOf(units: readonly Unit[]): Section[] {
  const sections: Section[] = []
  const open: { heading: number; level: number }[] = []
  const close = (level: number, end: number): void => {
    while ((open.at(-1)?.level ?? 0) >= level) sections.push({ heading: open.pop()?.heading ?? 0, end })
  }
  for (const unit of units) {
    if (unit.level === 0) continue
    close(unit.level, unit.index)
    open.push({ heading: unit.index, level: unit.level })
  }
  close(1, units.length)
  return sections.sort((a, b) => a.heading - b.heading)
}
