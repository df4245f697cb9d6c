import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { PolicyField } from '../../shared/diff/topics/policy-fields.ts'

/**
 * Reads the fields of policy: a line each, the name and the words that tell it, divided by |. The first line holds the headings.
 * @param directory the folder of `fields.csv`; without the file there are none
 * @throws when a line names no field or no word
 */
export function loadFields(directory: string): PolicyField[] {
  const file = join(directory, 'fields.csv')
  if (!existsSync(file)) return []
  const lines = readFileSync(file, 'utf8').split(/\r?\n/)
  return lines.flatMap((line, i) => (i === 0 || line.trim() === '' ? [] : [readField(line, `${file}, line ${i + 1}`)]))
}

function readField(line: string, place: string): PolicyField {
  const [name = '', words = ''] = line.split(',').map((part) => part.trim())
  const terms = words.split('|').filter((term) => term !== '')
  if (name === '' || terms.length === 0) throw new Error(`${place}: a name and words are needed`)
  return { name, terms }
}
