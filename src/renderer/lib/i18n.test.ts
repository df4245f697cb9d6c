import { describe, expect, test } from 'vitest'
import { ERROR_CODES } from '../../shared/contract/errors.ts'
import { ALL_STEPS } from '../../shared/text/clean.ts'
import { NAMESPACES, resources } from './i18n.ts'

type Tree = { readonly [key: string]: string | Tree }

/** Every key with its words; plural forms count as one key. */
function flatten(tree: Tree, prefix = ''): [string, string][] {
  return Object.entries(tree).flatMap(([key, value]): [string, string][] => {
    const path = prefix + key
    return typeof value === 'string' ? [[path, value]] : flatten(value, `${path}.`)
  })
}

const bare = (key: string) => key.replace(/_(?:one|other)$/, '')
const placeholders = (words: string) => [...new Set(words.match(/\{\{\w+\}\}/g) ?? [])].sort().join(' ')

describe.each(NAMESPACES)('%s', (namespace) => {
  const chinese = flatten(resources['zh-CN'][namespace])
  const english = flatten(resources.en[namespace])

  test('both languages have the same keys', () => {
    const keys = (entries: [string, string][]) => [...new Set(entries.map(([key]) => bare(key)))].sort()
    expect(keys(english)).toEqual(keys(chinese))
  })

  test('no words are missing, and both languages fill in the same figures', () => {
    expect([...chinese, ...english].filter(([, words]) => words.trim() === '')).toEqual([])
    const filled = new Map(chinese.map(([key, words]) => [bare(key), placeholders(words)]))
    // A count chooses the English plural; Chinese may leave it out where the number stands beside the words.
    const other = english.filter(([key, words]) => filled.get(bare(key)) !== placeholders(words))
    expect(other).toEqual([])
  })
})

test('every error has words of its own', () => {
  expect(ERROR_CODES.filter((code) => !(code in resources['zh-CN'].errors))).toEqual([])
})

test('every cleaning step has a name', () => {
  expect(ALL_STEPS.filter((code) => !(code in resources['zh-CN'].import.step))).toEqual([])
})
