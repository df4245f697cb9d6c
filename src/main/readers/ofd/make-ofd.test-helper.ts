import { strToU8, zipSync } from 'fflate'

/** A line of text on a page: in millimetres from the upper left corner, `y` its baseline. */
export interface OfdPrint {
  readonly text: string
  readonly x: number
  readonly y: number
  readonly size?: number
  readonly ctm?: string
}

export interface OfdPageToMake {
  readonly prints: readonly OfdPrint[]
  /** Lines to draw: [x1, y1, x2, y2]. */
  readonly strokes?: readonly (readonly [number, number, number, number])[]
  readonly template?: boolean
}

const NAMESPACE = 'xmlns:ofd="http://www.ofdspec.org/2016"'
const HEAD = '<?xml version="1.0" encoding="UTF-8"?>'

/** Makes an OFD file; `template` is text that every page with `template: true` shows. */
export function makeOfd(
  pages: readonly OfdPageToMake[],
  { template = [], extra = {} }: { template?: readonly OfdPrint[]; extra?: Readonly<Record<string, string>> } = {},
): Uint8Array {
  const files: Record<string, string> = {
    'OFD.xml': `${HEAD}<ofd:OFD ${NAMESPACE}><ofd:DocBody><ofd:DocRoot>/Doc_0/Document.xml</ofd:DocRoot></ofd:DocBody></ofd:OFD>`,
    'Doc_0/Document.xml':
      `${HEAD}<ofd:Document ${NAMESPACE}><ofd:CommonData><ofd:PageArea><ofd:PhysicalBox>0 0 210 297</ofd:PhysicalBox></ofd:PageArea>` +
      `<ofd:TemplatePage ID="90" BaseLoc="Tpls/Content.xml"/></ofd:CommonData>` +
      `<ofd:Pages>${pages.map((_, index) => `<ofd:Page ID="${index + 1}" BaseLoc="Pages/Page_${index}/Content.xml"/>`).join('')}</ofd:Pages>` +
      '<ofd:Annotations>Annots/Annotations.xml</ofd:Annotations></ofd:Document>',
    'Doc_0/Tpls/Content.xml': contentXml({ prints: template }),
    ...extra,
  }
  pages.forEach((page, index) => {
    files[`Doc_0/Pages/Page_${index}/Content.xml`] = contentXml(page)
  })
  return zipSync(Object.fromEntries(Object.entries(files).map(([name, xml]) => [name, strToU8(xml)])))
}

/** A page's XML. */
export function contentXml({ prints, strokes = [], template = false }: OfdPageToMake): string {
  const texts = prints.map(({ text, x, y, size = 5, ctm }) => {
    const place = `Boundary="${x} ${y} 150 10"${ctm === undefined ? '' : ` CTM="${ctm}"`}`
    const deltas = text.length > 1 ? ` DeltaX="g ${text.length - 1} ${size}"` : ''
    return `<ofd:TextObject ID="1" ${place} Font="2" Size="${size}"><ofd:TextCode X="0" Y="0"${deltas}>${text}</ofd:TextCode></ofd:TextObject>`
  })
  const paths = strokes.map(
    ([x1, y1, x2, y2]) =>
      `<ofd:PathObject ID="3" Boundary="0 0 210 297"><ofd:AbbreviatedData>M ${x1} ${y1} L ${x2} ${y2}</ofd:AbbreviatedData></ofd:PathObject>`,
  )
  return (
    `${HEAD}<ofd:Page ${NAMESPACE}>${template ? '<ofd:Template TemplateID="90" ZOrder="Background"/>' : ''}` +
    `<ofd:Content><ofd:Layer ID="4">${paths.join('')}<ofd:PageBlock ID="5">${texts.join('')}</ofd:PageBlock></ofd:Layer></ofd:Content></ofd:Page>`
  )
}
