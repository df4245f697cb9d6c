/** Files that systems leave in folders and nobody wants imported. */
const NOISE = /^(?:\.|~\$|Thumbs\.db$|desktop\.ini$)/i
/** A folder dropped by mistake must not read a whole disk. */
const MAX_FILES = 500

function readEntries(reader: FileSystemDirectoryReader): Promise<readonly FileSystemEntry[]> {
  return new Promise((resolve, reject) => reader.readEntries(resolve, reject))
}

function fileOf(entry: FileSystemFileEntry): Promise<File> {
  return new Promise((resolve, reject) => entry.file(resolve, reject))
}

async function collect(entry: FileSystemEntry, files: File[]): Promise<void> {
  if (NOISE.test(entry.name) || files.length >= MAX_FILES) return
  if (entry.isFile) {
    files.push(await fileOf(entry as FileSystemFileEntry))
    return
  }
  const reader = (entry as FileSystemDirectoryEntry).createReader()
  // A directory is handed over in portions of a hundred.
  for (let batch = await readEntries(reader); batch.length > 0; batch = await readEntries(reader)) {
    for (const child of [...batch].sort((a, b) => a.name.localeCompare(b.name, 'zh'))) await collect(child, files)
  }
}

/**
 * All files of a drop, those in dropped folders included, in order of name within a folder. System files are left out.
 * Must be called during the drop event: the browser forgets the entries afterwards.
 */
export async function readDroppedFiles(transfer: DataTransfer): Promise<readonly File[]> {
  const entries = [...transfer.items].map((item) => (item.kind === 'file' ? item.webkitGetAsEntry() : null))
  const plain = [...transfer.files]
  if (entries.every((entry) => entry === null)) return plain.slice(0, MAX_FILES)
  const files: File[] = []
  for (const entry of entries) if (entry) await collect(entry, files)
  return files
}
