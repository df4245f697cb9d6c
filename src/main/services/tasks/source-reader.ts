import { countNonBlank } from '../../../shared/text/characters.ts'
import { OPTIONAL_STEPS } from '../../../shared/text/clean.ts'
import type { RawDocument } from '../../../shared/text/raw-document.ts'
import { readClipboard } from '../../readers/clipboard-reader.ts'
import { rawFromPage } from '../../readers/html-reader.ts'
import type { ReadOptions } from '../../readers/read-options.ts'
import { readRaw } from '../../readers/read-raw.ts'
import { newestKept } from '../newest-kept.ts'
import { assertChoosable, cleanDocument } from '../read-document.ts'
import { beforeRevisions } from '../revisions.ts'
import { partOf } from './source-part.ts'
import type { RunOptions } from './task-runner.ts'
import type { ReadChoice, ReadSource, TaskInput, TaskOutput } from './tasks.ts'

/** Readings kept for the switches of the preview: the one that is looked at, and those before it. */
const KEPT = 4

/** A page of the clipboard must account for this share of its plain text, else something of it was not understood. */
const ACCOUNTED_SHARE = 0.95

interface Found {
  readonly raw: RawDocument
  readonly part: TaskOutput<'read'>['part']
}

/** Characters that the reader took up or left out with its reason. */
function accountedFor({ lines, dropped }: RawDocument): number {
  return [...lines, ...dropped].reduce((sum, { text }) => sum + countNonBlank(text), 0)
}

/** The clipboard's page, which keeps paragraphs and tables apart; null where it says less than the plain text beside it. */
function pageOf(text: string, html: string | null, file: string): RawDocument | null {
  if (html === null || html.trim() === '') return null
  try {
    const raw = rawFromPage(html, file, 'clipboard')
    return accountedFor(raw) >= countNonBlank(text) * ACCOUNTED_SHARE ? raw : null
  } catch {
    // The plain text is there too, and says by itself when it cannot be read.
    return null
  }
}

async function find(source: ReadSource, file: string, options: ReadOptions): Promise<Found> {
  if (source.type === 'file') return { raw: await readRaw(source.bytes, file, options), part: 'bytes' }
  const page = pageOf(source.text, source.html, file)
  return page ? { raw: page, part: 'html' } : { raw: readClipboard(source.text), part: 'text' }
}

/** As the readers take it: what was not given is not there. */
function readOptions(
  { sheet, range }: ReadChoice,
  { signal, onProgress }: Pick<RunOptions, 'signal' | 'onProgress'>,
): ReadOptions {
  return {
    ...(signal && { signal }),
    ...(onProgress && { onProgress }),
    ...(sheet !== null && { sheet }),
    ...(range !== null && { range }),
  }
}

/** Reads and cleans sources; one that was read before, by its key, sheet and range, is only cleaned. */
export function createSourceReader() {
  const found = newestKept<Found>(KEPT)
  return async (
    { key, file, source, choice }: TaskInput<'read'>,
    options: Pick<RunOptions, 'signal' | 'onProgress'>,
  ): Promise<TaskOutput<'read'>> => {
    const place = JSON.stringify([key, choice.sheet, choice.range])
    const chosen = readOptions(choice, options)
    const { raw, part } = found.get(place) ?? (await find(source, file, chosen))
    assertChoosable(raw, file, chosen)
    found.set(place, { raw, part })
    const wanted = choice.revisions === 'rejected' ? beforeRevisions(raw) : raw
    const { disabled } = choice
    const enabled = OPTIONAL_STEPS.filter((code) => !disabled.includes(code))
    return { reading: cleanDocument(wanted, partOf(source, part), file, { disabled, enabled }), part }
  }
}
