import { writeDocxTable } from './docx-table.ts'
import type { ExportedFile, ExportInput } from './export-input.ts'
import { writeHtmlReport } from './html-report.ts'
import { writeJson } from './json-export.ts'

/** Writes a comparison in the asked-for form. Pure but for the packing; the shell decides where it is saved. */
export async function writeExport(input: ExportInput): Promise<ExportedFile> {
  switch (input.kind) {
    case 'docx-table':
      return writeDocxTable(input)
    case 'html':
      return writeHtmlReport(input)
    case 'json':
      return writeJson(input)
  }
}
