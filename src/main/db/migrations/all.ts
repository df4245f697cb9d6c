import { documents } from './0001-documents.ts'
import { drafts } from './0002-drafts.ts'
import { reviews } from './0003-reviews.ts'
import { settings } from './0004-settings.ts'
import { search } from './0005-search.ts'
import { counts } from './0006-counts.ts'
import { searchTerms } from './0007-search-terms.ts'
import { remarks } from './0008-remarks.ts'
import { sketches } from './0009-sketches.ts'
import { corrections } from './0010-corrections.ts'
import { lexicon } from './0011-lexicon.ts'
import type { Migration } from './migration.ts'

/** Append only; the version of each is one more than that of the one before. */
export const MIGRATIONS: readonly Migration[] = [
  documents,
  drafts,
  reviews,
  settings,
  search,
  counts,
  searchTerms,
  remarks,
  sketches,
  corrections,
  lexicon,
]

/** The form of the library that this program writes. */
export const LATEST_VERSION = MIGRATIONS.length
