/** Run as a process of its own and killed: types into a draft as fast as the disk allows, printing each acknowledged revision. */
import { createLibrary } from './library.ts'
import { changesOf, textAt } from './typing.test-helper.ts'

const [path = '', draftId = ''] = process.argv.slice(2)
const library = createLibrary(path, { at: new Date() })
const draft = await library.drafts.get(draftId)
if (!draft) throw new Error('no such draft')
let text = textAt(draft.revision)
for (let revision = draft.revision; ; revision += 1) {
  const { changes, after } = changesOf(text, revision)
  await library.drafts.save({ draftId, revision, changes, length: after.length, at: new Date().toISOString() })
  process.stdout.write(`${revision + 1}\n`)
  text = after
}
