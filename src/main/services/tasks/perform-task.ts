import { matchDecisions } from '../../../shared/review/match-decisions.ts'
import type { Lexicon } from '../../../shared/targets/lexicon.ts'
import { findNearest } from '../count-differing.ts'
import { unpackFiles } from '../unpack-files.ts'
import { createAnalyst } from './analyst.ts'
import { createSourceReader } from './source-reader.ts'
import type { Performer, RunOptions } from './task-runner.ts'
import { NEAREST_DEADLINE, type TaskInput, type TaskName, type TaskOutput } from './tasks.ts'

type Performers = {
  readonly [N in TaskName]: (
    input: TaskInput<N>,
    options: Pick<RunOptions, 'signal' | 'onProgress'>,
  ) => TaskOutput<N> | Promise<TaskOutput<N>>
}

function performersOf(lexicon: Lexicon): Performers {
  const analyst = createAnalyst(lexicon)
  return {
    read: createSourceReader(),
    unpack: ({ bytes, file }) => unpackFiles(bytes, file),
    inspect: (text) => analyst.inspect(text),
    nearest: ({ text, others, share }) => {
      const until = performance.now() + NEAREST_DEADLINE
      return findNearest(text, others, { share, isExpired: () => performance.now() > until })
    },
    delta: ({ left, right }) => analyst.delta(left, right),
    handled: ({ left, right, decisions }) => analyst.countHandled(left, right, decisions),
    targets: (columns) => analyst.targets(columns),
    'targets-file': async ({ titles, format, keys, ...columns }) => {
      const { writeMatrix } = await import('../../writers/write-matrix.ts')
      return writeMatrix({ ...analyst.targets(columns), ...columns, titles, format, keys })
    },
    export: async ({ left, right, decisions, ...rest }) => {
      const comparison = analyst.comparison(left, right)
      const matched = matchDecisions(comparison.rows, left.known.text, right.known.text, decisions)
      const rows = matched.flatMap((match, row) => (match ? [{ row, decision: match.decision }] : []))
      // The writers bring whole libraries with them, which a thread that only reads has no use for.
      const { writeExport } = await import('../../writers/write-export.ts')
      return writeExport({ ...rest, comparison, decisions: rows })
    },
  }
}

/** Does the tasks by their names, remembering the latest readings, analyses and comparisons. */
export function createPerformer(lexicon: Lexicon): Performer {
  const performers = performersOf(lexicon)
  return async (name, input, options) => {
    if (!Object.hasOwn(performers, name)) throw new Error(`there is no task ${name}`)
    const perform = performers[name as TaskName] as (input: unknown, options: object) => unknown
    return perform(input, options)
  }
}
