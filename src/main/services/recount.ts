import type { DocumentFields, VersionRecord } from '../db/records.ts'
import { checkSettings } from './check-settings.ts'
import type { Context } from './context.ts'
import { fieldsOf } from './lookup.ts'
import { parentsOf } from './order-versions.ts'
import type { NamedText } from './tasks/tasks.ts'
import { knownText } from './timeline.ts'

/** What findings and targets of a text depend on besides the text. A title says nothing that kind and period do not. */
export function countsDependOn(fields: Partial<DocumentFields>): boolean {
  return ['kind', 'region', 'level', 'periodFrom', 'periodTo'].some((name) => Object.hasOwn(fields, name))
}

/** The versions whose counts change with stage or date of `version`: its own and those of the versions compared with it. */
export function dependents(version: VersionRecord, line: readonly VersionRecord[]): readonly string[] {
  const parents = parentsOf(line.filter((each) => !each.removed))
  return [version.id, ...line.map((each) => each.id).filter((id) => parents.get(id) === version.id)]
}

async function named(context: Context, version: VersionRecord, document: DocumentFields): Promise<NamedText> {
  return { id: version.id, known: await knownText(context, version, document) }
}

/** Counts one version anew. Writes only when all that it was counted from still holds; else somebody has asked again already. */
async function recountVersion(context: Context, version: VersionRecord): Promise<void> {
  const { library, tasks, serially } = context
  const look = async () => {
    const [now, record] = await Promise.all([
      library.versions.get(version.id),
      library.documents.get(version.documentId),
    ])
    const parent = now?.parentId ? await library.versions.get(now.parentId) : null
    const checks = await checkSettings(context)
    return now && record && !now.removed ? { now, parent, document: fieldsOf(record), checks } : null
  }
  const factsOf = (seen: Awaited<ReturnType<typeof look>>) =>
    JSON.stringify([
      seen?.document,
      seen?.now.stage,
      seen?.now.date,
      seen?.parent?.id,
      seen?.parent?.stage,
      seen?.parent?.date,
      seen?.checks,
    ])

  const before = await look()
  if (!before) return
  const right = await named(context, version, before.document)
  const { findings } = await tasks.run('inspect', right, { background: true })
  const left = before.parent && (await named(context, before.parent, before.document))
  const counted = left && (await tasks.run('delta', { left, right }, { background: true }))
  await serially(async () => {
    if (factsOf(await look()) !== factsOf(before)) return
    const delta = left && counted && { versionId: version.id, parentId: left.id, delta: counted }
    await library.versions.setCounts({ versionId: version.id, findings, delta })
  })
}

/** Counts a document's stale versions anew in the background and tells the pages when the numbers are there. */
export function recount(context: Context, documentId: string): void {
  context.background.add(`recount ${documentId}`, async () => {
    const versions = await context.library.versions.listOfDocument(documentId)
    const stale = versions.filter((version) => version.stale && !version.removed)
    for (const version of stale) await recountVersion(context, version)
    if (stale.length > 0) context.changed()
  })
}

/** Takes up what the last session left undone. */
export function recountAll(context: Context): void {
  context.background.add('recount', async () => {
    for (const documentId of await context.library.versions.staleDocuments()) recount(context, documentId)
  })
}
