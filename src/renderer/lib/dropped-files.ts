import { type FoundFile, type FoundFiles, isNoise, MAX_BATCH, MAX_LEFT, sortFound } from './found-files.ts'

function readEntries(reader: FileSystemDirectoryReader): Promise<readonly FileSystemEntry[]> {
  return new Promise((resolve, reject) => reader.readEntries(resolve, reject))
}

function fileOf(entry: FileSystemFileEntry): Promise<File> {
  return new Promise((resolve, reject) => entry.file(resolve, reject))
}

async function collect(entry: FileSystemEntry, folder: string, found: FoundFile[]): Promise<void> {
  if (isNoise(entry.name) || found.length >= MAX_BATCH + MAX_LEFT) return
  if (entry.isFile) {
    found.push({ file: await fileOf(entry as FileSystemFileEntry), folder })
    return
  }
  const own = folder === '' ? entry.name : `${folder}/${entry.name}`
  const reader = (entry as FileSystemDirectoryEntry).createReader()
  const children: FileSystemEntry[] = []
  // A directory is handed over in portions of a hundred.
  for (let batch = await readEntries(reader); batch.length > 0; batch = await readEntries(reader))
    children.push(...batch)
  for (const child of children.sort((a, b) => a.name.localeCompare(b.name, 'zh', { numeric: true })))
    await collect(child, own, found)
}

/**
 * All files of a drop, those in dropped folders included, in order of name within a folder. Must be called during the drop
 * event: the browser forgets the entries afterwards.
 */
export async function readDroppedFiles(transfer: DataTransfer): Promise<FoundFiles> {
  const entries = [...transfer.items].map((item) => (item.kind === 'file' ? item.webkitGetAsEntry() : null))
  const plain = [...transfer.files]
  if (entries.every((entry) => entry === null)) return sortFound(plain.map((file) => ({ file, folder: '' })))
  const found: FoundFile[] = []
  for (const entry of entries) if (entry) await collect(entry, '', found)
  return sortFound(found)
}
