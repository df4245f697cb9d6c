import type { VersionRecord } from '../db/records.ts'
import type { TimelineChange } from '../db/repositories/version-repo.ts'
import type { Context } from './context.ts'
import { fieldsOf, getDocument } from './lookup.ts'
import { planTimeline, storedEntry } from './timeline.ts'

/** The document's line after one of its versions became `changed`: its fields edited, or hidden or shown again. */
export async function replan(context: Context, changed: VersionRecord): Promise<TimelineChange> {
  const document = fieldsOf(await getDocument(context, changed.documentId))
  const siblings = await context.library.versions.listOfDocument(changed.documentId)
  const line = siblings
    .map((version) => (version.id === changed.id ? changed : version))
    .filter((version) => !version.removed)
  return planTimeline(
    context,
    line.map((version) => storedEntry(context, version, document)),
  )
}

/** Hides a version or shows it again, and closes or opens the line of its document around it. */
export async function setVersionRemoved(context: Context, version: VersionRecord, removed: boolean): Promise<void> {
  const plan = await replan(context, { ...version, removed })
  await context.library.versions.setRemoved(version, removed, context.now(), plan)
}
