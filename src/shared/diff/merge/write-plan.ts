import type { Cell, UnitSpan } from './merge-cells.ts'
import type { MergePlan, MergeText, MergeTexts, Step } from './merge-plan.ts'
import { type MergeContext, mergeTexts, type Passage, sameButBlanks, wordsOf } from './merge-texts.ts'
import type { ConflictReason, MergeSide, MergeVariant } from './merged.ts'
import { variantOf } from './segment-list.ts'
import { type Between, mergeSeparators, type Separator } from './separators.ts'

/** Writes the segments of a merge whose order is decided. Returns false when time ran out on the way. */
export function writePlan(texts: MergeTexts, plan: MergePlan, context: MergeContext): boolean {
  return new PlanWriter(texts, plan, context).write()
}

/** What lies before the first passage and behind the last. */
const START: Place = { base: -1, ours: -1, theirs: -1 }

/** Which cell of each text a step is, by its place in the order of that text; null where the text does not have it. */
type Place = Readonly<Record<MergeSide, number | null>>

/** A passage that a decision may leave out, and the blanks beside it with it. */
interface Doubtful {
  readonly reason: ConflictReason
  readonly decision?: number
  readonly passages: Readonly<Record<MergeSide, Passage | null>>
}

class PlanWriter {
  readonly #texts: MergeTexts
  readonly #steps: readonly Step[]
  readonly #context: MergeContext
  readonly #places: Readonly<Record<MergeSide, ReadonlyMap<Cell, number>>>
  readonly #order: MergePlan['order']
  readonly #end: Place
  readonly #decisions = new Map<Cell, number>()

  constructor(texts: MergeTexts, plan: MergePlan, context: MergeContext) {
    this.#texts = texts
    this.#context = context
    const numbered = (cells: readonly Cell[]) => new Map(cells.map((cell, i) => [cell, i]))
    this.#order = plan.order
    const { base, ours, theirs } = plan.order
    this.#places = { base: numbered(base), ours: numbered(ours), theirs: numbered(theirs) }
    this.#end = { base: base.length, ours: ours.length, theirs: theirs.length }
    this.#steps = plan.steps.filter((step) => !this.#isGone(step))
  }

  write(): boolean {
    let precise = true
    let before = START
    // Before the first passage that surely stands, blanks are written behind a passage that may be left out, then before it.
    let certain = false
    for (const [i, step] of this.#steps.entries()) {
      const place = this.#placeOf(step)
      const blanks = this.#separator(before, place, i === 0 ? '' : '\n')
      const doubtful = this.#doubtOf(step)
      if (i === 0 || (certain && !doubtful)) this.#writeBlanks(blanks)
      if (!doubtful) {
        precise = this.#writeCertain(step) && precise
        certain = true
      } else if (certain) this.#writeDoubtful(doubtful, { before: blanks.text, behind: '' })
      else this.#writeDoubtful(doubtful, { before: '', behind: this.#blanksBehind(i, place) })
      before = place
    }
    if (certain || this.#steps.length === 0) this.#writeBlanks(this.#separator(before, this.#end, ''))
    return precise
  }

  #blanksBehind(i: number, place: Place): string {
    const next = this.#steps[i + 1]
    return this.#separator(place, next ? this.#placeOf(next) : this.#end, next ? '\n' : '').text
  }

  /** Struck by one side, and left as it was by the other. */
  #isGone(step: Step): boolean {
    if (step.what !== 'struck') return false
    const [base, kept] = [this.#passage('base', step.base), this.#kept(step)]
    return base !== null && kept !== null && sameButBlanks(wordsOf(base), wordsOf(kept))
  }

  #kept({ ours, theirs }: Step): Passage | null {
    return this.#passage('ours', ours) ?? this.#passage('theirs', theirs)
  }

  #doubtOf(step: Step): Doubtful | null {
    const passages = {
      base: this.#passage('base', step.base),
      ours: this.#passage('ours', step.ours),
      theirs: this.#passage('theirs', step.theirs),
    }
    if (step.what === 'struck') return { reason: 'deleted-edited', passages }
    if (step.what === 'moved-away') return { reason: 'deleted-moved', passages }
    if (step.what !== 'apart') return null
    return { reason: 'moved-apart', decision: this.#decisionOn(step.base ?? step.ours ?? step.theirs), passages }
  }

  #decisionOn(cell: Cell | null): number {
    const known = cell === null ? undefined : this.#decisions.get(cell)
    if (known !== undefined) return known
    const decision = this.#context.segments.newDecision()
    if (cell) this.#decisions.set(cell, decision)
    return decision
  }

  #writeDoubtful({ reason, decision, passages }: Doubtful, blanks: { before: string; behind: string }): void {
    const variant = (side: MergeSide): MergeVariant | null => {
      const passage = passages[side]
      if (!passage) return null
      const { text, ranges } = variantOf(passage.text, passage.start, passage.end)
      return { text: blanks.before + text + blanks.behind, ranges }
    }
    const variants = { base: variant('base'), ours: variant('ours'), theirs: variant('theirs') }
    this.#context.segments.conflict(reason, variants, decision)
  }

  #writeCertain(step: Step): boolean {
    const [base, ours, theirs] = [
      this.#passage('base', step.base),
      this.#passage('ours', step.ours),
      this.#passage('theirs', step.theirs),
    ]
    if (base && ours && theirs) return mergeTexts({ base, ours, theirs }, this.#context)
    const { segments } = this.#context
    if (ours && theirs) this.#writeBothInserted(ours, theirs)
    else if (ours) segments.clean('ours', wordsOf(ours), [{ start: ours.start, end: ours.end }])
    else if (theirs) segments.clean('theirs', wordsOf(theirs), [{ start: theirs.start, end: theirs.end }])
    return true
  }

  #writeBothInserted(ours: Passage, theirs: Passage): void {
    const { segments } = this.#context
    const [o, t] = [variantOf(ours.text, ours.start, ours.end), variantOf(theirs.text, theirs.start, theirs.end)]
    if (o.text === t.text) segments.clean('both', o.text, o.ranges)
    else segments.conflict('both-inserted', { base: null, ours: o, theirs: t })
  }

  #writeBlanks({ from, text, start }: Separator): void {
    if (from === null) this.#context.segments.clean('both', text, [])
    else this.#context.segments.clean(from, text, text === '' ? [] : [{ start, end: start + text.length }])
  }

  #placeOf(step: Step): Place {
    const place = (side: MergeSide): number | null => {
      const cell = step[side]
      return cell === null ? null : (this.#places[side].get(cell) ?? null)
    }
    return { base: place('base'), ours: place('ours'), theirs: place('theirs') }
  }

  #passage(side: MergeSide, cell: Cell | null): Passage | null {
    const span = cell?.[side] ?? null
    return span ? passageOf(this.#texts[side], span) : null
  }

  #separator(before: Place, behind: Place, otherwise: string): Separator {
    const between: Between = {
      base: this.#blanksBetween('base', before, behind),
      ours: this.#blanksBetween('ours', before, behind),
      theirs: this.#blanksBetween('theirs', before, behind),
    }
    return mergeSeparators(between, otherwise)
  }

  /** The blanks of a text between two passages that are neighbours in it. */
  #blanksBetween(side: MergeSide, before: Place, behind: Place): { text: string; start: number } | null {
    const [a, b] = [before[side], behind[side]]
    if (a === null || b === null || b !== a + 1) return null
    const { text } = this.#texts[side]
    const start = this.#borderOf(side, a, 'end')
    return { text: text.slice(start, this.#borderOf(side, b, 'start')), start }
  }

  /** Where a cell of a text begins or ends; 0 before the first, the text's end behind the last. */
  #borderOf(side: MergeSide, place: number, border: 'start' | 'end'): number {
    const cell = this.#order[side][place]
    if (!cell) return place < 0 ? 0 : this.#texts[side].text.length
    return this.#passage(side, cell)?.[border] ?? 0
  }
}

function passageOf({ text, units }: MergeText, { from, to }: UnitSpan): Passage {
  const own = units.slice(from, to)
  return { text, units: own, start: own[0]?.start ?? 0, end: own.at(-1)?.end ?? 0 }
}
