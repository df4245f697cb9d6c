import type { Step, WorkLine } from './step.ts'

const HEADING = /^\s*(#{1,6})\s+(?=\S)/
const COMMENT = /<!--[\s\S]*?-->/g

/**
 * Reads the marks of Markdown: `#` headings become hints with a level, `<!-- -->` comments go. A single `#` at the top is
 * the title, and then `##` is level 1. Nothing else is touched: `*` and `|` are ordinary signs in official texts.
 */
export const markdownMarks: Step = {
  code: 'markdown-marks',
  apply: (lines) => {
    const depths = lines.flatMap((line) => HEADING.exec(line.text)?.[1]?.length ?? [])
    const comments = lines.some((line) => COMMENT.test(line.text))
    if (depths.length === 0 && !comments) return { lines, count: 0 }
    const titled = depths[0] === 1 && depths.indexOf(1, 1) < 0
    const dropped: { reason: string; text: string }[] = []
    const drop = (text: string) => {
      dropped.push({ reason: 'markdown-marks', text })
      return ''
    }
    const plain = lines.map((line): WorkLine => {
      const text = line.text.replace(COMMENT, drop)
      const mark = HEADING.exec(text)
      if (mark === null) return text === line.text ? line : { ...line, text }
      drop(mark[1] ?? '')
      return { ...line, text: text.slice(mark[0].length), hint: hintOf(mark[1]?.length ?? 1, titled) }
    })
    return { lines: plain, count: dropped.length, dropped }
  },
}

function hintOf(depth: number, titled: boolean): WorkLine['hint'] {
  if (titled && depth === 1) return { kind: 'title', level: null }
  return { kind: 'heading', level: titled ? depth - 1 : depth }
}
