import { resolve } from 'node:path'
import { EXPORT_KINDS, EXPORT_SCOPES } from '../../shared/contract/schemas.ts'
import { writeFileSafely } from '../services/write-file-safely.ts'
import { writeExport } from '../writers/write-export.ts'
import { parseWords } from './arguments.ts'
import { compareInputs } from './compare-command.ts'
import { type Command, UsageError } from './io.ts'

function oneOf<T extends string>(choices: readonly T[], value: string | undefined, option: string): T {
  const found = choices.find((choice) => choice === value)
  if (found === undefined) throw new UsageError(`--${option} 须是 ${choices.join('、')} 之一。`)
  return found
}

export const exportCommand: Command = {
  async run(args, io) {
    const { values, positionals } = parseWords(args, 2, {
      as: { type: 'string' },
      out: { type: 'string' },
      scope: { type: 'string', default: 'all' },
    })
    const kind = oneOf(EXPORT_KINDS, values.as, 'as')
    const scope = oneOf(EXPORT_SCOPES, values.scope, 'scope')
    if (!values.out) throw new UsageError('请用 --out 写明输出文件。')
    const [leftFile = '', rightFile = ''] = positionals
    const { comparison } = await compareInputs(leftFile, rightFile, io)
    const { bytes } = await writeExport({
      comparison,
      leftTitle: comparison.left.title,
      rightTitle: comparison.right.title,
      kind,
      scope,
      decisions: [],
      annotations: [],
      exportedAt: new Date().toISOString(),
    })
    await writeFileSafely(resolve(io.directory, values.out), bytes)
    io.err(`已写入 ${values.out}\n`)
  },
}
