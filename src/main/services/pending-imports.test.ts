import { expect, test } from 'vitest'
import { createPendingImports, type PendingImport } from './pending-imports.ts'

const item = (id: string, size: number) => ({ id, content: new Uint8Array(size) }) as PendingImport

test('what waits is never pushed out: the one too many is refused, by number and by bytes', () => {
  const pending = createPendingImports({ items: 2, bytes: 100 })
  pending.assertRoomFor('a.txt', 60)
  pending.put(item('a', 60))
  expect(() => pending.assertRoomFor('b.txt', 41)).toThrow('b.txt')
  pending.put(item('b', 1))
  expect(() => pending.assertRoomFor('c.txt', 1)).toThrow(expect.objectContaining({ code: 'file-too-large' }))
  pending.remove('a')
  pending.assertRoomFor('c.txt', 41)
  expect(pending.get('b').id).toBe('b')
  expect(() => pending.get('a')).toThrow(expect.objectContaining({ code: 'not-found' }))
})
