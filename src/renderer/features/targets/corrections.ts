import type { Input } from '../../../shared/contract/contract.ts'
import { api } from '../../lib/api.ts'
import { i18n } from '../../lib/i18n.ts'
import { showError, showToast } from '../../lib/toast.ts'
import { offerUndo } from '../../lib/undo.ts'
import type { StatedTarget } from './model/matrix.ts'
import { readMatrix, useTargets } from './targets-state.ts'

type CorrectionInput = Input<'targets:correct'>['correction']

/** Characters of context kept on each side of the words. */
const CONTEXT = 32

function again(): Promise<void> {
  return readMatrix(useTargets.getState().columns)
}

/** The words of a target with those around them, as its sentence has them. */
export function placeOfTarget({ sentence, sentenceStart, start, end, quote }: StatedTarget): CorrectionInput['place'] {
  const [from, to] = [start - sentenceStart, end - sentenceStart]
  const before = sentence.slice(Math.max(0, from - CONTEXT), from)
  return { quote, before, after: sentence.slice(to, to + CONTEXT), start }
}

/** Says what is right of a target that was read wrongly; can be undone at once, or from the list at any time. */
export async function correctTarget(documentId: string, correction: CorrectionInput): Promise<void> {
  const { correction: made } = await api.invoke('targets:correct', { documentId, correction })
  await again()
  offerUndo(i18n.t('targets:correct.done'), async () => {
    await api.invoke('targets:withdraw', { correctionId: made.id })
    await again()
  })
}

/** Takes a correction back. */
export async function withdrawCorrection(correctionId: string): Promise<void> {
  try {
    await api.invoke('targets:withdraw', { correctionId })
    await again()
    showToast(i18n.t('targets:correct.undone'))
  } catch (error) {
    showError(error)
  }
}
