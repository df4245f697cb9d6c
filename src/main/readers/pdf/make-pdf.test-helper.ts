/** Text to print on a page: x and y in points from the lower left corner; `turn` in degrees. */
export interface Print {
  readonly text: string
  readonly x: number
  readonly y: number
  readonly size?: number
  readonly turn?: number
}

/** A line or frame to draw: [x1, y1, x2, y2]. */
export type Stroke = readonly [number, number, number, number]

export interface PageToMake {
  readonly prints: readonly Print[]
  readonly strokes?: readonly Stroke[]
  readonly rotate?: number
}

export interface PdfToMake {
  /** `unicode`: a Chinese font by character map, not embedded. `glyphs`: glyph numbers without any map. */
  readonly font?: 'unicode' | 'glyphs'
  readonly encrypted?: boolean
}

/** Makes a PDF file of A4 pages, as small as the format allows. */
export function makePdf(
  pages: readonly PageToMake[],
  { font = 'unicode', encrypted = false }: PdfToMake = {},
): Uint8Array {
  const objects: string[] = []
  const add = (body: string) => objects.push(body)
  const first = 5
  add('<< /Type /Catalog /Pages 2 0 R >>')
  add(`<< /Type /Pages /Count ${pages.length} /Kids [${pages.map((_, i) => `${first + i * 2} 0 R`).join(' ')}] >>`)
  const encoding = font === 'unicode' ? '/UniGB-UCS2-H' : '/Identity-H'
  add(`<< /Type /Font /Subtype /Type0 /BaseFont /STSong-Light /Encoding ${encoding} /DescendantFonts [4 0 R] >>`)
  const ordering = font === 'unicode' ? 'GB1' : 'Identity'
  add(
    `<< /Type /Font /Subtype /CIDFontType0 /BaseFont /STSong-Light /CIDSystemInfo << /Registry (Adobe) /Ordering (${ordering}) /Supplement 2 >> /DW 1000 /W [1 95 500] >>`,
  )
  for (const page of pages) {
    const content = contentOf(page)
    add(
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Rotate ${page.rotate ?? 0} /Resources << /Font << /F1 3 0 R >> >> /Contents ${objects.length + 2} 0 R >>`,
    )
    add(`<< /Length ${content.length} >>\nstream\n${content}\nendstream`)
  }
  if (encrypted) {
    const key = '<' + 'ab'.repeat(32) + '>'
    add(`<< /Filter /Standard /V 1 /R 2 /O ${key} /U ${key} /P -4 >>`)
  }
  return assemble(objects, encrypted)
}

function assemble(objects: readonly string[], encrypted: boolean): Uint8Array {
  let file = '%PDF-1.4\n'
  const offsets: number[] = []
  objects.forEach((body, index) => {
    offsets.push(file.length)
    file += `${index + 1} 0 obj\n${body}\nendobj\n`
  })
  const start = file.length
  file += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n`
  for (const offset of offsets) file += `${String(offset).padStart(10, '0')} 00000 n \n`
  const encrypt = encrypted ? ` /Encrypt ${objects.length} 0 R /ID [<00> <00>]` : ''
  file += `trailer\n<< /Size ${objects.length + 1} /Root 1 0 R${encrypt} >>\nstartxref\n${start}\n%%EOF\n`
  return Buffer.from(file, 'latin1')
}

function contentOf({ prints, strokes = [] }: PageToMake): string {
  const texts = prints.map(({ text, x, y, size = 12, turn = 0 }) => {
    const [cos, sin] = [Math.cos((turn * Math.PI) / 180), Math.sin((turn * Math.PI) / 180)]
    const hex = Buffer.from(text, 'utf16le').swap16().toString('hex')
    return `BT /F1 ${size} Tf ${cos.toFixed(4)} ${sin.toFixed(4)} ${(-sin).toFixed(4)} ${cos.toFixed(4)} ${x} ${y} Tm <${hex}> Tj ET`
  })
  const lines = strokes.map(([x1, y1, x2, y2]) => `${x1} ${y1} m ${x2} ${y2} l S`)
  return [...lines, ...texts].join('\n')
}

/** Lines of text below each other. */
export function setLines(lines: readonly string[], x: number, top: number, distance = 20, size = 12): Print[] {
  return lines.map((text, index) => ({ text, x, y: top - index * distance, size }))
}
