import { describe, expect, test } from 'vitest'
import { formatBytes, formatCount, formatDelta, formatShortDay } from './format.ts'

const THIN = '\u2009'

test('counts are grouped in threes by a thin space', () => {
  expect([0, 999, 4825, 52_402, 1_234_567].map(formatCount)).toEqual([
    '0',
    '999',
    `4${THIN}825`,
    `52${THIN}402`,
    `1${THIN}234${THIN}567`,
  ])
})

test('a difference carries its sign', () => {
  expect([1296, -84, 0].map(formatDelta)).toEqual([`＋1${THIN}296`, '−84', '±0'])
})

test('bytes are shown in the unit that keeps them short', () => {
  expect([830, 1_800, 1_840_000, 214_000_000, 3_200_000_000].map(formatBytes)).toEqual([
    '830 B',
    '1.8 kB',
    '1.8 MB',
    '214 MB',
    '3.2 GB',
  ])
})

describe('a short day', () => {
  const now = new Date('2025-11-07T10:00:00')
  const at = (local: string) => formatShortDay(new Date(local).toISOString(), now)

  test('is nothing today, month and day this year, year and month before', () => {
    expect([at('2025-11-07T00:05:00'), at('2025-10-28T12:00:00'), at('2021-03-09T12:00:00')]).toEqual([
      null,
      '10-28',
      '2021-03',
    ])
  })
})
