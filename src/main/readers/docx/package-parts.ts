import { openZip } from './open-zip.ts'
import { childrenOf, parseXml, type XmlElement } from './xml-tree.ts'

/** A part that another one refers to within the package. */
export interface PartReference {
  readonly id: string
  /** The last word of the relationship's type: `styles`, `comments`, `aFChunk`. Transitional and strict types end alike. */
  readonly type: string
  /** The name of the part: `word/styles.xml`. */
  readonly part: string
}

/** The parts of a Word package: the main document and what it refers to. */
export interface WordPackage {
  readonly names: readonly string[]
  /** The name of the main document; undefined when the package has none. */
  readonly main: string | undefined
  readonly references: readonly PartReference[]
  readonly bytes: (part: string) => Uint8Array | undefined
}

const MAIN = 'word/document.xml'
const RELATIONSHIPS = /\.rels$/i
/** What the text is read from. References to anything else (pictures, fonts, templates, addresses on the net) are not followed. */
const FOLLOWED: ReadonlySet<string> = new Set([
  'styles',
  'numbering',
  'footnotes',
  'endnotes',
  'comments',
  'commentsExtended',
  'header',
  'footer',
  'aFChunk',
])
/** Names that Word gives the parts; for packages without relationships. */
const USUAL = /^word\/(styles|numbering|footnotes|endnotes|comments|commentsExtended|header|footer)\d*\.xml$/

/**
 * Opens a Word package (ECMA-376 Part 2) and unpacks the parts that hold text. References that lead out of the package are ignored.
 * @throws DuigaoError `file-damaged` or `file-too-large`; XmlError for relationships that cannot be parsed
 */
export function openWordPackage(bytes: Uint8Array, fileName: string): WordPackage {
  const { names, parts: relationships } = openZip(bytes, fileName, (name) => RELATIONSHIPS.test(name))
  const known = new Set(names)
  const read = (part: string): PartReference[] => {
    const found = relationships[relationshipsOf(part)]
    return found === undefined
      ? []
      : readRelationships(parseXml(found, NOTHING), part).filter((one) => known.has(one.part))
  }
  const root = read('').find(({ type }) => type === 'officeDocument')?.part
  const main = root ?? (known.has(MAIN) ? MAIN : undefined)
  const stated = main === undefined ? [] : read(main)
  const references = [...stated, ...usual(names, stated)].filter(({ type }) => FOLLOWED.has(type))
  const wanted = new Set([main, ...references.map(({ part }) => part)])
  const { parts } = openZip(bytes, fileName, (name) => wanted.has(name))
  return { names, main, references, bytes: (part) => parts[part] }
}

const NOTHING: ReadonlySet<string> = new Set()

function usual(names: readonly string[], stated: readonly PartReference[]): PartReference[] {
  const there = new Set(stated.map(({ part }) => part))
  return names.flatMap((part) => {
    const type = USUAL.exec(part)?.[1]
    return type === undefined || there.has(part) ? [] : [{ id: '', type, part }]
  })
}

function relationshipsOf(part: string): string {
  const slash = part.lastIndexOf('/') + 1
  return `${part.slice(0, slash)}_rels/${part.slice(slash)}.rels`
}

function readRelationships(root: XmlElement, part: string): PartReference[] {
  const folder = part.slice(0, part.lastIndexOf('/') + 1)
  return childrenOf(childrenOf(root)[0], 'Relationship').flatMap(({ attributes }) => {
    const { Id: id = '', Type: type = '', Target: target = '', TargetMode: mode } = attributes
    if (mode === 'External') return []
    const path = new URL(target, `part:///${folder}`).pathname.slice(1)
    return [{ id, type: type.slice(type.lastIndexOf('/') + 1), part: decodeURI(path) }]
  })
}
