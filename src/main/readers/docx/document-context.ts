import type { DroppedText, RawDocument } from '../../../shared/text/raw-document.ts'
import type { NumberingCounter } from './numbering.ts'
import type { TextContext } from './paragraph-text.ts'
import type { DocumentStyles } from './styles.ts'
import type { XmlElement } from './xml-tree.ts'

/** The other parts of the package that the body refers to. */
export interface DocxParts {
  readonly styles: DocumentStyles
  /** A counter that begins at the top of the document. */
  readonly numbering: () => NumberingCounter
  /** Footnotes and endnotes by `footnote:id`. */
  readonly notes: ReadonlyMap<string, XmlElement>
  /** Documents embedded whole, by relationship id. */
  readonly chunks: ReadonlyMap<string, Chunk>
}

/** A document of another format that is embedded whole (17.17.2). */
export type Chunk = Pick<RawDocument, 'lines' | 'dropped'>

/** What is counted and carried through the whole document. */
export interface Context extends TextContext {
  readonly parts: DocxParts
  readonly numbering: NumberingCounter
  readonly dropped: DroppedText[]
  readonly notesRead: Set<string>
}
