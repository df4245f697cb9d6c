import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { DuigaoError } from '../../shared/contract/errors.ts'
import { readDocument } from './read-document.ts'

const corpus = process.env['DUIGAO_CORPUS'] ?? ''
const read = (path: string) => readDocument(new Uint8Array(readFileSync(join(corpus, path))), path)
const list = (folder: string, pattern: RegExp) =>
  readdirSync(join(corpus, folder))
    .filter((name) => pattern.test(name))
    .map((name) => join(folder, name))
const compact = (text: string) => text.replace(/\s/g, '')

describe.skipIf(corpus === '')('the seed', () => {
  it('comes out as a person would type it', async () => {
    const document = await read('seed/yongkang-2021-report-excerpt.txt')
    const expected = readFileSync(join(corpus, 'seed/expected-blocks.txt'), 'utf8').trimEnd().split('\n')
    expect(document.text.split('\n').map(compact)).toEqual(expected.map(compact))
    expect(document.text).not.toMatch(/[\u4e00-\u9fff，。、；：] [\u4e00-\u9fff，。、；：]/)
    expect(document.log.accounted).toBe(true)
    const [warning] = document.warnings
    expect(warning?.code).toBe('truncated')
    expect(document.text.slice(warning?.start, warning?.end)).toBe('（下转 4 版）')
  })
})

describe.skipIf(corpus === '')('the texts of the corpus', () => {
  const refused = /cid|layout/
  const files =
    corpus === ''
      ? []
      : [
          ...['local', 'reports', 'plans', 'messy'].flatMap((folder) => list(folder, /\.txt$/)),
          ...list('pairs', /./).flatMap((pair) => [join(pair, 'before.txt'), join(pair, 'after.txt')]),
          ...list('files', /\.docx$/),
        ]

  it.each(files.filter((file) => !refused.test(file)))('%s loses no character', async (file) => {
    const { log, text, blocks, warnings } = await read(file)
    expect(log.accounted).toBe(true)
    expect(log.characters.in).toBe(log.characters.out + log.characters.dropped)
    expect(warnings.map((warning) => warning.code)).not.toContain('unaccounted')
    expect(blocks.map((block) => text.slice(block.start, block.end)).join('\n')).toBe(text)
  })

  it.each(files.filter((file) => refused.test(file)))('%s is refused as text without characters', async (file) => {
    const error: unknown = await read(file).catch((caught: unknown) => caught)
    expect(error).toBeInstanceOf(DuigaoError)
    expect((error as DuigaoError).code).toBe('file-no-text')
  })
})
