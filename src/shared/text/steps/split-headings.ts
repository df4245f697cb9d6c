import { CHAPTER_STYLES, readLabel } from '../../outline/numbering.ts'
import { isExpected, type LabelRun, noteLabel, startRun } from './label-run.ts'
import type { Step, StepContext, StepResult, WorkLine } from './step.ts'

/** A title and what follows it on a title page: 政府工作报告——2025年1月在…会议上. */
const SUBTITLE = /^(.{2,40}(?:报告|规划|纲要|计划|公报|方案|意见))(?=(?:——|—|--)\s*[0-9０-９〇一二三四五六七八九]{1,4})/
/** A name in front of the salutation: 市长李明各位代表： */
const SALUTATION = /^([^。！？，；]{2,30})(?=各位(?:代表|委员|领导|同志)[^。！？，；]{0,12}[：:]$)/
/** Chapter numbers inside a line. */
const CHAPTER = /第[一二三四五六七八九十百]+[编篇章节](?=[^，。；、》”])/g
/** 一、 and （一） after a sentence. */
const NUMBERED = /(?<=[。！？：])(?=(?:[一二三四五六七八九十]{1,3}、|（[一二三四五六七八九十]{1,3}）)[^，。；、])/g
/** Lines of this length hold whole chapters and not a paragraph with a list in it. */
const MIN_LONG = 1500

/**
 * Splits rows of chapter headings (第一章总则第二章目标), as contents lists that lost their breaks have them.
 */
export const splitHeadings: Step = { code: 'split-headings', apply: splitRows }

function splitRows(lines: readonly WorkLine[], { structured }: StepContext): StepResult {
  if (structured) return { lines, count: 0 }
  const samples: string[] = []
  const run = startRun()
  const split = lines.flatMap((line): WorkLine[] => {
    const starts = line.text.length < 4 ? [] : chapterStarts(line.text, run)
    if (starts.length === 0) return [line]
    const parts = cutAt(line.text, starts)
    for (const part of parts.slice(1)) samples.push(part)
    return parts.map((text) => ({ ...line, text }))
  })
  return samples.length === 0 ? { lines, count: 0 } : { lines: split, count: samples.length, samples }
}

/** The paragraphs of a line in which they stick together: a title and its subtitle, a name and the salutation, the numbered parts of a text without breaks. */
export function splitGlued(text: string): string[] {
  const head = SUBTITLE.exec(text.trimStart())?.[1] ?? SALUTATION.exec(text.trimStart())?.[1]
  if (head !== undefined) return cutAt(text, [text.length - text.trimStart().length + head.length])
  return text.length >= MIN_LONG ? cutAt(text, numberedStarts(text)) : [text]
}

/** Where further chapter headings begin in a line that begins with one and holds no sentence; their numbers go on from line to line. */
function chapterStarts(text: string, run: LabelRun): number[] {
  const indent = text.length - text.trimStart().length
  const label = readLabel(text.slice(indent))
  if (label === null || !CHAPTER_STYLES.has(label.style)) return []
  noteLabel(run, label)
  if (/[。！？；]/.test(text)) return []
  const starts: number[] = []
  for (const match of text.matchAll(CHAPTER)) {
    const next = match.index > indent ? readLabel(text.slice(match.index)) : null
    if (next === null || !isExpected(run, next)) continue
    noteLabel(run, next)
    starts.push(match.index)
  }
  return starts
}

/** Where numbered parts begin, as long as their numbers go on. */
function numberedStarts(text: string): number[] {
  const run = startRun()
  noteLabel(run, readLabel(text.trimStart().slice(0, 20)))
  const starts: number[] = []
  for (const match of text.matchAll(NUMBERED)) {
    const label = readLabel(text.slice(match.index, match.index + 20))
    if (label === null || !isExpected(run, label)) continue
    noteLabel(run, label)
    starts.push(match.index)
  }
  return starts.length >= 3 ? starts : []
}

function cutAt(text: string, starts: readonly number[]): string[] {
  const edges = [0, ...starts, text.length]
  return edges.slice(1).map((end, index) => text.slice(edges[index], end))
}
