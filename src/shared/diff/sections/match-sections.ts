import type { SectionMatch, SectionSides } from './section-likeness.ts'

/** Below this two sections are not about the same matter. */
const LEAST = 0.43
/** From here on a section that was left over has been merged with another, or split off from it. */
const MERGED = 0.43
/** What sections gain that stand in sections which are partners, and lose where those have other partners. */
const SAME_PARENT = 0.15
const OTHER_PARENT = 0.1
/** Rounds after which parents and children have settled on each other. */
const ROUNDS = 3

export interface MatchedSections {
  /** One partner for each section at most, strongest first. */
  readonly partners: readonly SectionMatch[]
  /** Sections left over, each with the partner of another section that it is most alike: split or merged. */
  readonly merged: readonly SectionMatch[]
}

/** The sections of both sides that are about the same matter, whatever their numbers and their order. */
export function matchSections(candidates: readonly SectionMatch[], sides: SectionSides): MatchedSections {
  let assigned = assign([])
  let ranked: readonly SectionMatch[] = []
  for (let round = 0; round < ROUNDS; round += 1) {
    ranked = rank(candidates, sides, assigned)
    assigned = assign(ranked)
  }
  const merged: SectionMatch[] = []
  const [left, right] = [new Set(assigned.ofLeft.keys()), new Set(assigned.ofRight.keys())]
  for (const match of ranked) {
    if (match.score < MERGED || (left.has(match.left) && right.has(match.right))) continue
    left.add(match.left)
    right.add(match.right)
    merged.push(match)
  }
  return { partners: ranked.filter((match) => assigned.ofLeft.get(match.left) === match.right), merged }
}

interface Assigned {
  readonly ofLeft: ReadonlyMap<number, number>
  readonly ofRight: ReadonlyMap<number, number>
}

/** The strongest pairs, each section in one at most. */
function assign(ranked: readonly SectionMatch[]): Assigned {
  const [ofLeft, ofRight] = [new Map<number, number>(), new Map<number, number>()]
  for (const { left, right } of ranked) {
    if (ofLeft.has(left) || ofRight.has(right)) continue
    ofLeft.set(left, right)
    ofRight.set(right, left)
  }
  return { ofLeft, ofRight }
}

/** The candidates by how alike they are and how well they stand, strongest first. Levels say nothing: a section of one plan is a chapter of the next. */
function rank(
  candidates: readonly SectionMatch[],
  { trees }: SectionSides,
  { ofLeft, ofRight }: Assigned,
): SectionMatch[] {
  const ranked: SectionMatch[] = []
  for (const { left, right, score } of candidates) {
    const [above, there] = [trees.left.parents[left] ?? -1, trees.right.parents[right] ?? -1]
    const isBelow = above >= 0 && ofLeft.get(above) === there
    const isElsewhere = !isBelow && above >= 0 && there >= 0 && (ofLeft.has(above) || ofRight.has(there))
    const place = isBelow ? 1 + SAME_PARENT : isElsewhere ? 1 - OTHER_PARENT : 1
    const worth = Math.min(1, score * place)
    if (worth >= LEAST) ranked.push({ left, right, score: worth })
  }
  return ranked.sort((a, b) => b.score - a.score || a.left + a.right - b.left - b.right || a.left - b.left)
}
