import type { Range } from '../../../../shared/text/range.ts'

/** What became of one source line. */
export interface LineFate {
  /** How many of its non-blank characters are in the text. */
  readonly kept: number
  /** Its end was joined with the next line. */
  readonly joined: boolean
  /** Within the line: characters that are not in the text, and blanks taken out between characters that are. */
  readonly removed: readonly Range[]
}

/** Marks on one clean line; offsets within it. */
export interface LineMarks {
  readonly joins: readonly number[]
  readonly touched: readonly Range[]
}

interface Place {
  readonly line: number
  readonly offset: number
}

/** How many characters ahead are looked at to tell a dropped passage from a changed one. */
const PROBE = 6

/** How far a dropped passage is looked past, in characters: longer than any page head or note. */
const MAX_DROPPED = 2_000
/** Characters that stand in the text for something longer in the source: the “ of `&ldquo;`. */
const MAX_ADDED = 3
/** Two such characters may stand close together: fewer of those between them must do. */
const ADDED_PROBE = 2

const BLANK = /\s/
/** Signs and words that a blank beside them does not make one with their neighbour: only they are marked. */
const NUMERIC = /[0-9A-Za-z.%‰]/

/**
 * Follows the characters of source lines into the clean lines made of them. The clean-up keeps their order, drops some and
 * changes the form of others (full width to half width), so one pass with a short look ahead is enough.
 */
export function alignLines(
  raw: readonly string[],
  clean: readonly string[],
): { readonly fates: readonly LineFate[]; readonly marks: readonly LineMarks[] } {
  const source = units(raw)
  const target = units(clean)
  const pairs = pairUnits(source, target)
  const joins = clean.map(() => [] as number[])
  const touched = clean.map(() => [] as Range[])
  const fates = raw.map(() => ({ kept: 0, joined: false, removed: [] as Range[] }))
  let last: { place: Place; to: Unit } | null = null
  for (const [index, unit] of source.entries()) {
    const to = pairs[index]
    const fate = fates[unit.place.line]
    if (!fate) continue
    if (!to) {
      pushRange(fate.removed, unit.place.offset, unit.place.offset + unit.length)
      continue
    }
    fate.kept += 1
    if (to.text !== unit.text) pushRange(touched[to.place.line] ?? [], to.place.offset, to.place.offset + to.length)
    if (last && last.to.place.line === to.place.line) {
      const previous = fates[last.place.line]
      if (last.place.line !== unit.place.line) {
        if (previous) previous.joined = true
        joins[to.place.line]?.push(to.place.offset)
      } else {
        markLostBlank(raw, clean, last, { place: unit.place, to }, fate.removed, touched[to.place.line] ?? [])
      }
    }
    last = { place: { line: unit.place.line, offset: unit.place.offset + unit.length }, to }
  }
  return { fates, marks: clean.map((_, line) => ({ joins: joins[line] ?? [], touched: merged(touched[line] ?? []) })) }
}

interface Unit {
  readonly place: Place
  readonly text: string
  readonly length: number
  /** What it is compared by. */
  readonly key: string
}

function units(lines: readonly string[]): Unit[] {
  return lines.flatMap((line, index) => {
    let offset = 0
    const own: Unit[] = []
    for (const text of line) {
      if (!BLANK.test(text))
        own.push({ place: { line: index, offset }, text, length: text.length, key: text.normalize('NFKC') })
      offset += text.length
    }
    return own
  })
}

/** For each source unit the target unit it became; undefined for a dropped one. */
function pairUnits(source: readonly Unit[], target: readonly Unit[]): readonly (Unit | undefined)[] {
  let next = 0
  return source.map((unit, index) => {
    next += addedBefore(source, index, target, next)
    const to = target[next]
    if (!to || to.key !== unit.key) return undefined
    // The same character may stand in a dropped passage by chance: what follows decides, as long as enough is left.
    const surplus = source.length - index - (target.length - next)
    if (surplus > 0 && !agrees(source, index, target, next) && laterAgrees(source, index, surplus, target, next)) {
      return undefined
    }
    next += 1
    return to
  })
}

/** How many characters of the text have no counterpart in the source before the two go on together. */
function addedBefore(source: readonly Unit[], index: number, target: readonly Unit[], next: number): number {
  if (target[next]?.key === source[index]?.key) return 0
  for (let added = 1; added <= MAX_ADDED && next + added < target.length; added += 1) {
    if (agrees(source, index, target, next + added, ADDED_PROBE)) return added
  }
  return 0
}

function agrees(source: readonly Unit[], from: number, target: readonly Unit[], to: number, probe = PROBE): boolean {
  for (let step = 0; step < probe; step += 1) {
    const expected = target[to + step]
    if (!expected) return true
    if (source[from + step]?.key !== expected.key) return false
  }
  return true
}

function laterAgrees(
  source: readonly Unit[],
  index: number,
  surplus: number,
  target: readonly Unit[],
  next: number,
): boolean {
  for (let shift = 1; shift <= Math.min(surplus, MAX_DROPPED); shift += 1) {
    if (agrees(source, index + shift, target, next)) return true
  }
  return false
}

/** Marks blanks of the source between two characters that stand together in the text. */
function markLostBlank(
  raw: readonly string[],
  clean: readonly string[],
  before: { readonly place: Place; readonly to: Unit },
  after: { readonly place: Place; readonly to: Unit },
  removed: Range[],
  touched: Range[],
): void {
  const between = raw[before.place.line]?.slice(before.place.offset, after.place.offset) ?? ''
  const [left, right] = [before.to.place.offset, after.to.place.offset]
  const line = clean[after.to.place.line] ?? ''
  if (between === '' || between.trim() !== '' || left + before.to.length !== right) return
  pushRange(removed, before.place.offset, after.place.offset)
  const numeric = [NUMERIC.test(before.to.key), NUMERIC.test(after.to.key)]
  if (numeric[0] || !numeric[1]) touched.push(runAt(line, left, numeric[0] ?? false))
  if (numeric[1] || !numeric[0]) touched.push(runAt(line, right, numeric[1] ?? false))
}

/** The number that a character belongs to, or the character alone. */
function runAt(line: string, offset: number, numeric: boolean): Range {
  let [start, end] = [offset, offset + 1]
  if (!numeric) return { start, end }
  while (start > 0 && NUMERIC.test(line[start - 1] ?? '')) start -= 1
  while (end < line.length && NUMERIC.test(line[end] ?? '')) end += 1
  return { start, end }
}

function pushRange(ranges: Range[], start: number, end: number): void {
  const last = ranges.at(-1)
  if (last && last.end === start) ranges[ranges.length - 1] = { start: last.start, end }
  else ranges.push({ start, end })
}

function merged(ranges: readonly Range[]): readonly Range[] {
  const result: Range[] = []
  for (const range of [...ranges].sort((a, b) => a.start - b.start)) {
    const last = result.at(-1)
    if (last && range.start <= last.end) {
      result[result.length - 1] = { start: last.start, end: Math.max(last.end, range.end) }
    } else {
      result.push(range)
    }
  }
  return result
}
