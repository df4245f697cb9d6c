import type { Unit } from '../units/unit.ts'
import { type Section, sectionsOf } from './section-ranges.ts'

/** The sections of one side and where each unit stands among them. */
export interface SectionTree {
  readonly sections: readonly Section[]
  /** The section around each section, or -1. */
  readonly parents: readonly number[]
  /** The innermost section of each unit, or -1. */
  readonly sectionOf: Int32Array
}

export function sectionTree(units: readonly Unit[]): SectionTree {
  const sections = sectionsOf(units)
  const sectionOf = new Int32Array(units.length).fill(-1)
  const parents: number[] = []
  const open: number[] = []
  for (const [i, { heading, end }] of sections.entries()) {
    while (open.length > 0 && (sections[open.at(-1) ?? 0]?.end ?? 0) <= heading) open.pop()
    parents.push(open.at(-1) ?? -1)
    open.push(i)
    sectionOf.fill(i, heading, end)
  }
  return { sections, parents, sectionOf }
}

/** Whether a unit is the first below the heading of its section. */
export function leads({ sections, sectionOf }: SectionTree, unit: number): boolean {
  return sections[sectionOf[unit] ?? -1]?.heading === unit - 1
}

/** A section and those around it, innermost first. */
export function pathOf({ parents }: SectionTree, section: number): number[] {
  const path: number[] = []
  for (let at = section; at >= 0; at = parents[at] ?? -1) path.push(at)
  return path
}

/** The path of every section. */
export function pathsOf(tree: SectionTree): number[][] {
  return tree.sections.map((_, section) => pathOf(tree, section))
}
