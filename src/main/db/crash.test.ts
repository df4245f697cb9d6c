import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import Database from 'better-sqlite3'
import { expect, onTestFinished, test } from 'vitest'
import { AT, FIELDS, NO_TIMELINE, temporaryFolder, version } from './library.test-helper.ts'
import { createLibrary } from './library.ts'
import { START, textAt } from './typing.test-helper.ts'

const WRITER = fileURLToPath(new URL('./typing-writer.test-helper.ts', import.meta.url))
const DRAFT = 'draft'

async function libraryWithDraft(path: string): Promise<void> {
  const library = createLibrary(path, { at: new Date(AT) })
  await library.versions.add({ version: version('v', 'd', START), newDocument: FIELDS, timeline: NO_TIMELINE })
  await library.drafts.open(DRAFT, 'v', 'd', AT)
  library.close()
}

/** Lets a process type until it has acknowledged so many saves, kills it there, and returns the last revision it printed. */
async function typeAndKill(path: string, saves: number): Promise<number> {
  const child: ChildProcess = spawn(process.execPath, [WRITER, path, DRAFT], { stdio: ['ignore', 'pipe', 'inherit'] })
  onTestFinished(() => void child.kill('SIGKILL'))
  let printed = ''
  let seen = 0
  child.stdout?.setEncoding('utf8').on('data', (chunk: string) => {
    printed += chunk
    seen += chunk.split('\n').length - 1
    if (seen >= saves) child.kill('SIGKILL')
  })
  const [, signal] = (await once(child, 'close')) as [number | null, string | null]
  expect(signal).toBe('SIGKILL')
  return Number(printed.split('\n').at(-2))
}

test('after kill -9 while typing, every acknowledged change is there', async () => {
  const path = join(temporaryFolder(), 'library.duigao')
  await libraryWithDraft(path)
  // The first kill falls before the journal is folded into a snapshot, the others after.
  for (const saves of [40, 230, 90]) {
    const acknowledged = await typeAndKill(path, saves)
    const library = createLibrary(path, { at: new Date(AT) })
    const draft = await library.drafts.get(DRAFT)
    const revision = draft?.revision ?? -1
    expect(revision).toBeGreaterThanOrEqual(acknowledged)
    // The one that was being written may have arrived without its acknowledgement, no more.
    expect(revision).toBeLessThanOrEqual(acknowledged + 1)
    const text = await library.drafts.text(DRAFT)
    expect(text === textAt(revision)).toBe(true)
    expect(draft?.characters).toBe(text.length)
    library.close()
  }
  const db = new Database(path, { readonly: true })
  expect(db.pragma('integrity_check', { simple: true })).toBe('ok')
  expect(db.prepare('SELECT snapshot_revision > 0 FROM draft').pluck().get()).toBe(1)
  db.close()
})
