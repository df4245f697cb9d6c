import { child, childrenOf, childValue, isOn, type XmlElement } from './xml-tree.ts'

/** What a paragraph style says that matters for the text. Inherited values are filled in. */
export interface ParagraphStyle {
  readonly id: string
  readonly name: string
  /** 0–8; 9 is body text; null when neither the style nor its ancestors say. */
  readonly outlineLevel: number | null
  readonly numberingId: string | null
  readonly numberingLevel: number | null
}

/** The styles of a document. */
export interface DocumentStyles {
  /** Paragraph styles by id, and the default one under the empty id. */
  readonly paragraphs: ReadonlyMap<string, ParagraphStyle>
  /** Ids of the styles, of paragraphs and of characters, that hide their text. */
  readonly hidden: ReadonlySet<string>
}

const MAX_ANCESTORS = 30

/** Reads the styles part (ECMA-376 Part 1, 17.7). */
export function readStyles(root: XmlElement | undefined): DocumentStyles {
  const found = new Map<string, XmlElement>()
  const hidden = new Set<string>()
  let normal: string | undefined
  for (const style of childrenOf(child(root, 'styles'), 'style')) {
    const id = style.attributes['styleId']
    if (id === undefined) continue
    if (isOn(child(style, 'rPr'), 'vanish')) hidden.add(id)
    if (style.attributes['type'] !== 'paragraph') continue
    found.set(id, style)
    if (style.attributes['default'] === '1' || style.attributes['default'] === 'true') normal = id
  }
  const styles = new Map<string, ParagraphStyle>()
  for (const id of found.keys()) styles.set(id, resolve(id, found))
  const fallback = normal === undefined ? undefined : styles.get(normal)
  if (fallback !== undefined) styles.set('', fallback)
  return { paragraphs: styles, hidden }
}

function resolve(id: string, found: ReadonlyMap<string, XmlElement>): ParagraphStyle {
  let outlineLevel: number | null = null
  let numberingId: string | null = null
  let numberingLevel: number | null = null
  let current: XmlElement | undefined = found.get(id)
  for (let depth = 0; current !== undefined && depth < MAX_ANCESTORS; depth += 1) {
    const properties = child(current, 'pPr')
    outlineLevel ??= toNumber(childValue(properties, 'outlineLvl'))
    const numbering = child(properties, 'numPr')
    numberingLevel ??= toNumber(childValue(numbering, 'ilvl'))
    numberingId ??= childValue(numbering, 'numId') ?? null
    const parent: string | undefined = childValue(current, 'basedOn')
    current = parent === undefined ? undefined : found.get(parent)
  }
  const name = childValue(found.get(id), 'name') ?? id
  return { id, name, outlineLevel: outlineLevel ?? builtInLevel(name), numberingId, numberingLevel }
}

/** Word's own heading styles have their outline level even in files that do not state it. */
function builtInLevel(name: string): number | null {
  const level = /^(?:heading|标题) ?([1-9])$/i.exec(name)?.[1]
  return level === undefined ? null : Number(level) - 1
}

/** A decimal attribute as number; null when it is missing or none. */
export function toNumber(value: string | undefined): number | null {
  return value !== undefined && /^-?\d+$/.test(value) ? Number(value) : null
}
