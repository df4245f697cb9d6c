/** A kind of file that holds no plain text, told by its first bytes. */
export interface FileKind {
  readonly name: string
}

const SIGNATURES: readonly (readonly [FileKind, readonly number[]])[] = [
  [{ name: 'PNG 图片' }, [0x89, 0x50, 0x4e, 0x47]],
  [{ name: 'JPEG 图片' }, [0xff, 0xd8, 0xff]],
  [{ name: 'GIF 图片' }, [0x47, 0x49, 0x46, 0x38]],
  [{ name: 'TIFF 图片' }, [0x49, 0x49, 0x2a, 0x00]],
  [{ name: 'TIFF 图片' }, [0x4d, 0x4d, 0x00, 0x2a]],
  [{ name: 'WebP 图片或音视频' }, [0x52, 0x49, 0x46, 0x46]],
  [{ name: 'RTF 文档' }, [0x7b, 0x5c, 0x72, 0x74, 0x66]],
  [{ name: 'RAR 压缩包' }, [0x52, 0x61, 0x72, 0x21]],
  [{ name: '7z 压缩包' }, [0x37, 0x7a, 0xbc, 0xaf, 0x27, 0x1c]],
  [{ name: 'gzip 压缩包' }, [0x1f, 0x8b]],
  [{ name: '可执行程序' }, [0x4d, 0x5a, 0x90]],
  [{ name: '可执行程序' }, [0x7f, 0x45, 0x4c, 0x46]],
  [{ name: 'SQLite 数据库' }, [0x53, 0x51, 0x4c, 0x69, 0x74, 0x65]],
]
const OLE = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]
const ZIPS = [
  [0x50, 0x4b, 0x03, 0x04],
  [0x50, 0x4b, 0x05, 0x06],
]

const PDF = [0x25, 0x50, 0x44, 0x46, 0x2d]

/** What a file is by its first bytes: a shell that readers look into, a kind that is no text, or null (perhaps text). */
export function fileKind(bytes: Uint8Array): 'zip' | 'ole' | 'pdf' | FileKind | null {
  if (ZIPS.some((signature) => startsWith(bytes, signature))) return 'zip'
  if (startsWith(bytes, OLE)) return 'ole'
  if (startsWith(bytes, PDF)) return 'pdf'
  return SIGNATURES.find(([, signature]) => startsWith(bytes, signature))?.[0] ?? null
}

function startsWith(bytes: Uint8Array, signature: readonly number[]): boolean {
  return signature.every((byte, index) => bytes[index] === byte)
}
