import { useSettings } from '../../lib/settings.ts'
import type { Pair } from '../../lib/versions.ts'
import { compareWorker } from '../../workers/compare-worker.ts'
import { rightToOpen } from './drafting.ts'
import { LIMIT_MS } from './live-comparison.ts'
import { inputOf, knownOf, loadTexts } from './sides.ts'

/** Longer texts take the worker so long that another pair, if that is opened instead, would have to wait. */
const MOST_CHARACTERS = 300_000

/** The pair asked for last: the pointer comes to a button often. */
let last = ''

/**
 * Has the worker read and compare two texts that are likely to be opened next. Whatever changes until then is seen when they are
 * opened: they are loaded again, and what the worker remembers of them depends on all that goes into it.
 */
export async function compareAhead(pair: Pair): Promise<void> {
  const key = JSON.stringify(pair)
  if (key === last) return
  last = key
  const { left, right, words } = await loadTexts(pair.leftVersionId, rightToOpen(pair.right))
  if (left.text.length + right.text.length > MOST_CHARACTERS) return
  const { disabledChecks } = useSettings.getState().settings
  compareWorker.doAhead({
    ahead: true,
    baseline: { left: inputOf(left), ...words },
    right: { key: '', text: right.text, known: knownOf(right, right.draft === null) },
    disabled: disabledChecks,
    limit: LIMIT_MS,
  })
}
