import type { Database } from 'better-sqlite3'
import { closeLibrary, type OpenOptions, openLibrary } from './open-library.ts'
import { type AlikeRepo, createAlikeRepo } from './repositories/alike-repo.ts'
import { type CorrectionRepo, createCorrectionRepo } from './repositories/correction-repo.ts'
import { createDocumentRepo, type DocumentRepo } from './repositories/document-repo.ts'
import { createDraftRepo, type DraftRepo } from './repositories/draft-repo.ts'
import { createLexiconRepo, type LexiconRepo, type OwnEntry, readOwnEntries } from './repositories/lexicon-repo.ts'
import { createRemarkRepo, type RemarkRepo } from './repositories/remark-repo.ts'
import { createReviewRepo, type ReviewRepo } from './repositories/review-repo.ts'
import { createSearchRepo, type SearchRepo } from './repositories/search-repo.ts'
import { createSettingRepo, type SettingRepo } from './repositories/setting-repo.ts'
import { createVersionRepo, type VersionRepo } from './repositories/version-repo.ts'

/** All that services know of the store: asynchronous functions that name no SQL. */
export interface Library {
  readonly path: string
  /** The copy made before an older library was brought up to date, or null. */
  readonly backup: string | null
  readonly documents: DocumentRepo
  readonly versions: VersionRepo
  readonly drafts: DraftRepo
  readonly reviews: ReviewRepo
  readonly remarks: RemarkRepo
  readonly corrections: CorrectionRepo
  readonly lexicon: LexiconRepo
  /** The user's part of the lexicon as the library was opened: nothing can be read without it. */
  readonly ownLexicon: readonly OwnEntry[]
  readonly settings: SettingRepo
  readonly search: SearchRepo
  readonly alike: AlikeRepo
  close(): void
}

function repositories(db: Database) {
  return {
    documents: createDocumentRepo(db),
    versions: createVersionRepo(db),
    drafts: createDraftRepo(db),
    reviews: createReviewRepo(db),
    remarks: createRemarkRepo(db),
    corrections: createCorrectionRepo(db),
    lexicon: createLexiconRepo(db),
    settings: createSettingRepo(db),
    search: createSearchRepo(db),
    alike: createAlikeRepo(db),
  }
}

/** Opens or makes the library at `path`; errors as `openLibrary`. */
export function createLibrary(path: string, options: OpenOptions): Library {
  const { db, backup } = openLibrary(path, options)
  return { path, backup, ownLexicon: readOwnEntries(db), ...repositories(db), close: () => closeLibrary(db) }
}
