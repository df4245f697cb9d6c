import type { Input } from '../../../shared/contract/contract.ts'
import { api } from '../../lib/api.ts'
import { i18n } from '../../lib/i18n.ts'
import { showError, showToast } from '../../lib/toast.ts'
import { offerUndo } from '../../lib/undo.ts'
import type { StatedTarget } from './model/matrix.ts'
import type { CorrectionAction } from './model/twins.ts'
import { readMatrix, useTargets } from './targets-state.ts'

type CorrectionInput = Input<'targets:correct'>['corrections'][number]
/** What is right, whichever place it is said of. */
export type RightReading = Pick<CorrectionInput, 'kind' | 'indicator' | 'value' | 'unit'>

/** Characters of context kept on each side of the words. */
const CONTEXT = 32

function again(): Promise<void> {
  return readMatrix(useTargets.getState().columns)
}

/** The words of a target with those around them, as its sentence has them. */
function placeOfTarget({ sentence, sentenceStart, start, end, quote }: StatedTarget): CorrectionInput['place'] {
  const [from, to] = [start - sentenceStart, end - sentenceStart]
  const before = sentence.slice(Math.max(0, from - CONTEXT), from)
  return { quote, before, after: sentence.slice(to, to + CONTEXT), start }
}

/**
 * Says what is right of targets of one document that were read wrongly, in one action: it is undone as one, at once or from the
 * list at any time.
 */
export async function correctTargets(
  documentId: string,
  targets: readonly StatedTarget[],
  right: RightReading,
): Promise<void> {
  const { corrections } = await api.invoke('targets:correct', {
    documentId,
    corrections: targets.map((target) => ({
      ...right,
      place: placeOfTarget(target),
      was: { indicator: target.indicator, value: target.value, unit: target.unit },
    })),
  })
  await again()
  offerUndo(i18n.t('targets:correct.done', { count: corrections.length }), async () => {
    await api.invoke('targets:withdraw', { correctionIds: corrections.map(({ id }) => id) })
    await again()
  })
}

/** Does to the places left what was done to the others. */
export async function correctLeft({ first, left }: CorrectionAction): Promise<void> {
  const { documentId, kind, indicator, value, unit } = first
  try {
    await correctTargets(
      documentId,
      left.map(({ target }) => target),
      { kind, indicator, value, unit },
    )
  } catch (error) {
    showError(error)
  }
}

/** Takes all corrections of an action back. */
export async function withdrawCorrections({ all }: CorrectionAction): Promise<void> {
  try {
    await api.invoke('targets:withdraw', { correctionIds: all.map(({ id }) => id) })
    await again()
    showToast(i18n.t('targets:correct.undone'))
  } catch (error) {
    showError(error)
  }
}
