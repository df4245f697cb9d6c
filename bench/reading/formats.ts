/**
 * Reads the same document from several files and says how far the texts agree.
 *
 *   node bench/reading/formats.ts REPORT.docx REPORT.html REPORT.pdf REPORT.doc …
 *   node bench/reading/formats.ts --make DIR FILE …      first makes .docx, .html, .doc, .pdf of each FILE with LibreOffice, into DIR
 *
 * The first file is the measure. Prints time, share of equal characters, F1 of block boundaries, and the first differences.
 */
import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { basename, extname, join } from 'node:path'
import { parseArgs } from 'node:util'
import { readDocument } from '../../src/main/services/read-document.ts'
import { agreement } from './agreement.ts'

const { values, positionals } = parseArgs({ allowPositionals: true, options: { make: { type: 'string' } } })
const MADE = ['docx', 'html', 'doc', 'pdf'] as const

if (values.make === undefined) await compare(positionals)
else for (const file of positionals) await compare(make(file, values.make))

/** The files that LibreOffice makes of one; the document itself comes first when it is a .docx already. */
function make(file: string, folder: string): string[] {
  const name = basename(file, extname(file))
  return MADE.map((format) => {
    if (extname(file) === `.${format}`) return file
    execFileSync('soffice', ['--headless', '--convert-to', format, '--outdir', folder, file], { stdio: 'ignore' })
    return join(folder, `${name}.${format}`)
  })
}

async function compare([first, ...others]: readonly string[]): Promise<void> {
  if (first === undefined) throw new Error('name the files to compare')
  const measure = await readDocument(readFileSync(first), basename(first))
  for (const file of others) {
    const start = performance.now()
    const read = await readDocument(readFileSync(file), basename(file))
    const time = Math.round(performance.now() - start)
    const { characters, boundaries, differences } = agreement(measure.text, read.text)
    const accounted = read.log.accounted ? '' : ', NOT ACCOUNTED'
    console.log(
      `${basename(file)}: ${time} ms, characters ${characters.toFixed(5)}, boundaries ${boundaries.toFixed(4)}${accounted}`,
    )
    for (const difference of differences.slice(0, 5)) console.log(`  ${difference.slice(0, 80)}`)
  }
}
