import { childrenOf, type XmlElement } from './xml-tree.ts'

/** The text with all tracked changes accepted, or with all of them rejected. */
export type View = 'accepted' | 'rejected'

/** Why a piece of text is left out. */
export type DropReason =
  | 'deleted-revision'
  | 'inserted-revision'
  | 'moved-revision'
  | 'hidden-text'
  | 'table-of-contents'
  | 'page-number'
  | 'placeholder'
  | 'phonetic'

/**
 * The tracked changes whose text is gone in each view (ECMA-376 Part 1, 17.13.5). The same names mark runs, paragraph
 * marks and rows; cells have names of their own.
 */
const GONE: Readonly<Record<View, Readonly<Record<string, DropReason>>>> = {
  accepted: { del: 'deleted-revision', cellDel: 'deleted-revision', moveFrom: 'moved-revision' },
  rejected: { ins: 'inserted-revision', cellIns: 'inserted-revision', moveTo: 'moved-revision' },
}

/** Why the text inside an element of that name is gone in the view; null when it stays. */
export function goneInside(name: string, view: View): DropReason | null {
  return GONE[view][name] ?? null
}

/** Why what these properties belong to (a paragraph mark, a row, a cell) is gone in the view; null when it stays. */
export function goneBy(properties: XmlElement | undefined, view: View): DropReason | null {
  for (const node of childrenOf(properties)) {
    const reason = goneInside(node.name, view)
    if (reason !== null && !isOff(node)) return reason
  }
  return null
}

/** Tests and hand-made files switch a mark off as Word does other properties. */
function isOff(node: XmlElement): boolean {
  return ['0', 'false', 'off'].includes(node.attributes['val'] ?? '')
}

/**
 * The properties as they are in the view: with changes rejected, those before a tracked change of formatting
 * (pPrChange, rPrChange), which hold the same kind of element.
 */
export function propertiesIn(view: View, properties: XmlElement | undefined): XmlElement | undefined {
  if (view === 'accepted' || properties === undefined) return properties
  const change = childrenOf(properties).find((node) => node.name === `${properties.name}Change`)
  return change === undefined ? properties : childrenOf(change, properties.name)[0]
}
