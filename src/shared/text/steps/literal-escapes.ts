import type { Step, WorkLine } from './step.ts'

/** Line breaks and tabs that were exported as letters: a backslash and r, n or t. A backslash before other letters is text. */
const BREAK = /(?:\\r)?\\n|\\r/
const ESCAPES = /(?:\\r)?\\n|\\r|\\t/g

/** HTML characters that stand in texts copied from page sources, and what they mean. */
const ENTITIES: Readonly<Record<string, string>> = {
  nbsp: ' ',
  ensp: ' ',
  emsp: '　',
  thinsp: ' ',
  ldquo: '“',
  rdquo: '”',
  lsquo: '‘',
  rsquo: '’',
  mdash: '—',
  ndash: '–',
  middot: '·',
  hellip: '…',
  permil: '‰',
  times: '×',
  lt: '<',
  gt: '>',
  quot: '"',
  amp: '&',
}
const ENTITY = new RegExp(`&(${Object.keys(ENTITIES).join('|')}|#160|#12288|#xa0|#x3000);`, 'gi')

/**
 * Turns `\r\n`, `\n`, `\t` written as letters into breaks and blanks. Backslashes are rare in Chinese texts and a path
 * (C:\new) is not: a text is only touched when it has such a break after a sentence or at several places.
 */
export const literalEscapes: Step = {
  code: 'literal-escapes',
  apply: (lines) => {
    const all = lines.reduce((sum, line) => sum + (line.text.match(ESCAPES)?.length ?? 0), 0)
    const afterSentence = lines.some((line) => /[。；：！？）](?:\\r)?\\n/.test(line.text))
    if (all === 0 || (all < 3 && !afterSentence)) return { lines, count: 0 }
    const dropped: { reason: string; text: string }[] = []
    const split = lines.flatMap((line): WorkLine[] => {
      const marks = line.text.match(ESCAPES)
      if (marks === null) return [line]
      dropped.push(...marks.map((text) => ({ reason: 'literal-escapes', text })))
      return line.text.split(new RegExp(BREAK, 'g')).map((text) => ({ ...line, text: text.replaceAll('\\t', '\t') }))
    })
    return { lines: split, count: dropped.length, dropped }
  },
}

/** Turns `&nbsp;` and its kind into the characters they stand for. */
export const htmlEntities: Step = {
  code: 'html-entities',
  apply: (lines) => {
    const dropped: { reason: string; text: string }[] = []
    let added = ''
    const decoded = lines.map((line): WorkLine => {
      if (!line.text.includes('&')) return line
      const text = line.text.replace(ENTITY, (whole, name: string) => {
        const sign = ENTITIES[name.toLowerCase()] ?? (/3000|12288/.test(name) ? '　' : ' ')
        dropped.push({ reason: 'html-entities', text: whole })
        added += sign.trim()
        return sign
      })
      return text === line.text ? line : { ...line, text }
    })
    return dropped.length === 0 ? { lines, count: 0 } : { lines: decoded, count: dropped.length, dropped, added }
  },
}

/** Two question marks or more stand where an exporter could not write a blank. */
const LOST = /\?{2,}/g

/** Turns runs of question marks into the blanks they were: 区长?? 李某 → 区长 李某. */
export const lostCharacters: Step = {
  code: 'lost-characters',
  apply: (lines) => {
    const dropped: { reason: string; text: string }[] = []
    const plain = lines.map((line): WorkLine => {
      if (!line.text.includes('??')) return line
      const text = line.text.replace(LOST, (marks) => {
        dropped.push({ reason: 'lost-characters', text: marks })
        return ' '
      })
      return { ...line, text: text.replace(/ {2,}/g, ' ') }
    })
    return dropped.length === 0 ? { lines, count: 0 } : { lines: plain, count: dropped.length, dropped }
  },
}
