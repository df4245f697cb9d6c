/** What the log says of one step, as far as it matters here. */
interface StepLog {
  readonly code: string
  readonly dropped?: number | undefined
  readonly samples?: readonly string[] | undefined
}

/** Dot leaders, or a heading with a page number at its end. */
const CONTENTS_LINE = /[.．…·]{4,}\s*\d{0,4}\s*$|^目\s*录/u
const PAGE_LINE = /^[\s—–―\-·•]*(?:第\s*)?\d{1,4}(?:\s*[/／]\s*\d{1,4})?(?:\s*页)?[\s—–―\-·•]*$/u
/** Samples of a log are cut here and marked. */
const CUT = '…'

const bare = (text: string) => text.replace(/\s/g, '')

/**
 * Which step took a line of the source out, told from the log: the only step that dropped anything, the one that shows the line
 * as a sample, or the one that takes out lines that look like it. null where the log does not tell.
 */
export function dropReason(text: string, log: readonly StepLog[]): string | null {
  const dropping = log.filter(({ dropped = 0 }) => dropped > 0)
  const [only] = dropping
  if (dropping.length <= 1) return only?.code ?? null
  const line = bare(text)
  const shown = dropping.find(({ samples = [] }) =>
    samples.some((sample) => {
      const plain = bare(sample.endsWith(CUT) ? sample.slice(0, -1) : sample)
      return plain !== '' && (sample.endsWith(CUT) ? line.startsWith(plain) : line === plain)
    }),
  )
  if (shown) return shown.code
  const byLook = CONTENTS_LINE.test(text) ? 'table-of-contents' : PAGE_LINE.test(text) ? 'page-furniture' : null
  return dropping.some(({ code }) => code === byLook) ? byLook : null
}

/** The reasons of lines dropped one after the other: one that is not told takes that of the line before it, else after it. */
export function dropReasons(lines: readonly string[], log: readonly StepLog[]): readonly (string | null)[] {
  const known = lines.map((line) => dropReason(line, log))
  return known.map(
    (reason, index) =>
      reason ??
      known.slice(0, index).findLast((each) => each !== null) ??
      known.slice(index + 1).find((each) => each !== null) ??
      null,
  )
}
