import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'

/** A run of text as pdf.js reports it: the origin of its baseline in `transform[4..5]`. */
export interface PdfTextItem {
  readonly str: string
  readonly width: number
  readonly height: number
  /** PDF matrix [a b c d e f]. */
  readonly transform: readonly number[]
  readonly fontName: string
}

export interface PdfPage {
  /** Degrees by which viewers turn the page: 0, 90, 180 or 270. */
  readonly rotate: number
  /** The visible area: left, bottom, right, top. */
  readonly view: readonly number[]
  readonly getTextContent: (options: {
    disableNormalization: boolean
  }) => Promise<{ readonly items: readonly (PdfTextItem | { readonly type: string })[] }>
  readonly getOperatorList: () => Promise<{
    readonly fnArray: readonly number[]
    readonly argsArray: readonly unknown[]
  }>
  readonly cleanup: () => void
}

export interface PdfDocument {
  readonly numPages: number
  readonly getPage: (page: number) => Promise<PdfPage>
}

export interface PdfTask {
  readonly promise: Promise<PdfDocument>
  readonly destroy: () => Promise<void>
}

/** The part of pdf.js that is used. Its own types need the DOM. */
export interface PdfJs {
  readonly OPS: Readonly<Record<string, number>>
  readonly getDocument: (source: Readonly<Record<string, unknown>>) => PdfTask
}

let loading: Promise<PdfJs> | undefined

/** Loads pdf.js at the first PDF: it takes a third of a second and most sessions open none. */
export function loadPdfJs(): Promise<PdfJs> {
  loading ??= importPdfJs()
  return loading
}

/**
 * pdf.js warns on the console when these drawing classes are missing; reading text uses none of them. They stand in only
 * while it loads, so that nothing else takes this process for a browser.
 */
const DRAWING = ['DOMMatrix', 'Path2D', 'ImageData'] as const

async function importPdfJs(): Promise<PdfJs> {
  const scope = globalThis as Record<string, unknown>
  const missing = DRAWING.filter((name) => scope[name] === undefined)
  for (const name of missing) scope[name] = Object
  try {
    return await import('pdfjs-dist/legacy/build/pdf.mjs')
  } finally {
    for (const name of missing) delete scope[name]
  }
}

/** The largest picture that is decoded when a page's ruled lines are looked for; larger ones are skipped. */
const MAX_PICTURE = 1024 * 1024

/** What a document is opened with: fonts and character maps from the package's own files, no code, no network. */
export function pdfSource(bytes: Uint8Array): Readonly<Record<string, unknown>> {
  const folder = dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'))
  return {
    // pdf.js takes the buffer over; the caller's bytes must stay as they are.
    data: new Uint8Array(bytes),
    cMapUrl: `${join(folder, 'cmaps')}/`,
    cMapPacked: true,
    standardFontDataUrl: `${join(folder, 'standard_fonts')}/`,
    wasmUrl: `${join(folder, 'wasm')}/`,
    useWorkerFetch: false,
    useSystemFonts: false,
    disableFontFace: true,
    enableXfa: false,
    stopAtErrors: false,
    maxImageSize: MAX_PICTURE,
    verbosity: 0,
  }
}
