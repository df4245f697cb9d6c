import { type ParseArgsOptionsConfig, parseArgs } from 'node:util'
import { UsageError } from './io.ts'

/** Splits a command's words into `count` positionals and its options; throws UsageError when they do not fit. */
export function parseWords<T extends ParseArgsOptionsConfig>(args: readonly string[], count: number, options: T) {
  try {
    const { values, positionals } = parseArgs({ args: [...args], allowPositionals: true, options })
    if (positionals.length !== count) throw new UsageError(`需要 ${count} 个文件，得到 ${positionals.length} 个。`)
    return { values, positionals }
  } catch (error) {
    if (error instanceof UsageError) throw error
    throw new UsageError(`参数不对：${error instanceof Error ? error.message : String(error)}`)
  }
}

export const JSON_OPTION = { json: { type: 'boolean', default: false } } as const
