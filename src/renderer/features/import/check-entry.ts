import { api } from '../../lib/api.ts'
import { toReply } from '../../lib/errors.ts'
import { type DocumentFields, useLibrary, type VersionFields } from '../../lib/library.ts'
import { showError } from '../../lib/toast.ts'
import { periodIsSound } from '../../ui/document-form.tsx'
import {
  type Entry,
  findEntry,
  fromItem,
  nextToCheck,
  patchEntry,
  type Reading,
  type Saved,
  useQueue,
} from './queue.ts'
import { readWaiting } from './read-queue.ts'

/** Which sheet and range of a workbook to read; null: all of it. */
export interface Excerpt {
  readonly sheet: string | null
  readonly range: string | null
}

/** The newest request for each entry; what answers an older one is not shown. */
const tickets = new Map<number, number>()

/** Switches one clean-up step and has the text cleaned again. */
export async function switchStep(key: number, code: string, on: boolean): Promise<void> {
  const entry = findEntry(key)
  if (!entry) return
  await switchSteps(entry, on ? entry.disabled.filter((each) => each !== code) : [...entry.disabled, code])
}

/** The steps that are off in a reading nobody has touched. */
function offAtFirst({ reading }: Entry): readonly string[] {
  return (reading?.steps ?? []).filter((step) => step.optional).map((step) => step.code)
}

/** The user has switched steps. */
export function hasSwitchedSteps(entry: Entry): boolean {
  const off = offAtFirst(entry)
  return entry.disabled.length !== off.length || entry.disabled.some((code) => !off.includes(code))
}

/** Switches every step back to what it was at first. */
export async function restoreSteps(key: number): Promise<void> {
  const entry = findEntry(key)
  if (entry) await switchSteps(entry, offAtFirst(entry))
}

async function switchSteps({ key, disabled: before }: Entry, disabled: readonly string[]): Promise<void> {
  patchEntry(key, { disabled })
  try {
    await reread(key)
  } catch (error) {
    patchEntry(key, { disabled: before })
    showError(error)
  }
}

/** Reads another sheet or range. Answers with what is wrong with the range, or null; what was read before then stays. */
export async function chooseExcerpt(key: number, excerpt: Excerpt): Promise<ReturnType<typeof toReply> | null> {
  try {
    await reread(key, excerpt)
    return null
  } catch (error) {
    const reply = toReply(error)
    if (reply.code !== 'bad-request') showError(error)
    return reply
  }
}

/** Has main clean the text with the steps as they stand. Rejects with main's error, the entry left as it was. */
async function reread(key: number, excerpt?: Excerpt): Promise<void> {
  const entry = findEntry(key)
  if (!entry?.importId || entry.state !== 'ready') return
  const ticket = (tickets.get(key) ?? 0) + 1
  tickets.set(key, ticket)
  patchEntry(key, { recleaning: true })
  const isNewest = () => tickets.get(key) === ticket
  try {
    const { importId, disabled } = entry
    const { item } = await api.invoke('import:reclean', { importId, disabled: [...disabled], ...excerpt })
    // Saved meanwhile: the text in the library is the one that was shown.
    if (isNewest() && findEntry(key)?.state === 'ready') patchEntry(key, fromItem(item))
  } finally {
    if (isNewest()) patchEntry(key, { recleaning: false })
  }
}

/** What the library will say of the text: the guesses, overruled by what the user changed. */
export function fieldsOf(entry: Entry): DocumentFields | null {
  return entry.reading && { ...entry.reading.fields, ...entry.fields }
}
export function versionOf(entry: Entry): VersionFields | null {
  return entry.reading && { ...entry.reading.version, ...entry.version }
}
/** The document the version goes to; null makes a new one. A nearly identical text says more than a similar title. */
export function documentOf({ documentId, reading }: Entry): string | null {
  if (documentId !== undefined || !reading) return documentId ?? null
  const near = reading.nearDuplicateOf?.documentId
  if (near !== undefined && !contradicts(reading, near)) return near
  return reading.suggestedDocumentId
}

/** Another region or other years: two counties that wrote from one template wrote two documents. */
function contradicts({ fields }: Reading, documentId: string): boolean {
  const document = useLibrary.getState().documents?.find(({ id }) => id === documentId)
  if (!document) return false
  const differ = (key: 'region' | 'periodFrom' | 'periodTo') =>
    fields[key] !== null && document[key] !== null && fields[key] !== document[key]
  return differ('region') || differ('periodFrom') || differ('periodTo')
}

/** Whether the entry can go into the library as it stands. */
export function canSave(entry: Entry): boolean {
  const fields = fieldsOf(entry)
  return (
    entry.state === 'ready' &&
    !entry.recleaning &&
    fields !== null &&
    (documentOf(entry) !== null || (fields.title.trim() !== '' && periodIsSound(fields)))
  )
}

/** Whether there is nothing to look at before saving it: no warning, and the library holds nothing like it. */
export function isPlain(entry: Entry): boolean {
  const { reading } = entry
  return (
    canSave(entry) &&
    reading !== null &&
    reading.log.accounted &&
    reading.warnings.length === 0 &&
    reading.duplicateOf === null &&
    reading.nearDuplicateOf === null
  )
}

/**
 * Asks main again what the library says of a text, when others (`saves` in all) were saved since: one of them may be the document that it is
 * a further version of, or the same text. A failure leaves the older suggestion, which the user sees and can change.
 */
export async function askAgain(key: number, saves: number): Promise<void> {
  const entry = findEntry(key)
  if (entry?.state !== 'ready' || entry.recleaning || entry.askedAt === saves) return
  await reread(key).catch(() => undefined)
}

/** Takes an entry into the library and selects the next one to check. Answers with where it is, or null when it failed. */
export async function saveEntry(key: number): Promise<Saved | null> {
  const entry = findEntry(key)
  const [fields, version] = entry ? [fieldsOf(entry), versionOf(entry)] : [null, null]
  if (!entry?.importId || !canSave(entry) || !fields || !version) return null
  const { importId, keepRevisions, keepComments } = entry
  const documentId = documentOf(entry)
  patchEntry(key, { state: 'saving' })
  try {
    const answer = await api.invoke('import:save', {
      importId,
      documentId,
      fields,
      version,
      keepRevisions,
      keepComments,
    })
    const saved = { ...answer, newDocument: documentId === null }
    patchEntry(key, { state: 'saved', saved })
    useQueue.setState(({ entries, selected, saves }) => ({
      saves: saves + 1,
      selected: selected === key ? (nextToCheck(entries, entries, key) ?? key) : selected,
    }))
    readWaiting()
    return saved
  } catch (error) {
    patchEntry(key, { state: 'ready' })
    showError(error)
    return null
  }
}
