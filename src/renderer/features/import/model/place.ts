import type { Range } from '../../../../shared/text/range.ts'

/** Where a warning, a remark or a guess points to: a range of the cleaned text, or a line of the source. */
export type Place = ({ readonly in: 'text' } & Range) | { readonly in: 'source'; readonly line: number }
