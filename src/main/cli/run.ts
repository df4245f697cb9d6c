import { DuigaoError, type ErrorCode } from '../../shared/contract/errors.ts'
import { EXPORT_KINDS } from '../../shared/contract/schemas.ts'
import { type Command, type Io, UsageError } from './io.ts'

interface Entry {
  readonly usage: string
  readonly summary: string
  /** Loaded when called for, so that `read` does not pay for the library. */
  readonly load: () => Promise<Command>
}

const COMMANDS: Readonly<Record<string, Entry>> = {
  read: {
    usage: 'duigao read 文件 [--sheet 工作表] [--range B2:F20] [--json]',
    summary: '读取并清理一个文件',
    load: async () => (await import('./read-command.ts')).readCommand,
  },
  targets: {
    usage: 'duigao targets 文件 [--json]',
    summary: '列出文件中的目标',
    load: async () => (await import('./targets-command.ts')).targetsCommand,
  },
  check: {
    usage: 'duigao check 文件 [--against 底本] [--json]',
    summary: '检查一个文件，列出发现；可对照另一份文件',
    load: async () => (await import('./check-command.ts')).checkCommand,
  },
  compare: {
    usage: 'duigao compare 底本 本稿 [--json]',
    summary: '比对两个文件',
    load: async () => (await import('./compare-command.ts')).compareCommand,
  },
  export: {
    usage: 'duigao export 底本 本稿 --as 种类 --out 文件 [--scope 范围]',
    summary: `导出比对结果（${EXPORT_KINDS.join('、')}）`,
    load: async () => (await import('./export-command.ts')).exportCommand,
  },
  library: {
    usage: 'duigao library init|import|list|search|backup|verify 文库 [文件|文件夹|压缩包…]',
    summary: '管理文库文件',
    load: async () => (await import('./library-command.ts')).libraryCommand,
  },
  serve: {
    usage: 'duigao serve [--library 文库]',
    summary: '启动浏览器外壳',
    load: async () => (await import('./serve-command.ts')).serveCommand,
  },
}

/** Exit codes of the public command line. */
const EXIT = { done: 0, internal: 1, usage: 2, unreadable: 3, unwritable: 4 } as const
const UNWRITABLE: ReadonlySet<ErrorCode> = new Set(['write-failed', 'disk-full'])

function help(): string {
  const lines = Object.values(COMMANDS).map((command) => `  ${command.usage.padEnd(62)}${command.summary}`)
  return `用法：duigao 命令 [参数]\n\n${lines.join('\n')}\n\n--json 在标准输出上打印一个 JSON 对象；- 表示从标准输入读取文本。\n`
}

function exitCodeOf(error: unknown): number {
  if (error instanceof UsageError) return EXIT.usage
  if (!(error instanceof DuigaoError) || error.code === 'internal') return EXIT.internal
  return UNWRITABLE.has(error.code) ? EXIT.unwritable : EXIT.unreadable
}

/** Runs one command line (without the program's name) and resolves to its exit code; never throws. */
export async function run(argv: readonly string[], io: Io): Promise<number> {
  const [name, ...args] = argv
  if (name === undefined || name === 'help' || name === '--help' || name === '-h') {
    io.out(help())
    return name === undefined ? EXIT.usage : EXIT.done
  }
  const command = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined
  if (!command) {
    io.err(`没有“${name}”这个命令。\n\n${help()}`)
    return EXIT.usage
  }
  try {
    await (await command.load()).run(args, io)
    return EXIT.done
  } catch (error) {
    const usage = error instanceof UsageError ? `\n用法：${command.usage}` : ''
    io.err(`${error instanceof Error ? error.message : String(error)}${usage}\n`)
    if (process.env.DUIGAO_DEBUG && error instanceof Error) io.err(`${error.stack}\n`)
    return exitCodeOf(error)
  }
}
