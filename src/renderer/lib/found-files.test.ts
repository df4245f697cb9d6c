import { expect, test } from 'vitest'
import { MAX_BATCH, sortFound } from './found-files.ts'

const found = (path: string) => {
  const cut = path.lastIndexOf('/')
  return { file: new File([], path.slice(cut + 1)), folder: cut < 0 ? '' : path.slice(0, cut) }
}
const sorted = (...paths: string[]) => {
  const { files, left } = sortFound(paths.map(found))
  return { files: files.map(({ file }) => file.name), left: left.map(({ name, reason }) => `${name} ${reason}`) }
}

test('pictures and films of a folder are left with the reason; system files are not even told of', () => {
  expect(sorted('历年/报告.docx', '历年/封面.JPG', '历年/.DS_Store', '历年/~$报告.docx', '历年/Thumbs.db')).toEqual({
    files: ['报告.docx'],
    left: ['封面.JPG kind'],
  })
})

test('a picture chosen by itself is tried: its reader says why it cannot be read', () => {
  expect(sorted('封面.jpg')).toEqual({ files: ['封面.jpg'], left: [] })
})

test('an unknown extension of a folder is tried too', () => {
  expect(sorted('历年/报告.et', '历年/说明')).toEqual({ files: ['报告.et', '说明'], left: [] })
})

test('what is beyond the limit of a batch is named, not lost', () => {
  const { files, left } = sortFound(Array.from({ length: MAX_BATCH + 2 }, (_, index) => found(`甲/${index}.txt`)))
  expect(files).toHaveLength(MAX_BATCH)
  expect(left).toEqual([
    { name: `${MAX_BATCH}.txt`, folder: '甲', reason: 'too-many' },
    { name: `${MAX_BATCH + 1}.txt`, folder: '甲', reason: 'too-many' },
  ])
})
