/** A phrase as it is to be said, with ways of saying it that depart from it. */
export interface PhraseRule {
  readonly preferred: string
  readonly avoid: readonly string[]
  /** Why, or where it is laid down; may be empty. */
  readonly note: string
}

/** A line of the list that cannot be read, by its number, the first line being 1. */
export interface PhraseListProblem {
  readonly line: number
  readonly message: string
}

/**
 * Reads a phrase list in CSV: 规范提法, 不规范提法 (several divided by |), 说明. The first line holds the headings. Fields with
 * commas or quotes stand in double quotes. Lines that say nothing to avoid are left out and told.
 */
export function parsePhraseList(csv: string): { rules: PhraseRule[]; problems: PhraseListProblem[] } {
  const rules: PhraseRule[] = []
  const problems: PhraseListProblem[] = []
  const lines = csv.replace(/^\uFEFF/, '').split(/\r?\n/)
  lines.forEach((line, i) => {
    if (i === 0 || line.trim() === '' || line.startsWith('#')) return
    const [preferred = '', avoid = '', note = ''] = readFields(line).map((field) => withoutApostrophe(field.trim()))
    const variants = avoid.split(/[|｜]/).map((word) => word.trim())
    const told = variants.filter((word) => word !== '' && word !== preferred)
    if (preferred === '' || told.length === 0)
      problems.push({ line: i + 1, message: '这一行缺少规范提法，或没有写出不规范的提法。' })
    else rules.push({ preferred, avoid: told, note })
  })
  return { rules, problems }
}

/** Writes a phrase list as `parsePhraseList` reads it. */
export function formatPhraseList(rules: readonly PhraseRule[]): string {
  const rows = rules.map(({ preferred, avoid, note }) => [preferred, avoid.join('|'), note].map(quoted).join(','))
  return `${['规范提法,不规范提法,说明', ...rows].join('\n')}\n`
}

/** What spreadsheets take for a formula; an apostrophe before it makes it text. */
const FORMULA = /^[=+\-@＝＋－＠]/

function quoted(field: string): string {
  const safe = FORMULA.test(field) ? `'${field}` : field
  return /[",\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}

function withoutApostrophe(field: string): string {
  return field.startsWith("'") && FORMULA.test(field.slice(1)) ? field.slice(1) : field
}

function readFields(line: string): string[] {
  const fields: string[] = []
  let field = ''
  let inside = false
  for (let i = 0; i < line.length; i += 1) {
    const char = line.charAt(i)
    if (inside && char === '"' && line.charAt(i + 1) === '"') {
      field += '"'
      i += 1
    } else if (char === '"') inside = !inside
    else if (char === ',' && !inside) {
      fields.push(field)
      field = ''
    } else field += char
  }
  return [...fields, field]
}
