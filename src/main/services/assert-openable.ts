import { DuigaoError } from '../../shared/contract/errors.ts'
import { MAX_FILE_BYTES } from '../../shared/text/limits.ts'

/** Throws `file-too-large` for a file that is not worth opening; its size is known before its bytes are. */
export function assertOpenable(file: string, size: number): void {
  if (size <= MAX_FILE_BYTES) return
  throw new DuigaoError({
    code: 'file-too-large',
    message: `“${file}”有 ${Math.ceil(size / 1048576)} MB，超过 ${MAX_FILE_BYTES / 1048576} MB 的上限。请拆分后再试。`,
    file,
    detail: { size, limit: MAX_FILE_BYTES },
  })
}
