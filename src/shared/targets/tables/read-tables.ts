import type { Block } from '../../outline/block.ts'
import type { Period } from '../../outline/document-facts.ts'
import { barTables } from './bar-tables.ts'
import { cellTables } from './cell-tables.ts'
import type { IndicatorRow } from './indicator-row.ts'
import { lineTables } from './line-tables.ts'

/** The rows of all indicator tables of a text, and the blocks that they take up, which are no prose. */
export interface Tables {
  readonly rows: readonly IndicatorRow[]
  readonly blocks: ReadonlySet<number>
}

/** Finds the indicator tables of a canonical text, whichever way its reader gave them. `own` is the document's period. */
export function readTables(text: string, blocks: readonly Block[], own: Period | null): Tables {
  const tables = [...barTables(text, blocks, own)]
  if (/约束性|预期性/.test(text)) tables.push(...lineTables(text, blocks, own), ...cellTables(text, blocks, own))
  return {
    rows: tables.flatMap((table) => table.rows),
    blocks: new Set(tables.flatMap((table) => table.blocks)),
  }
}
