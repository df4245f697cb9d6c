import type { MergeSource } from './merged.ts'

/** What stands between two passages: the blanks of a text where they are neighbours there. */
export interface Separator {
  readonly text: string
  readonly from: MergeSource | null
  readonly start: number
}

export type Between = Readonly<
  Record<'base' | 'ours' | 'theirs', { readonly text: string; readonly start: number } | null>
>

/**
 * The blanks between two passages of the merged text: as they stand where the two are neighbours, changed blanks before
 * unchanged ones; `otherwise` where they are neighbours nowhere.
 */
export function mergeSeparators({ base, ours, theirs }: Between, otherwise: string): Separator {
  const as = (from: MergeSource, found: { readonly text: string; readonly start: number }): Separator => ({
    from,
    ...found,
  })
  if (ours && theirs) {
    if (ours.text === theirs.text) return base?.text === ours.text ? as('base', base) : as('both', ours)
    if (base?.text === ours.text) return as('theirs', theirs)
    if (base?.text === theirs.text) return as('ours', ours)
    return prefersFirst(ours.text, theirs.text) ? as('ours', ours) : as('theirs', theirs)
  }
  if (ours) return as('ours', ours)
  if (theirs) return as('theirs', theirs)
  return base ? as('base', base) : { from: null, text: otherwise, start: 0 }
}

/** Of two texts that differ in blanks: more blank rather than less, and the same choice whichever is called first. */
export function prefersFirst(first: string, second: string): boolean {
  return first.length === second.length ? first < second : first.length > second.length
}
