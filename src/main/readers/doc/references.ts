import type { Range } from '../../../shared/text/range.ts'
import type { Bytes } from '../ole/bytes.ts'
import { type Fib, PART, type Story } from './fib.ts'

/** Text that belongs to a place in the main text: a note or a text box. Ranges count in all stories together. */
export interface Reference extends Range {
  /** The character it is anchored at. */
  readonly at: number
  readonly kind: 'note' | 'box'
}

const BOX_SIZE = 22
const SHAPE_SIZE = 26

/** The footnotes, endnotes and text boxes of a document, by the character they are anchored at. */
export function readReferences(fib: Fib): Reference[] {
  return [
    ...readNotes(fib, PART.footnoteRefs, PART.footnoteTexts, 'footnotes'),
    ...readNotes(fib, PART.endnoteRefs, PART.endnoteTexts, 'endnotes'),
    ...readBoxes(fib),
  ].toSorted((a, b) => a.at - b.at)
}

/** The character positions at the head of a PLC with data elements of the size given (MS-DOC 2.2.2). */
function positions(plc: Bytes, size: number): number[] {
  const count = Math.floor((plc.length - 4) / (4 + size))
  return plc.length < 4 ? [] : Array.from({ length: count + 1 }, (_, index) => plc.u32(index * 4))
}

function readNotes(fib: Fib, refs: number, texts: number, story: Story): Reference[] {
  const anchors = positions(fib.part(refs), 2).slice(0, -1)
  const starts = positions(fib.part(texts), 0)
  const { start, length } = fib.stories[story]
  return anchors.flatMap((at, index) => {
    const [from, to] = [starts[index], starts[index + 1]]
    if (from === undefined || to === undefined || to > length || to < from) return []
    return [{ at, kind: 'note' as const, start: start + from, end: start + to }]
  })
}

/** A text box is tied to the shape that stands in the text by the shape's number. Boxes without a place come last. */
function readBoxes(fib: Fib): Reference[] {
  const boxes = fib.part(PART.boxTexts)
  const starts = positions(boxes, BOX_SIZE)
  const places = shapePlaces(fib.part(PART.shapes))
  const { start, length } = fib.stories.boxes
  return starts.slice(0, -1).flatMap((from, index) => {
    const to = starts[index + 1] ?? from
    const shape = boxes.u32(starts.length * 4 + index * BOX_SIZE + 14)
    if (to > length || to <= from) return []
    const at = places.get(shape) ?? fib.stories.text.length
    return [{ at, kind: 'box' as const, start: start + from, end: start + to }]
  })
}

function shapePlaces(shapes: Bytes): ReadonlyMap<number, number> {
  const anchors = positions(shapes, SHAPE_SIZE)
  return new Map(anchors.slice(0, -1).map((at, index) => [shapes.u32(anchors.length * 4 + index * SHAPE_SIZE), at]))
}
