import { DuigaoError, type ErrorReply } from '../../../shared/contract/errors.ts'
import { readErrors } from '../../readers/read-errors.ts'
import { TaskFailure } from './task-failure.ts'
import type { TaskName } from './tasks.ts'

/** What the task was held to, for the message. */
interface Limits {
  readonly seconds: number
  readonly megabytes: number
}

/** A reader that hung, ran out of memory, or fell over something nobody thought of: the file's matter, told with its name. */
function readError(file: string, failure: TaskFailure, { seconds, megabytes }: Limits): ErrorReply {
  const advice = '请另存为 .docx 或 .txt，删去图片或分成几个文件后再导入。'
  switch (failure.reason) {
    case 'timeout':
      return {
        code: 'read-timeout',
        message: `读取“${file}”超过 ${seconds} 秒，已经停止，没有导入任何内容。${advice}`,
        file,
        detail: { seconds },
      }
    case 'memory':
      return {
        code: 'file-too-large',
        message: `读取“${file}”用尽了内存（上限 ${megabytes} MB），已经停止，没有导入任何内容。${advice}`,
        file,
        detail: { limit: megabytes },
      }
    default:
      return { code: 'internal', message: `读取“${file}”时程序出错，没有导入任何内容。${advice}`, file }
  }
}

/** Tasks that are about one file. */
type FileTask = 'read' | 'unpack'

const WORK: Readonly<Record<Exclude<TaskName, FileTask>, string>> = {
  inspect: '检查正文',
  nearest: '查找相近的文稿',
  delta: '比对两个版本',
  handled: '比对两个版本',
  targets: '列出指标',
  'targets-file': '导出指标对照表',
  export: '比对并生成导出文件',
}

function workError(
  name: Exclude<TaskName, FileTask>,
  failure: TaskFailure,
  { seconds, megabytes }: Limits,
): ErrorReply {
  const work = WORK[name]
  switch (failure.reason) {
    case 'cancelled':
      return { code: 'cancelled', message: `${work}已取消，没有改动任何内容。` }
    case 'timeout':
      return {
        code: 'read-timeout',
        message: `${work}超过 ${seconds} 秒，已经停止，没有改动任何内容。正文太长，请拆分后再试。`,
        detail: { seconds },
      }
    case 'memory':
      return {
        code: 'file-too-large',
        message: `${work}用尽了内存（上限 ${megabytes} MB），已经停止，没有改动任何内容。正文太长，请拆分后再试。`,
        detail: { limit: megabytes },
      }
    default:
      return { code: 'internal', message: `${work}时程序出错，没有改动任何内容。请再试一次。` }
  }
}

/**
 * What a task ended with, as the user is told it. `file` is set for a reading and an unpacking. What a reader throws unforeseen is an error of
 * that file, so that the others go on; elsewhere it stays as it is, for the shell's log.
 */
export function taskError(error: unknown, name: TaskName, file: string | null, limits: Limits): unknown {
  if (error instanceof DuigaoError) return error
  if (name !== 'read' && name !== 'unpack')
    return error instanceof TaskFailure ? new DuigaoError(workError(name, error, limits), error) : error
  const failure = error instanceof TaskFailure ? error : new TaskFailure('crashed', error)
  if (failure.reason === 'cancelled') return readErrors.cancelled(file ?? '')
  return new DuigaoError(readError(file ?? '', failure, limits), failure)
}
