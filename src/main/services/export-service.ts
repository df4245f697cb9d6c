import type { Handlers, ParsedInput } from '../../shared/contract/contract.ts'
import { matchDecisions } from '../../shared/review/match-decisions.ts'
import { writeExport } from '../writers/write-export.ts'
import type { Analyst, KnownText } from './analyst.ts'
import type { Context } from './context.ts'
import { safeFullName } from './file-name.ts'
import { getDocument, getDraft, getVersion, getVersionWithDocument } from './lookup.ts'
import { titleWithStage } from './stage-names.ts'
import { fieldsOf } from './summaries.ts'
import { knownText } from './timeline.ts'

interface Side {
  /** Stands for this text in the analyst's memory. */
  readonly key: string
  readonly title: string
  readonly documentId: string
  readonly known: KnownText
}

async function versionSide(context: Context, versionId: string): Promise<Side> {
  const { version, document } = await getVersionWithDocument(context, versionId)
  const known = await knownText(context, version, fieldsOf(document))
  return { key: versionId, title: titleWithStage(document.title, version.stage), documentId: document.id, known }
}

/** A draft has the stage of nothing yet: it is what comes after its base. */
async function draftSide(context: Context, draftId: string): Promise<Side> {
  const draft = await getDraft(context, draftId)
  const document = await getDocument(context, draft.documentId)
  const base = await getVersion(context, draft.baseVersionId)
  const known: KnownText = {
    text: await context.library.drafts.text(draftId),
    blocks: null,
    document: fieldsOf(document),
    version: { stage: null, date: base.date },
  }
  return { key: `${draftId}@${draft.revision}`, title: `${document.title}（底稿）`, documentId: document.id, known }
}

async function reviewOf({ library }: Context, leftVersionId: string, rightDocumentId: string) {
  const comparisonId = await library.reviews.find(leftVersionId, rightDocumentId)
  if (comparisonId === null) return { decisions: [], annotations: [] }
  const [decisions, annotations] = await Promise.all([
    library.reviews.decisions(comparisonId),
    library.reviews.annotations(comparisonId),
  ])
  return { decisions, annotations }
}

async function write(context: Context, analyst: Analyst, input: ParsedInput<'export:save'>) {
  const { right: ref, leftVersionId, kind, scope } = input
  const left = await versionSide(context, leftVersionId)
  const right =
    ref.type === 'version' ? await versionSide(context, ref.versionId) : await draftSide(context, ref.draftId)
  const comparison = analyst.comparison(left.key, left.known, right.key, right.known)
  const { decisions, annotations } = await reviewOf(context, leftVersionId, right.documentId)
  const matched = matchDecisions(comparison.rows, left.known.text, right.known.text, decisions)
  return writeExport({
    comparison,
    leftTitle: left.title,
    rightTitle: right.title,
    kind,
    scope,
    decisions: matched.flatMap((match, row) => (match ? [{ row, decision: match.decision }] : [])),
    annotations,
    exportedAt: context.now(),
  })
}

/** Compares a pair as it stands, with what was decided of it, and hands the finished file to the shell. */
export function exportService(context: Context, analyst: Analyst): Pick<Handlers, 'export:save'> {
  return {
    'export:save': async (input) => {
      const { name, bytes } = await write(context, analyst, input)
      return context.platform.saveFile(safeFullName(name), bytes)
    },
  }
}
