import type { Handlers } from '../../shared/contract/contract.ts'
import { baselines } from '../../shared/contract/schemas.ts'
import type { Context } from './context.ts'
import { getDocument } from './lookup.ts'

/** Under which a document's choice stands among the settings of the library. */
const nameOf = (documentId: string) => `baselines:${documentId}`

/** What a document is held against belongs to the document: the choice outlives sealing, and goes along with the library. */
export function baselineService(context: Context): Pick<Handlers, 'baselines:get' | 'baselines:set'> {
  const { settings } = context.library
  return {
    'baselines:get': async ({ documentId }) => {
      const chosen = baselines.safeParse((await settings.all())[nameOf(documentId)])
      return { versionIds: chosen.success ? chosen.data : null }
    },
    'baselines:set': async ({ documentId, versionIds }) => {
      await getDocument(context, documentId)
      const unique = versionIds && [...new Set(versionIds)]
      await settings.put({ [nameOf(documentId)]: unique }, context.now())
      return {}
    },
  }
}
