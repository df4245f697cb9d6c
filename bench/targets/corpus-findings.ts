/**
 * Lists the findings in real documents, to be judged by reading, and how many there are in 10 000 characters.
 *
 *   npm exec -- node bench/targets/corpus-findings.ts [--corpus DIR] [--only TEXT] [--code CODE] [--quiet]
 */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { loadLexicon } from '../../src/main/services/load-lexicon.ts'
import { readDocument } from '../../src/main/services/read-document.ts'
import { analyse } from '../../src/shared/comparison/analyse.ts'

const { values: options } = parseArgs({
  options: {
    corpus: { type: 'string', default: process.env['DUIGAO_CORPUS'] ?? '' },
    only: { type: 'string', default: '' },
    code: { type: 'string', default: '' },
    quiet: { type: 'boolean', default: false },
  },
})
if (options.corpus === '') {
  console.error('corpus-findings.ts needs --corpus (or DUIGAO_CORPUS)')
  process.exit(2)
}

/** Laws and pairs of one text say nothing of targets. */
const FOLDERS = ['local', 'reports', 'plans', 'messy', 'seed']
/** Characters around a finding that show what it is about. */
const AROUND = 30

const lexicon = loadLexicon()
const counts = new Map<string, number>()
let characters = 0
for (const folder of FOLDERS)
  for (const name of readdirSync(join(options.corpus, folder)).sort())
    if (name.endsWith('.txt') && name.includes(options.only)) await list(folder, name)

const total = [...counts.values()].reduce((sum, count) => sum + count, 0)
for (const [code, count] of [...counts].sort((a, b) => b[1] - a[1])) console.log(`${code}\t${count}`)
console.log(
  `${characters} characters, ${total} findings, ${((total * 10_000) / Math.max(1, characters)).toFixed(2)} in 10 000`,
)

async function list(folder: string, name: string): Promise<void> {
  const read = await readDocument(readFileSync(join(options.corpus, folder, name)), name).catch((error: unknown) => {
    console.error(`${name}: ${error instanceof Error ? error.message : String(error)}`)
    return null
  })
  if (read === null) return
  const { findings } = analyse(read.text, lexicon, read)
  characters += read.text.length
  for (const { code, severity, message, start, end } of findings) {
    if (!code.includes(options.code)) continue
    counts.set(code, (counts.get(code) ?? 0) + 1)
    if (options.quiet) continue
    const words = read.text.slice(Math.max(0, start - AROUND), Math.min(end, start + 90) + AROUND).replaceAll('\n', '⏎')
    console.log(`${name}\t${code}\t${severity}\t${message}\t…${words}…`)
  }
}
