import { writeCsv } from './csv.ts'
import type { MatrixTable } from './write-matrix.ts'

/** The matrix as CSV, figures with their words. */
export function csvMatrix({ head, rows }: MatrixTable): Uint8Array<ArrayBuffer> {
  return writeCsv([head, ...rows.map((row) => row.map(({ text }) => text))])
}
