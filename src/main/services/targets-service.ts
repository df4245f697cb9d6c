import type { Handlers, ParsedInput } from '../../shared/contract/contract.ts'
import { DuigaoError } from '../../shared/contract/errors.ts'
import type { TargetCorrection } from '../../shared/targets/correction.ts'
import { type ComparedSide, sideOf } from './compared-side.ts'
import type { Context } from './context.ts'
import { safeFullName } from './file-name.ts'
import { getDocument } from './lookup.ts'
import { recount } from './recount.ts'
import { readSettings } from './settings-service.ts'
import type { TaskInput } from './tasks/tasks.ts'

type TargetsHandlers = Pick<
  Handlers,
  | 'targets:matrix'
  | 'targets:cancel'
  | 'targets:corrections'
  | 'targets:correct'
  | 'targets:withdraw'
  | 'targets:export'
  | 'targets:save-picture'
>
type Columns = Pick<ParsedInput<'targets:matrix'>, 'columns' | 'baseline' | 'draft'>

function checkPair({ columns, baseline, draft }: Columns): void {
  const outside = [baseline, draft].some((index) => index !== null && index >= columns.length)
  if (!outside) return
  throw new DuigaoError({ code: 'bad-request', message: '底本或本稿不在所选的文件之中，请重新选择。' })
}

async function taskInput(
  context: Context,
  input: Columns,
): Promise<{ sides: ComparedSide[]; task: TaskInput<'targets'> }> {
  checkPair(input)
  const sides = await Promise.all(input.columns.map((side) => sideOf(context, side)))
  const { baseline, draft } = input
  return { sides, task: { columns: sides.map(({ text }) => text), baseline, draft } }
}

function toDocument({ documentId, versionId, text: { known } }: ComparedSide, side: Columns['columns'][number]) {
  const { stage, date } = known.version
  return { side, documentId, versionId, ...known.document, stage, date }
}

/** The targets of any number of documents side by side, the corrections of what was read wrongly, and both as files. */
export function targetsService(context: Context): TargetsHandlers {
  const { library, tasks, platform } = context
  const running = new Map<string, AbortController>()

  const matrixOf = async ({ requestId, ...input }: ParsedInput<'targets:matrix'>) => {
    const { sides, task } = await taskInput(context, input)
    const ending = new AbortController()
    if (requestId !== undefined) running.set(requestId, ending)
    try {
      const { rows, targets, corrections } = await tasks.run('targets', task, { signal: ending.signal })
      const documents = sides.map((side, index) => ({
        ...toDocument(side, input.columns[index] ?? { type: 'version', versionId: side.versionId }),
        targets: [...(targets[index] ?? [])],
        corrections: [...(corrections[index] ?? [])],
      }))
      return { documents, baseline: input.baseline, draft: input.draft, rows: [...rows] }
    } finally {
      if (requestId !== undefined) running.delete(requestId)
    }
  }

  return {
    'targets:matrix': matrixOf,
    'targets:cancel': ({ requestId }) => {
      running.get(requestId)?.abort()
      return {}
    },
    'targets:corrections': async ({ documentId }) => ({
      corrections: [...(await library.corrections.ofDocument(documentId))],
    }),
    'targets:correct': async ({ documentId, corrections: inputs }) => {
      await getDocument(context, documentId)
      const author = readSettings(await library.settings.all()).reviewer
      const createdAt = context.now()
      const made = inputs.map((input): TargetCorrection => {
        return { ...input, id: context.newId(), documentId, author, createdAt }
      })
      await library.corrections.add(made)
      recount(context, documentId)
      return { corrections: made }
    },
    'targets:withdraw': async ({ correctionIds }) => {
      for (const documentId of await library.corrections.withdraw(correctionIds, context.now()))
        recount(context, documentId)
      return {}
    },
    'targets:export': async ({ format, keys, ...input }) => {
      const { sides, task } = await taskInput(context, input)
      const titles = sides.map(({ title }) => title)
      const { name, bytes } = await tasks.run('targets-file', { ...task, format, keys, titles })
      return platform.saveFile(safeFullName(name), bytes)
    },
    'targets:save-picture': ({ name, bytes }) => platform.saveFile(safeFullName(name), bytes),
  }
}
