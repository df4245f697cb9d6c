/**
 * A table row in canonical text: its cells in reading order, joined by ` | `.
 * Inside a cell a backslash is written `\\` and a bar `\|`, line breaks become blanks, so that a row is one line and
 * splits back into the same cells. A merged cell stands once, in its first row and column; the cells it covers are empty.
 */
const SEPARATOR = ' | '

/** Joins cells to one line of canonical text. */
export function joinCells(cells: readonly string[]): string {
  return cells
    .map((cell) =>
      cell
        .trim()
        .replace(/\s*\n\s*/g, ' ')
        .replace(/[\\|]/g, '\\$&'),
    )
    .join(SEPARATOR)
    .trimEnd()
}

/** Splits a line at its unescaped bars; a line without bars is one cell. */
export function splitCells(line: string): string[] {
  const cells: string[] = []
  let cell = ''
  for (let i = 0; i < line.length; i += 1) {
    const char = line.charAt(i)
    const next = line.charAt(i + 1)
    if (char === '\\' && (next === '\\' || next === '|')) {
      cell += next
      i += 1
    } else if (char === '|') {
      cells.push(cell.trim())
      cell = ''
    } else cell += char
  }
  cells.push(cell.trim())
  return cells
}

/** The number of unescaped bars in a line. */
export function countBars(line: string): number {
  if (!line.includes('|')) return 0
  return splitCells(line).length - 1
}
