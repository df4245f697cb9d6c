import { writeDocxTable } from './docx-table.ts'
import type { ExportedFile, ExportInput, ExportKind } from './export-input.ts'
import { writeHtmlReport } from './html-report.ts'
import { writeJson } from './json-export.ts'

const WRITERS: Readonly<Record<ExportKind, (input: ExportInput) => ExportedFile | Promise<ExportedFile>>> = {
  'docx-table': writeDocxTable,
  html: writeHtmlReport,
  json: writeJson,
}

/** Writes a comparison in the asked-for form. Pure but for the packing; the shell decides where it is saved. */
export async function writeExport(input: ExportInput): Promise<ExportedFile> {
  return WRITERS[input.kind](input)
}
