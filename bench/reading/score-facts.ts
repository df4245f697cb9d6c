/**
 * Scores what is guessed of a document (kind, period, region, level, date, stage) against what an official wrote down for each file
 * of the corpus, and whether the evidence stands where the reason stands.
 *
 *   DUIGAO_CORPUS=DIR node bench/reading/score-facts.ts [FILE …]
 *
 * Files are named as in facts-truth.json. A period is [from, to]; `from` says where the reason of a fact can stand.
 */
import { readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { type ReadDocument, readDocument } from '../../src/main/services/read-document.ts'
import type { DocumentFacts } from '../../src/shared/outline/document-facts.ts'

const FIELDS = ['kind', 'period', 'region', 'level', 'date', 'stage'] as const
type Field = (typeof FIELDS)[number]

interface Truth extends Omit<DocumentFacts, 'period' | 'evidence'> {
  readonly period: readonly [number, number] | null
  /** title, head (above the first heading), heading, body or file; several joined by |. */
  readonly from: Readonly<Partial<Record<Field, string>>>
}

const corpus = process.env['DUIGAO_CORPUS']
if (corpus === undefined) throw new Error('set DUIGAO_CORPUS')
const truths = JSON.parse(readFileSync(join(import.meta.dirname, 'facts-truth.json'), 'utf8')) as Record<string, Truth>
const named = process.argv.slice(2)
const right: Record<Field, number> = { kind: 0, period: 0, region: 0, level: 0, date: 0, stage: 0 }
let [files, reasons, reasonsRight] = [0, 0, 0]

function said({ facts }: ReadDocument, field: Field): string {
  if (field === 'period') return facts.period === null ? 'null' : `${facts.period.from}–${facts.period.to}`
  return String(facts[field])
}

function expected(truth: Truth, field: Field): string {
  if (field === 'period') return truth.period === null ? 'null' : truth.period.join('–')
  return String(truth[field])
}

/** Where the words stand that a fact was read from. */
function placeOf({ facts, blocks }: ReadDocument, field: Field): string {
  const evidence = facts.evidence.find((one) => one.field === field)
  if (evidence === undefined) return 'none'
  const { start } = evidence
  if (start === null) return 'file'
  const index = blocks.findIndex((block) => block.start <= start && start < block.end)
  const kind = blocks[index]?.kind
  if (kind === 'title' || kind === 'heading') return kind
  const first = blocks.findIndex((block) => block.kind === 'heading')
  return first < 0 || index < first ? 'head' : 'body'
}

for (const [file, truth] of Object.entries(truths)) {
  if (named.length > 0 && !named.includes(file)) continue
  const reading = await readDocument(readFileSync(join(corpus, file)), basename(file))
  files += 1
  for (const field of FIELDS) {
    if (said(reading, field) === expected(truth, field)) right[field] += 1
    else console.log(`${field}: ${said(reading, field)}, not ${expected(truth, field)}   ${file}`)
    const from = truth.from[field]
    if (from === undefined) continue
    reasons += 1
    const place = placeOf(reading, field)
    if (from.split('|').includes(place)) reasonsRight += 1
    else console.log(`${field}: read from the ${place}, not the ${from}   ${file}`)
  }
}
for (const field of FIELDS)
  console.log(`${field.padEnd(8)} ${right[field]}/${files}  ${(right[field] / files).toFixed(3)}`)
console.log(`evidence ${reasonsRight}/${reasons}  ${(reasonsRight / reasons).toFixed(3)}`)
