import { expect, test } from 'vitest'
import { AT, FIELDS, NO_TIMELINE, temporaryLibrary, version } from '../library.test-helper.ts'

const TEXT = Array.from(
  { length: 60 },
  (_, i) => `第${i}项：推进${String.fromCharCode(0x4e00 + i * 97)}片区建设，投资${i * 13}亿元。`,
).join('\n')

test('visible versions are found by what they have in common, the most alike first', async () => {
  const library = temporaryLibrary()
  const add = (id: string, text: string, documentId = 'd') =>
    library.versions.add({
      version: version(id, documentId, text),
      newDocument: id === documentId ? FIELDS : null,
      timeline: NO_TIMELINE,
    })
  await add('d', TEXT.slice(0, 900))
  await add('near', TEXT.replace('片区', '城区'), 'd')
  await add('e', '全然不同的一份文件，说的是别的事情，与片区建设没有关系。')
  const found = async () => (await library.alike.find(TEXT, 0.3, 5)).map(({ versionId }) => versionId)
  expect(await found()).toEqual(['near', 'd'])
  expect(await library.alike.find(TEXT, 0.3, 1)).toMatchObject([{ versionId: 'near' }])
  expect(await library.alike.find('', 0.3, 5)).toEqual([])

  const near = await library.versions.get('near')
  if (!near) throw new Error('no version')
  await library.versions.setRemoved(near, true, AT, NO_TIMELINE)
  expect(await found()).toEqual(['d'])
  await library.documents.setRemoved('d', true, AT)
  expect(await found()).toEqual([])
})
