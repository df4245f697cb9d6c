import { basename, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { DuigaoError } from '../../shared/contract/errors.ts'
import { backUp, initLibrary, searchLibrary, verify } from '../services/library-tools.ts'
import { type Command, type Io, UsageError } from './io.ts'
import { importBatch, listLibrary, type Outcome } from './library-import.ts'

interface Call {
  readonly path: string
  /** The words after the library's name. */
  readonly words: readonly string[]
  readonly json: boolean
  readonly limit: number
  readonly io: Io
}

function print({ io, json }: Call, object: object, lines: readonly string[]): void {
  io.out(json ? `${JSON.stringify({ schema: 1, ...object })}\n` : lines.map((line) => `${line}\n`).join(''))
}

/** The words after the library's name: exactly these, or at least one. */
function take({ words }: Call, ...names: readonly string[]): readonly string[] {
  if (words.length !== names.length) throw new UsageError(`需要：文库${names.map((name) => ` ${name}`).join('')}。`)
  return words
}

function describeOutcome(outcome: Outcome): string {
  if (outcome.outcome === 'skipped') return `跳过 ${outcome.file}：${outcome.reason}`
  if (outcome.outcome === 'failed') return `失败 ${outcome.file}：${outcome.message}`
  const { file, title, added, characters, comments, warnings } = outcome
  const facts = [added ? '新文件' : '新版本', `${characters} 字`, ...(comments > 0 ? [`批注 ${comments} 条`] : [])]
  return [`导入 ${file} → ${title}（${facts.join('，')}）`, ...warnings.map((warning) => `  提醒：${warning}`)].join(
    '\n',
  )
}

/** One object on the way out for scripts; for people a line each as it is done. Ends with an error when a file could not be read. */
async function runImport({ path, words, json, io }: Call): Promise<void> {
  if (words.length === 0) throw new UsageError('请写明要导入的文件、文件夹或压缩包。')
  const outcomes: Outcome[] = []
  await importBatch(path, words, io.directory, (outcome) => {
    outcomes.push(outcome)
    if (!json) io.out(`${describeOutcome(outcome)}\n`)
  })
  const of = <K extends Outcome['outcome']>(kind: K) =>
    outcomes
      .filter((each): each is Extract<Outcome, { outcome: K }> => each.outcome === kind)
      .map(({ outcome: _outcome, ...rest }) => rest)
  const [imported, skipped, failed] = [of('imported'), of('skipped'), of('failed')]
  if (json) io.out(`${JSON.stringify({ schema: 1, imported, skipped, failed })}\n`)
  else io.out(`共导入 ${imported.length} 个，跳过 ${skipped.length} 个，失败 ${failed.length} 个。\n`)
  if (failed.length === 0) return
  const names = failed.map(({ file }) => `“${file}”`).join('、')
  throw new DuigaoError({ code: 'file-damaged', message: `${failed.length} 个文件没有导入：${names}。原因见输出。` })
}

const ACTIONS: Readonly<Record<string, (call: Call) => Promise<void> | void>> = {
  init: (call) => {
    take(call)
    initLibrary(call.path, new Date())
    print(call, { library: basename(call.path) }, [`已新建文库 ${basename(call.path)}`])
  },
  import: runImport,
  list: async (call) => {
    take(call)
    const documents = await listLibrary(call.path)
    const lines = documents.flatMap(({ title, versions }) => [
      title,
      ...versions.map(
        ({ stage, date, characters, author }) =>
          `  ${stage ?? '——'}\t${date ?? '——'}\t${characters} 字${author === '' ? '' : `\t${author}`}`,
      ),
    ])
    print(call, { documents }, lines.length > 0 ? lines : ['文库是空的。'])
  },
  search: async (call) => {
    const [query = ''] = take(call, '词语')
    const hits = await searchLibrary(call.path, query, { at: new Date(), limit: call.limit })
    const lines = hits.map(({ title, count, context }) => `${title}\t${count} 处\t${context}`)
    print(call, { query, hits }, lines.length > 0 ? lines : ['没有找到。'])
  },
  backup: (call) => {
    const [target = ''] = take(call, '备份文件')
    backUp(call.path, resolve(call.io.directory, target))
    print(call, { backup: basename(target) }, [`已备份到 ${target}`])
  },
  verify: (call) => {
    take(call)
    const check = verify(call.path)
    const sound = check.problems.length === 0
    print(call, check, [
      `正文 ${check.texts} 份，来源文件 ${check.sources} 个${sound ? '，全部完好。' : ''}`,
      ...check.problems,
    ])
    if (sound) return
    const file = basename(call.path)
    throw new DuigaoError({
      code: 'library-damaged',
      message: `文库“${file}”有 ${check.problems.length} 处损坏，没有改动它。请从备份恢复。`,
      file,
    })
  },
}

function parse(args: readonly string[]) {
  try {
    const options = { json: { type: 'boolean', default: false }, limit: { type: 'string', default: '50' } } as const
    return parseArgs({ args: [...args], allowPositionals: true, options })
  } catch (error) {
    throw new UsageError(`参数不对：${error instanceof Error ? error.message : String(error)}`)
  }
}

/** `duigao library ACTION LIBRARY …`: a library file without the app. May run while the app has the library open. */
export const libraryCommand: Command = {
  async run(args, io) {
    const [name = '', ...rest] = args
    const action = Object.hasOwn(ACTIONS, name) ? ACTIONS[name] : undefined
    if (!action) throw new UsageError(`library 之后须是 ${Object.keys(ACTIONS).join('、')} 之一。`)
    const { values, positionals } = parse(rest)
    const [library, ...words] = positionals
    const limit = Number(values.limit)
    if (library === undefined) throw new UsageError('请写明文库文件。')
    if (!Number.isInteger(limit) || limit < 1) throw new UsageError('--limit 须是正整数。')
    await action({ path: resolve(io.directory, library), words, json: values.json, limit, io })
  },
}
