import type { Blob } from 'node:buffer'
import type Stream from 'node:stream'
import type { Feature } from 'write-excel-file/node'

/** A3 in the paper sizes of SpreadsheetML (ECMA-376, 18.3.1.63). */
const A3 = 8

/** Where children of `worksheet` stand is fixed (ECMA-376, 18.3.1.99): sheetPr first, autoFilter behind sheetData, pageSetup near the end. */
function withPage(sheet: string, filtered: string): string {
  return sheet
    .replace(/<worksheet\b[^>]*>/, (tag) => `${tag}<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>`)
    .replace('</sheetData>', `</sheetData><autoFilter ref="${filtered}"/>`)
    .replace(
      '</worksheet>',
      `<pageSetup paperSize="${A3}" orientation="landscape" fitToWidth="1" fitToHeight="0"/></worksheet>`,
    )
}

/** A sheet that is printed as wide as its paper, its head on every page, and can be filtered by any column. `filtered`: `A1:N182`. */
export function printable(sheetName: string, filtered: string): Feature<Blob | Buffer | Stream> {
  const titles = `<definedNames><definedName name="_xlnm.Print_Titles" localSheetId="0">'${sheetName}'!$1:$1</definedName></definedNames>`
  return {
    files: {
      transform: {
        'xl/worksheets/sheet{id}.xml': { transform: (content) => withPage(content, filtered) },
        'xl/workbook.xml': { transform: (content) => content.replace('</sheets>', `</sheets>${titles}`) },
      },
    },
  }
}
