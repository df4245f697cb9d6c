import { strToU8, zipSync } from 'fflate'

const NAMESPACES =
  'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:v="urn:schemas-microsoft-com:vml"'

/** The parts of a Word file under word/, each the inside of its root element. */
export interface DocxSource {
  readonly body: string
  readonly styles?: string
  readonly numbering?: string
  readonly footnotes?: string
  readonly comments?: string
  readonly commentsExtended?: string
  readonly header1?: string
}

const ROOTS: Readonly<Record<keyof DocxSource, string>> = {
  body: 'document',
  styles: 'styles',
  numbering: 'numbering',
  footnotes: 'footnotes',
  comments: 'comments',
  commentsExtended: 'commentsEx',
  header1: 'hdr',
}

/** Packs parts into a Word file as far as a reader of text needs one. */
export function makeDocx(source: DocxSource): Uint8Array {
  const files: Record<string, Uint8Array> = {
    '[Content_Types].xml': strToU8('<?xml version="1.0"?><Types/>'),
  }
  for (const [part, root] of Object.entries(ROOTS)) {
    const inside = source[part as keyof DocxSource]
    if (inside === undefined) continue
    const content = part === 'body' ? `<w:body>${inside}</w:body>` : inside
    const name = part === 'body' ? 'document' : part
    files[`word/${name}.xml`] = strToU8(
      `<?xml version="1.0" encoding="UTF-8"?><w:${root} ${NAMESPACES}>${content}</w:${root}>`,
    )
  }
  return zipSync(files)
}

/** A paragraph; `properties` is the inside of its w:pPr. */
export function p(text: string, properties = ''): string {
  return `<w:p><w:pPr>${properties}</w:pPr><w:r><w:t xml:space="preserve">${text}</w:t></w:r></w:p>`
}

/** A list paragraph of a numbering instance. */
export function item(text: string, numbering: number, level = 0): string {
  return p(text, `<w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="${numbering}"/></w:numPr>`)
}

/** A level of a list. */
export function level(index: number, format: string, text: string, extra = ''): string {
  return `<w:lvl w:ilvl="${index}"><w:start w:val="1"/><w:numFmt w:val="${format}"/>${extra}<w:lvlText w:val="${text}"/></w:lvl>`
}

/** A table: rows of cells, each cell the inside of its w:tc. */
export function table(...rows: readonly (readonly string[])[]): string {
  const cells = rows.map((row) => `<w:tr>${row.map((cell) => `<w:tc>${cell}</w:tc>`).join('')}</w:tr>`)
  return `<w:tbl>${cells.join('')}</w:tbl>`
}
