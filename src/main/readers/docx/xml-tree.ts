import { SaxesParser } from 'saxes'

/** An element of a parsed XML part. Names and attribute names are local: Word's prefixes are free to differ. */
export interface XmlElement {
  readonly name: string
  readonly attributes: Readonly<Record<string, string>>
  readonly children: XmlNode[]
}
export type XmlNode = XmlElement | string

const MAX_DEPTH = 400
const MAX_ELEMENTS = 4_000_000

/** Thrown for XML that is broken or not acceptable (a document type, too deep, too many elements). */
export class XmlError extends Error {}

/**
 * Parses an XML part. Document types are refused, so no entity but the five of XML is ever expanded. Elements named in `skip` are left out with all they hold.
 * @throws XmlError
 */
export function parseXml(bytes: Uint8Array, skip: ReadonlySet<string>): XmlElement {
  const root: XmlElement = { name: '', attributes: {}, children: [] }
  const open: XmlElement[] = [root]
  let skipping = 0
  let elements = 0
  const parser = new SaxesParser({ xmlns: false })
  parser.on('error', (error) => {
    throw new XmlError(error.message)
  })
  parser.on('doctype', () => {
    throw new XmlError('document type not allowed')
  })
  parser.on('opentag', (tag) => {
    const name = localName(tag.name)
    if (skipping > 0 || skip.has(name)) {
      skipping += 1
      return
    }
    elements += 1
    if (open.length > MAX_DEPTH || elements > MAX_ELEMENTS) throw new XmlError('too deep or too many elements')
    const element: XmlElement = { name, attributes: localAttributes(tag.attributes), children: [] }
    open.at(-1)?.children.push(element)
    open.push(element)
  })
  parser.on('closetag', () => {
    if (skipping > 0) skipping -= 1
    else open.pop()
  })
  const addText = (text: string) => {
    if (skipping === 0) open.at(-1)?.children.push(text)
  }
  parser.on('text', addText)
  parser.on('cdata', addText)
  parser.write(decodeXml(bytes)).close()
  return root
}

function decodeXml(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes)
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes)
  return new TextDecoder('utf-8').decode(bytes)
}

function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1)
}

function localAttributes(attributes: Readonly<Record<string, string>>): Record<string, string> {
  const local: Record<string, string> = Object.create(null) as Record<string, string>
  for (const [name, value] of Object.entries(attributes)) local[localName(name)] = value
  return local
}

/** The first child element of that name. */
export function child(element: XmlElement | undefined, name: string): XmlElement | undefined {
  return element?.children.find((node): node is XmlElement => typeof node !== 'string' && node.name === name)
}

/** All child elements, of that name if one is given. */
export function childrenOf(element: XmlElement | undefined, name?: string): XmlElement[] {
  if (element === undefined) return []
  return element.children.filter(
    (node): node is XmlElement => typeof node !== 'string' && (name === undefined || node.name === name),
  )
}

/** The `val` attribute of a child element: how Word writes most properties. */
export function childValue(element: XmlElement | undefined, name: string): string | undefined {
  return child(element, name)?.attributes['val']
}

/** A Word on/off property: absent is false, present without value is true. */
export function isOn(element: XmlElement | undefined, name: string): boolean {
  const found = child(element, name)
  if (found === undefined) return false
  const value = found.attributes['val']
  return value === undefined || !['0', 'false', 'off', 'none'].includes(value)
}
