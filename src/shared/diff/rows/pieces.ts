import type { RowText } from './row-text.ts'

/** A stretch of a row text that is looked for as a whole: a label, a table cell, or a clause with the mark behind it. */
export interface Piece {
  readonly from: number
  readonly to: number
  readonly kind: 'label' | 'clause' | 'rule'
}

const COMMA = 0x2c
const PIPE = 0x7c
/** What ends a clause, folded to half width where it has one: ，。；：！？ and the mark of an omission. */
const ENDS = new Set(Array.from(',。;!?:…', (mark) => mark.charCodeAt(0)))
const CLOSING = new Set(Array.from('”’」』》〉)】', (mark) => mark.charCodeAt(0)))

/** Cuts a row text into its pieces, which joined are the text again. The rules between table cells are pieces of their own. */
export function cutRow({ key, parts }: RowText): Piece[] {
  const pieces: Piece[] = []
  for (const part of parts) {
    if (part.labelTo > part.from) pieces.push({ from: part.from, to: part.labelTo, kind: 'label' })
    let from = part.labelTo
    const close = (to: number): void => {
      if (to > from) pieces.push({ from, to, kind: 'clause' })
      from = to
    }
    for (let at = from; at < part.to; at += 1) {
      const code = key.charCodeAt(at)
      if (part.isTableRow && code === PIPE) {
        close(at)
        pieces.push({ from: at, to: at + 1, kind: 'rule' })
        from = at + 1
      } else if (ENDS.has(code) && !(code === COMMA && isDigit(key, at - 1) && isDigit(key, at + 1))) {
        while (CLOSING.has(key.charCodeAt(at + 1)) && at + 1 < part.to) at += 1
        close(at + 1)
      }
    }
    close(part.to)
  }
  return pieces
}

function isDigit(key: string, at: number): boolean {
  const code = key.charCodeAt(at)
  return code >= 48 && code <= 57
}
