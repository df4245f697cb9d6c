import { parseXml, type XmlElement } from '../docx/xml-tree.ts'

/** The XML files of an OFD package by their full names. */
export interface OfdPackage {
  /** The root element of a file; undefined when there is no such file. */
  readonly xml: (name: string) => XmlElement | undefined
  readonly names: readonly string[]
}

/** Elements of pages without text or lines. */
const SKIPPED: ReadonlySet<string> = new Set(['ImageObject', 'FillColor', 'StrokeColor', 'Shadow', 'Clips', 'Actions'])

export function openPackage(parts: Readonly<Record<string, Uint8Array>>): OfdPackage {
  const byName = new Map(Object.entries(parts).map(([name, bytes]) => [normal(name), bytes]))
  return {
    names: [...byName.keys()],
    xml: (name) => {
      const bytes = byName.get(normal(name))
      if (bytes === undefined) return undefined
      return parseXml(bytes, SKIPPED).children.find((node) => typeof node !== 'string')
    },
  }
}

/** The full name of a file that another one names: beside it, or from the root when it begins with a slash (GB/T 33190, 7.3). */
export function resolvePath(base: string, path: string): string {
  const joined = path.startsWith('/') ? path : `${base.slice(0, base.lastIndexOf('/') + 1)}${path}`
  return normal(joined)
}

function normal(name: string): string {
  const parts: string[] = []
  for (const part of name.replaceAll('\\', '/').split('/')) {
    if (part === '..') parts.pop()
    else if (part !== '' && part !== '.') parts.push(part)
  }
  return parts.join('/')
}
