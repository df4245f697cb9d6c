import type { DropReason } from './view.ts'

/**
 * Follows the complex fields of a document (ECMA-376 Part 1, 17.16): between `begin` and `separate` stands the
 * instruction, between `separate` and `end` the result that Word printed. A field may span paragraphs.
 */
export interface Fields {
  readonly mark: (type: string | undefined) => void
  readonly instruction: (text: string) => void
  /** Why the text here is left out: it is the result of a field that repeats the document. */
  readonly reason: () => DropReason | null
  /** The text here is a page number. */
  readonly countsPages: () => boolean
}

/** Fields nested deeper than this are not followed; their results stay text. */
const MAX_DEPTH = 50

export function createFields(): Fields {
  const open: { code: string; result: boolean }[] = []
  return {
    mark: (type) => {
      const last = open.at(-1)
      if (type === 'begin' && open.length < MAX_DEPTH) open.push({ code: '', result: false })
      else if (type === 'separate' && last !== undefined) last.result = true
      else if (type === 'end') open.pop()
    },
    instruction: (text) => {
      const last = open.at(-1)
      if (last !== undefined && !last.result) last.code += text
    },
    reason: () => {
      for (const field of open) {
        const reason = field.result ? fieldReason(field.code) : null
        if (reason !== null) return reason
      }
      return null
    },
    countsPages: () => open.some((field) => field.result && isPageField(field.code)),
  }
}

/** Why the result of a field with this instruction is left out; null when it belongs to the text (REF, SEQ, DATE …). */
export function fieldReason(instruction: string): DropReason | null {
  return /^\s*(?:TOC|INDEX|TOA)\b/i.test(instruction) ? 'table-of-contents' : null
}

/** True for the instructions that print the number of the page, or of pages. */
export function isPageField(instruction: string): boolean {
  return /^\s*(?:PAGE|NUMPAGES|SECTIONPAGES)\b/i.test(instruction)
}
