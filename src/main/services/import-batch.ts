import { DuigaoError } from '../../shared/contract/errors.ts'
import { readErrors } from '../readers/read-errors.ts'
import { assertOpenable } from './assert-openable.ts'
import { failedItem, type ImportItem } from './import-item.ts'
import { addSource, type Desk } from './import-reading.ts'
import type { ChosenFile } from './platform.ts'
import type { TaskOutput } from './tasks/tasks.ts'
import { isArchive, SKIPPED } from './unpack-files.ts'

/** Milliseconds for all files of one choice together: what is left then would keep a user waiting for nothing. */
export const BATCH_TIME_LIMIT = 30 * 60_000

/** Gone, locked or on a stick that was pulled out: a matter between the user and the disk, not a fault of ours. */
async function readBytes(chosen: ChosenFile): Promise<Uint8Array> {
  try {
    return await chosen.read()
  } catch (error) {
    const { name } = chosen
    const message = `“${name}”打不开。请检查文件是否还在、U 盘是否已拔出、是否有权读取，然后重新选择。`
    throw new DuigaoError({ code: 'not-found', message, file: name }, error)
  }
}

function outOfTime(file: string): DuigaoError {
  const minutes = BATCH_TIME_LIMIT / 60_000
  const message = `“${file}”没有读入：这一批文件读了 ${minutes} 分钟，已经停止。请分几批导入。`
  return new DuigaoError({ code: 'read-timeout', message, file, detail: { minutes } })
}

/** Files that wait for their turn, with how far the batch is. */
function createLine(desk: Desk, files: readonly ChosenFile[]) {
  const waiting = [...files]
  let done = 0
  const tell = (label: string) =>
    desk.context.platform.notify('progress', { task: 'import', done, total: done + waiting.length, label })
  return {
    next: (): ChosenFile | undefined => {
      const [file] = waiting
      // The last report has nothing left to name.
      if (file || done > 0) tell(file?.name ?? '')
      if (file) done += 1
      return waiting.shift()
    },
    /** What came out of an archive is read next. */
    addNext: (more: readonly ChosenFile[]) => void waiting.unshift(...more),
  }
}

/** The files of an archive take their places in the line; what was left out becomes failed items, but for what no user made. */
async function unpack(desk: Desk, chosen: ChosenFile, signal: AbortSignal) {
  const { name: file, size } = chosen
  assertOpenable(file, size)
  const unpacked: TaskOutput<'unpack'> = await desk.context.tasks.run(
    'unpack',
    { file, bytes: await readBytes(chosen) },
    { signal },
  )
  const inside = unpacked.files.map(({ name, bytes }) => ({
    name,
    size: bytes.byteLength,
    read: () => Promise.resolve(bytes),
  }))
  const failed = unpacked.skipped
    .filter(({ reason }) => reason !== 'system-file')
    .map(({ name, reason }) => {
      const { code, message } = SKIPPED[reason]
      return failedItem(
        desk.context.newId(),
        name,
        new DuigaoError({ code, message: `“${name}”：${message}`, file: name }),
      )
    })
  return { inside, failed }
}

async function read(desk: Desk, chosen: ChosenFile): Promise<ImportItem> {
  const { name: file, size } = chosen
  assertOpenable(file, size)
  desk.pending.assertRoomFor(file, size)
  return addSource(desk, { id: desk.context.newId(), file, source: { type: 'file', bytes: await readBytes(chosen) } })
}

/**
 * Reads what the user chose in the shell's dialog, one after the other; of an archive each file inside. What cannot be read is a
 * failed item that says why; called off, or when the batch has taken too long, so are the rest.
 */
export async function addAllChosen(desk: Desk): Promise<ImportItem[]> {
  const { context, readings } = desk
  const line = createLine(desk, await context.platform.openFiles())
  const deadline = performance.now() + BATCH_TIME_LIMIT
  const items: ImportItem[] = []
  await readings.run(context.newId(), async (signal) => {
    for (let chosen = line.next(); chosen; chosen = line.next()) {
      try {
        if (signal.aborted) throw readErrors.cancelled(chosen.name)
        if (performance.now() > deadline) throw outOfTime(chosen.name)
        if (isArchive(chosen.name)) {
          const { inside, failed } = await unpack(desk, chosen, signal)
          line.addNext(inside)
          items.push(...failed)
        } else items.push(await read(desk, chosen))
      } catch (error) {
        items.push(failedItem(context.newId(), chosen.name, error))
      }
    }
  })
  return items
}
