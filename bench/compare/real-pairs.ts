/**
 * Checks the laws of the comparison on real drafts, amended laws and texts from two sources: rows cover both texts, edits rebuild
 * both sides, and comparing the other way round counts the same with inserted and deleted exchanged.
 *
 *   npm exec -- node bench/compare/real-pairs.ts [--corpus DIR] [--only PART]
 *
 * DIR (also: DUIGAO_CORPUS) holds pairs/NAME/before.txt and after.txt, read as the command line reads them. Prints one line for every pair
 * that breaks a law or counts differently, then how many rows of which class there are. Ends with code 1 when one does.
 */
import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { diffDocuments } from '../../src/shared/diff/diff-documents.ts'
import { CHANGE_CLASSES, type Row } from '../../src/shared/diff/rows/row.ts'
import { checkRows, countsOf } from './check-rows.ts'
import { readSides } from './edited-pairs.ts'

const { values } = parseArgs({
  options: {
    corpus: { type: 'string', default: process.env['DUIGAO_CORPUS'] ?? '' },
    only: { type: 'string', default: '' },
  },
})
const folder = join(values.corpus, 'pairs')
if (values.corpus === '' || !existsSync(folder)) {
  console.error('real-pairs.ts needs --corpus (or DUIGAO_CORPUS) with a folder pairs')
  process.exit(2)
}

const names = readdirSync(folder).filter((name) => name.includes(values.only))
const rows: Row[] = []
let broken = 0
for (const name of names) {
  const said = await check(join(folder, name, 'before.txt'), join(folder, name, 'after.txt'))
  if (said === null) continue
  broken += 1
  console.log(`${name}: ${said}`)
}
const classes = CHANGE_CLASSES.map((each) => `${each} ${rows.filter((row) => row.class === each).length}`)
console.log(`${names.length} pairs, ${broken} break a law; ${rows.length} rows: ${classes.join(', ')}`)
if (broken > 0) process.exitCode = 1

/** What is wrong with a pair; null when nothing is. */
async function check(before: string, after: string): Promise<string | null> {
  const [left, right] = await readSides(before, after)
  const [there, back] = [diffDocuments(left, right), diffDocuments(right, left)]
  rows.push(...there.rows)
  try {
    checkRows(left, right, there)
    checkRows(right, left, back)
  } catch (error) {
    return error instanceof Error ? error.message : String(error)
  }
  const [counts, reversed] = [countsOf(there, false), countsOf(back, true)]
  return counts === reversed ? null : `equal, changed, inserted, deleted, moved: ${counts}; the other way ${reversed}`
}
