import { isBalanced } from './balance.ts'
import { countNonBlank } from './characters.ts'
import type { CleaningLog, StepLog } from './cleaning-log.ts'
import { knownInsides } from './known-insides.ts'
import { knownEnds, knownStarts, knownTimes } from './known-starts.ts'
import { type LineHint, NO_HINT } from './line-hint.ts'
import type { DroppedText, RawDocument, ReadWarning } from './raw-document.ts'
import type { StepContext, StepResult, WorkLine } from './steps/step.ts'
import { STEPS } from './steps/steps.ts'
import { findTruncation } from './truncation.ts'

/** A canonical text with what is known of each of its lines and of how it came about. */
export interface CleanText {
  /** One block a line, joined by \n, none at the end. */
  readonly text: string
  readonly hints: readonly LineHint[]
  readonly log: CleaningLog
  readonly warnings: readonly ReadWarning[]
  /** What the steps left out, each piece whole, in the order of the steps. */
  readonly leftOut: readonly LeftOut[]
  /** Lines that were joined to the one before because of what they say (not of how wide they are), each as it stood. */
  readonly rejoined: readonly string[]
  /** For each line the range of `raw.lines` it came from, end exclusive. */
  readonly origins: readonly { readonly from: number; readonly to: number }[]
}

/** A piece of the source that a step left out. */
export interface LeftOut {
  /** The step's code. */
  readonly code: string
  readonly text: string
}

/** The codes of the cleaning steps that run unless they are switched off, in the order they run. */
export const CLEANING_STEPS: readonly string[] = STEPS.filter((step) => !step.optional).map((step) => step.code)

/** The codes of all cleaning steps, in the order they run. */
export const ALL_STEPS: readonly string[] = STEPS.map((step) => step.code)

/** The codes of the cleaning steps that run only when they are switched on. */
export const OPTIONAL_STEPS: readonly string[] = STEPS.filter((step) => step.optional).map((step) => step.code)

/** Which steps to leave out, and which of the optional ones to run. */
export interface CleanOptions {
  readonly disabled?: readonly string[]
  readonly enabled?: readonly string[]
  /** Lines of a text that this one is compared with, each a whole paragraph: what begins like one of them begins a paragraph, and what stands inside one of them goes on. */
  readonly paragraphs?: readonly string[]
}

const MAX_SAMPLES = 5
const MAX_SAMPLE_LENGTH = 40

/**
 * Turns what a reader found into canonical text. Every step can be switched off by its code, some
 * run only when they are switched on, and what each did is in the log.
 * A text with one paragraph a line comes through unchanged but for blanks at the ends of lines.
 */
export function clean(raw: RawDocument, options?: CleanOptions): CleanText {
  const disabled = new Set(options?.disabled)
  const enabled = new Set(options?.enabled)
  let lines = startLines(raw)
  const steps: StepLog[] = readerSteps(raw.dropped)
  const warnings: ReadWarning[] = [...raw.warnings]
  const leftOut: LeftOut[] = []
  const rejoined: string[] = []
  let accounted = true
  const { paragraphs } = options ?? {}
  const context = {
    structured: raw.structured,
    ...(paragraphs ? knownBy(paragraphs) : {}),
  }
  for (const step of STEPS) {
    if (disabled.has(step.code) || (step.optional && !enabled.has(step.code))) continue
    const result = step.apply(lines, context)
    if (result.lines !== lines) {
      accounted = keepsCharacters(lines, result) && accounted
      lines = result.lines
    }
    if (result.count > 0) steps.push(stepLog(step.code, result))
    for (const { text } of result.dropped ?? []) leftOut.push({ code: step.code, text })
    rejoined.push(...(result.rejoined ?? []))
    warnings.push(...(result.warnings ?? []))
  }
  const kept = lines.map((line) => ({ ...line, text: line.text.trim() })).filter((line) => line.text !== '')
  const text = kept.map((line) => line.text).join('\n')
  const log = makeLog(raw, text, steps, accounted)
  if (!log.accounted) warnings.push(UNACCOUNTED)
  return {
    text,
    hints: kept.map((line) => line.hint),
    log,
    warnings: [...warnings, ...findTruncation(text)],
    leftOut,
    rejoined,
    origins: kept.map((line) => ({ from: line.from, to: line.to })),
  }
}

/** What the paragraphs of another text tell. */
function knownBy(paragraphs: readonly string[]): Omit<StepContext, 'structured'> {
  return {
    begins: knownStarts(paragraphs),
    ends: knownEnds(paragraphs),
    times: knownTimes(paragraphs),
    insides: knownInsides(paragraphs),
  }
}

const UNACCOUNTED: ReadWarning = {
  code: 'unaccounted',
  message: '清理后的字符与原文对不上，请逐段核对，或关闭部分清理步骤后重新导入。',
}

function startLines(raw: RawDocument): readonly WorkLine[] {
  return raw.lines.map((line, index) => ({
    text: line.text,
    hint:
      line.kind === undefined && line.level === undefined
        ? NO_HINT
        : { kind: line.kind ?? null, level: line.level ?? null },
    from: index,
    to: index + 1,
  }))
}

function keepsCharacters(lines: readonly WorkLine[], result: StepResult): boolean {
  const after = result.reordered ? result.lines.toSorted((a, b) => a.from - b.from) : result.lines
  return isBalanced(
    lines.map((line) => line.text),
    after.map((line) => line.text),
    (result.dropped ?? []).map((piece) => piece.text),
    result.added ?? '',
  )
}

/** What the reader left out comes first in the log, one entry for each reason. */
function readerSteps(dropped: readonly DroppedText[]): StepLog[] {
  const reasons = new Map<string, DroppedText[]>()
  for (const piece of dropped) reasons.set(piece.reason, [...(reasons.get(piece.reason) ?? []), piece])
  return [...reasons].map(([code, pieces]) => stepLog(code, { lines: [], count: pieces.length, dropped: pieces }))
}

function stepLog(code: string, result: StepResult): StepLog {
  const dropped = countDropped(result)
  const samples = (result.samples ?? result.dropped?.map((piece) => piece.text) ?? [])
    .map((sample) => sample.trim())
    .filter((sample) => sample !== '')
    .slice(0, MAX_SAMPLES)
    .map((sample) => (sample.length > MAX_SAMPLE_LENGTH ? `${sample.slice(0, MAX_SAMPLE_LENGTH)}…` : sample))
  return {
    code,
    count: result.count,
    ...(dropped > 0 ? { dropped } : {}),
    ...(samples.length > 0 ? { samples } : {}),
  }
}

function countDropped(result: StepResult): number {
  const dropped = (result.dropped ?? []).reduce((sum, piece) => sum + countNonBlank(piece.text), 0)
  return dropped - countNonBlank(result.added ?? '')
}

function makeLog(raw: RawDocument, text: string, steps: readonly StepLog[], accounted: boolean): CleaningLog {
  const found = raw.lines.reduce((sum, line) => sum + countNonBlank(line.text), 0)
  const left = raw.dropped.reduce((sum, piece) => sum + countNonBlank(piece.text), 0)
  const characters = {
    in: found + left,
    out: countNonBlank(text),
    dropped: steps.reduce((sum, step) => sum + (step.dropped ?? 0), 0),
  }
  return { characters, accounted: accounted && characters.in === characters.out + characters.dropped, steps }
}
