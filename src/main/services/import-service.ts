import type { Handlers } from '../../shared/contract/contract.ts'
import { DuigaoError } from '../../shared/contract/errors.ts'
import type { Context } from './context.ts'
import { addAllChosen } from './import-batch.ts'
import { addSource, type Desk, recleanItem } from './import-reading.ts'
import { saveImport } from './import-saving.ts'
import { createPendingImports } from './pending-imports.ts'
import { createReadings } from './readings.ts'
import { SKIPPED } from './unpack-files.ts'

type ImportHandlers = Pick<
  Handlers,
  | 'files:choose'
  | 'files:add'
  | 'files:unpack'
  | 'import:paste'
  | 'import:cancel'
  | 'import:reclean'
  | 'import:save'
  | 'import:discard'
>

/** Name of a pasted text in the queue and in the library. */
const CLIPBOARD_NAME = '剪贴板'

/** The id that the page gave its item, which must be new, or one of ours. */
function idFor({ context, pending, readings }: Desk, given: string | undefined): string {
  if (given === undefined) return context.newId()
  if (pending.has(given) || readings.has(given))
    throw new DuigaoError({ code: 'bad-request', message: '这个文件已在待导入的队列里。' })
  return given
}

/** Files and pasted texts on their way into the library: read, shown, cleaned anew, then saved or dropped. */
export function importService(context: Context): ImportHandlers {
  const pending = createPendingImports()
  const readings = createReadings()
  const desk: Desk = { context, pending, readings }
  return {
    'files:choose': async () => ({ items: await addAllChosen(desk) }),
    'files:add': async ({ name, bytes, importId }) => ({
      item: await addSource(desk, { id: idFor(desk, importId), file: name, source: { type: 'file', bytes } }),
    }),
    'files:unpack': ({ name: file, bytes, importId }) =>
      readings.run(idFor(desk, importId), async (signal) => {
        const { files, skipped } = await context.tasks.run('unpack', { file, bytes }, { signal })
        const said = skipped.map(({ name, reason }) => ({ name, reason: SKIPPED[reason].message }))
        return {
          files: files.map(({ name, bytes: content }) => ({ name, bytes: new Uint8Array(content) })),
          skipped: said,
        }
      }),
    'import:paste': async ({ text, html, importId }) => {
      const source = { type: 'paste', text, html } as const
      return { item: await addSource(desk, { id: idFor(desk, importId), file: CLIPBOARD_NAME, source }) }
    },
    'import:cancel': ({ importId }) => {
      readings.cancel(importId)
      return {}
    },
    'import:reclean': async ({ importId, ...choice }) => ({ item: await recleanItem(desk, importId, choice) }),
    'import:save': ({ importId, ...input }) =>
      context.serially(async () => {
        const saved = await saveImport(context, pending.get(importId), input)
        pending.remove(importId)
        context.changed()
        return saved
      }),
    'import:discard': ({ importId }) => {
      readings.cancel(importId)
      pending.remove(importId)
      return {}
    },
  }
}
