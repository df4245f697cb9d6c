import { expect, it } from 'vitest'
import { fuzz } from './fuzz.test-helper.ts'
import { fuzzSubjects } from './fuzz-subjects.test-helper.ts'

const PATIENCE = 180_000

it.each(fuzzSubjects())(
  '$name: damaged files end in text or in an error that says why',
  async ({ read, files }) => {
    const { failures, texts, errors } = await fuzz(read, files, { cases: 100, seed: 20_300, limit: 5000 })
    expect(failures).toEqual([])
    expect(texts + errors).toBe(100)
  },
  PATIENCE,
)
