import type { Edit } from '../rows/row.ts'
import { fold } from '../units/fold.ts'

/** A stretch of the base and what stands for it in one revision; both as offsets into their texts, `text` as it stands there. */
export interface TextChange {
  readonly from: number
  readonly to: number
  readonly sideFrom: number
  readonly text: string
}

interface Span {
  readonly start: number
  readonly end: number
}

/** Two texts and the stretches of them that are compared. */
export interface ComparedTexts {
  readonly base: string
  readonly side: string
  readonly baseSpan: Span
  readonly sideSpan: Span
}

/**
 * All that differs between the two stretches, to the last blank: what lies between the edits' equal spans, and within equal
 * spans the blanks and widths that the comparison overlooks. Ascending and disjoint; applied to the base they give the side.
 */
export function textChanges(edits: readonly Edit[], texts: ComparedTexts): TextChange[] {
  const changes: TextChange[] = []
  let [base, side] = [texts.baseSpan.start, texts.sideSpan.start]
  const differ = (baseTo: number, sideTo: number): void => {
    const change = trimmed({ from: base, to: baseTo, sideFrom: side, text: texts.side.slice(side, sideTo) }, texts)
    if (change) changes.push(change)
    base = baseTo
    side = sideTo
  }
  for (const edit of edits) {
    if (edit.op !== '=') continue
    differ(edit.left[0], edit.right[0])
    changes.push(...layoutChanges(texts, { start: edit.left[0], end: edit.left[1] }, edit.right[0], edit.right[1]))
    ;[base, side] = [edit.left[1], edit.right[1]]
  }
  differ(texts.baseSpan.end, texts.sideSpan.end)
  return joined(changes)
}

/** Without the blanks that both have at the ends; null when nothing differs. */
function trimmed(change: TextChange, { base }: ComparedTexts): TextChange | null {
  const old = base.slice(change.from, change.to)
  if (old === change.text) return null
  const least = Math.min(old.length, change.text.length)
  let head = 0
  while (head < least && old[head] === change.text[head] && isBlankAt(old, head)) head += 1
  let tail = 0
  while (
    tail < least - head &&
    old.at(-1 - tail) === change.text.at(-1 - tail) &&
    isBlankAt(old, old.length - 1 - tail)
  )
    tail += 1
  return {
    from: change.from + head,
    to: change.to - tail,
    sideFrom: change.sideFrom + head,
    text: change.text.slice(head, change.text.length - tail),
  }
}

/** Blanks and widths that differ between two stretches of the same visible characters. */
function layoutChanges(texts: ComparedTexts, span: Span, sideStart: number, sideEnd: number): TextChange[] {
  const { base, side } = texts
  if (base.slice(span.start, span.end) === side.slice(sideStart, sideEnd)) return []
  const changes: TextChange[] = []
  let [i, j] = [span.start, sideStart]
  while (i < span.end || j < sideEnd) {
    const [from, sideFrom] = [i, j]
    while (i < span.end && isBlankAt(base, i)) i += 1
    while (j < sideEnd && isBlankAt(side, j)) j += 1
    if (base.slice(from, i) !== side.slice(sideFrom, j))
      changes.push({ from, to: i, sideFrom, text: side.slice(sideFrom, j) })
    if (i >= span.end || j >= sideEnd) break
    if (base[i] !== side[j]) changes.push({ from: i, to: i + 1, sideFrom: j, text: side.charAt(j) })
    i += 1
    j += 1
  }
  if (i < span.end || j < sideEnd) changes.push({ from: i, to: span.end, sideFrom: j, text: side.slice(j, sideEnd) })
  return changes
}

/** Whether the comparison overlooks the character. */
function isBlankAt(text: string, at: number): boolean {
  return fold(text, at, at + 1) === ''
}

/** Changes that follow each other without anything between are one. */
function joined(changes: readonly TextChange[]): TextChange[] {
  const result: TextChange[] = []
  for (const change of changes) {
    const last = result.at(-1)
    if (last && last.to === change.from && last.sideFrom + last.text.length === change.sideFrom)
      result[result.length - 1] = { ...last, to: change.to, text: last.text + change.text }
    else result.push(change)
  }
  return result
}
