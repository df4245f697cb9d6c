import { DuigaoError } from '../../shared/contract/errors.ts'

/** The errors a reader may end with. Each message names the file, the reason and what to do. */
export const readErrors = {
  empty: (file: string) =>
    new DuigaoError({
      code: 'file-empty',
      file,
      message: `“${file}”是空文件，没有可以导入的文字。请检查文件是否已保存完整。`,
    }),

  tooLarge: (file: string, limit: string) =>
    new DuigaoError({
      code: 'file-too-large',
      file,
      detail: { limit },
      message: `“${file}”太大，超过上限（${limit}）。请删去图片或分成几个文件后再导入。`,
    }),

  notText: (file: string, found: string) =>
    new DuigaoError({
      code: 'file-not-text',
      file,
      detail: { found },
      message: `“${file}”不是文本文件（内容是${found}）。请选择原始的文字文件，或复制正文后用粘贴导入。`,
    }),

  damaged: (file: string, reason: string, cause?: unknown) =>
    new DuigaoError(
      {
        code: 'file-damaged',
        file,
        detail: { reason },
        message: `“${file}”已损坏，无法读取（${reason}）。请用 Word 或 WPS 打开后另存，再重新导入。`,
      },
      cause,
    ),

  unsupported: (file: string, found: string) =>
    new DuigaoError({
      code: 'file-unsupported',
      file,
      detail: { found },
      message: `“${file}”是${found}，目前不能直接导入。请另存为 .docx 或 .txt 后再导入。`,
    }),

  noText: (file: string, found: string) =>
    new DuigaoError({
      code: 'file-no-text',
      file,
      detail: { found },
      message: `“${file}”里没有可用的文字（内容是${found}），多半是扫描件或用特殊字体转换的 PDF。请找 Word 原稿，或先做文字识别（OCR）再导入。`,
    }),

  encrypted: (file: string) =>
    new DuigaoError({
      code: 'file-encrypted',
      file,
      message: `“${file}”设有密码，无法读取。请在 Word 或 WPS 中取消密码、另存后再导入。`,
    }),

  cancelled: (file: string) =>
    new DuigaoError({ code: 'cancelled', file, message: `已取消读取“${file}”，没有导入任何内容。` }),

  noSheet: (file: string, sheet: string) =>
    new DuigaoError({
      code: 'bad-request',
      file,
      detail: { sheet },
      message: `“${file}”里没有名为“${sheet}”的工作表。请重新选择工作表。`,
    }),

  noRange: (file: string, range: string) =>
    new DuigaoError({
      code: 'bad-request',
      file,
      detail: { range },
      message: `“${range}”不是单元格区域，没有读取“${file}”。请写成 B2:F20 的样子。`,
    }),
}
