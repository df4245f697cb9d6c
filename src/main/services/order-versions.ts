import { STAGES, type Stage } from '../../shared/outline/document-facts.ts'

/** What decides a version's place among the versions of its document. */
export interface Placeable {
  readonly id: string
  /** Order of arrival. */
  readonly seq: number
  readonly stage: Stage | null
  readonly date: string | null
  /** The version a sealed draft was written from. */
  readonly basedOn: string | null
}

/**
 * Whether `a` must stand before `b` though it arrived later: by date where both have one, else by stage where both have one.
 * A sealed draft never stands before what it was written from.
 */
function precedes(a: Placeable, b: Placeable): boolean {
  if (a.basedOn === b.id) return false
  if (a.date !== null && b.date !== null && a.date !== b.date) return a.date < b.date
  if (a.stage !== null && b.stage !== null) return STAGES.indexOf(a.stage) < STAGES.indexOf(b.stage)
  return false
}

/**
 * The versions of one document, oldest first. People import what they find, so arrival says little: each version, in order of
 * arrival, is moved back past those that it must precede. Deterministic for any mixture of known and unknown dates and stages.
 */
export function orderVersions<T extends Placeable>(versions: readonly T[]): T[] {
  const ordered: T[] = []
  for (const version of versions.toSorted((a, b) => a.seq - b.seq)) {
    let place = ordered.length
    for (let before = ordered[place - 1]; before && precedes(version, before); before = ordered[place - 1]) place -= 1
    ordered.splice(place, 0, version)
  }
  return ordered
}

/** For each version the one it is compared with: what it was written from, if that is among them, else the one before it. */
export function parentsOf(versions: readonly Placeable[]): Map<string, string | null> {
  const ordered = orderVersions(versions)
  const present = new Set(ordered.map((version) => version.id))
  return new Map(
    ordered.map((version, index) => {
      const written = version.basedOn !== null && present.has(version.basedOn) ? version.basedOn : null
      return [version.id, written ?? ordered[index - 1]?.id ?? null]
    }),
  )
}
