import type { Handlers } from '../../shared/contract/contract.ts'
import type { Context } from './context.ts'
import { findInLibrary } from './search-library.ts'

/** Words in all versions at once, quick enough to follow the typing. */
export function searchService({ library }: Context): Pick<Handlers, 'search:find'> {
  return { 'search:find': ({ query, limit }) => findInLibrary(library.search, query, limit) }
}
