import { createHash } from 'node:crypto'
import Database from 'better-sqlite3'
import { inspectFile } from './inspect-file.ts'
import { classifyError } from './sqlite-errors.ts'

/** What a full check of a library found; sound when `problems` is empty. */
export interface LibraryCheck {
  readonly form: number
  readonly texts: number
  readonly sources: number
  /** For people: each names what is wrong and where. */
  readonly problems: readonly string[]
}

/** The form since which the search has its indexes of today. */
const SEARCHED_FORM = 7

const sha256 = (content: string | Buffer) => createHash('sha256').update(content).digest('hex')

function structureProblems(db: Database.Database): string[] {
  const rows = db.pragma('integrity_check(20)') as { integrity_check: string }[]
  const structure = rows.map((row) => row.integrity_check).filter((line) => line !== 'ok')
  const orphans = (db.pragma('foreign_key_check') as { table: string; rowid: number }[]).map(
    ({ table, rowid }) => `${table} 第 ${rowid} 行指向不存在的记录`,
  )
  return [...structure, ...orphans]
}

/** Texts that one of the two search indexes does not know: they hold nothing to compare with, so only what is missing can be told. */
function searchProblems(db: Database.Database): string[] {
  const missing = db
    .prepare<[], number>(
      `SELECT count(*) FROM version_text
       WHERE id NOT IN (SELECT rowid FROM version_search) OR id NOT IN (SELECT rowid FROM version_terms)`,
    )
    .pluck()
    .get()
  return missing ? [`${missing} 份正文不在搜索索引里`] : []
}

/** Compares content by content with its hash, holding one at a time. */
function hashProblems(db: Database.Database, table: string, column: string, noun: string) {
  const rows = db.prepare<[], { sha256: string; content: string | Buffer }>(
    `SELECT sha256, ${column} AS content FROM ${table}`,
  )
  const problems: string[] = []
  let count = 0
  for (const row of rows.iterate()) {
    count += 1
    if (sha256(row.content) !== row.sha256) problems.push(`${noun} ${row.sha256.slice(0, 12)}… 的内容与校验值不符`)
  }
  return { count, problems }
}

/**
 * Checks a library thoroughly: SQLite's own check (the search index included), references, and every text and source against
 * its hash. Brings nothing up to date. Throws `library-damaged` or `library-newer` where it cannot even be opened.
 */
export function verifyLibrary(path: string): LibraryCheck {
  const form = inspectFile(path)
  try {
    const db = new Database(path, { fileMustExist: true })
    try {
      const texts = hashProblems(db, 'version_text', 'text', '正文')
      const sources = hashProblems(db, 'source_content', 'content', '来源文件')
      const problems = [
        ...structureProblems(db),
        ...texts.problems,
        ...sources.problems,
        ...(form >= SEARCHED_FORM ? searchProblems(db) : []),
      ]
      return { form, texts: texts.count, sources: sources.count, problems }
    } finally {
      db.close()
    }
  } catch (error) {
    throw classifyError(error, path)
  }
}
