import type { Handlers, ParsedInput } from '../../shared/contract/contract.ts'
import { sideOf, versionSide } from './compared-side.ts'
import type { Context } from './context.ts'
import { safeFullName } from './file-name.ts'
import { remarksOf } from './review-remarks.ts'

/** What was said of the pair here, and the remarks that came with the files; these are there without a review too. */
async function reviewOf(context: Context, { leftVersionId, right }: ParsedInput<'export:save'>, documentId: string) {
  const { reviews } = context.library
  const comparisonId = await reviews.find(leftVersionId, documentId)
  const remarks = await remarksOf(context, comparisonId ?? '', leftVersionId, right)
  if (comparisonId === null) return { decisions: [], annotations: remarks }
  const [decisions, annotations] = await Promise.all([
    reviews.decisions(comparisonId),
    reviews.annotations(comparisonId),
  ])
  return { decisions, annotations: [...remarks, ...annotations] }
}

async function write(context: Context, input: ParsedInput<'export:save'>) {
  const { right: ref, leftVersionId, kind, scope } = input
  const left = await versionSide(context, leftVersionId)
  const right = await sideOf(context, ref)
  return context.tasks.run('export', {
    ...(await reviewOf(context, input, right.documentId)),
    left: left.text,
    right: right.text,
    leftTitle: left.title,
    rightTitle: right.title,
    kind,
    scope,
    exportedAt: context.now(),
  })
}

/** Compares a pair as it stands, with what was decided of it, and hands the finished file to the shell. */
export function exportService(context: Context): Pick<Handlers, 'export:save'> {
  return {
    'export:save': async (input) => {
      const { name, bytes } = await write(context, input)
      return context.platform.saveFile(safeFullName(name), bytes)
    },
  }
}
