import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { decodeWire, encodeWire } from './wire.ts'

const utf8 = (text: string) => new TextEncoder().encode(text)
const text = (bytes: Uint8Array) => new TextDecoder('utf-8', { fatal: true }).decode(bytes)
const roundTrip = (value: unknown) => decodeWire(encodeWire(value, utf8), text)

describe('wire', () => {
  it('carries bytes beside text, however deep they stand', () => {
    const value = { name: '规划.docx', bytes: Uint8Array.of(0, 255, 10), list: [{ part: Uint8Array.of(7) }, '草案'] }
    expect(roundTrip(value)).toEqual(value)
  })

  it('carries a message that is nothing but bytes', () => {
    expect(roundTrip(Uint8Array.of(1, 2, 3))).toEqual(Uint8Array.of(1, 2, 3))
  })

  it('gives plain bytes of their own out of a Buffer', () => {
    const message = Buffer.from(encodeWire({ bytes: Uint8Array.of(1) }, utf8))
    const { bytes } = decodeWire(message, text) as { bytes: Uint8Array }
    expect([bytes.constructor.name, bytes.buffer.byteLength]).toEqual(['Uint8Array', 1])
  })

  it('gives back any JSON value with bytes in it', () => {
    const bytes = fc.uint8Array()
    const { tree } = fc.letrec<{ tree: unknown }>((tie) => ({
      tree: fc.oneof(
        { maxDepth: 4 },
        bytes,
        fc.string({ unit: 'grapheme' }),
        fc.integer(),
        fc.constant(null),
        fc.boolean(),
        fc.array(tie('tree')),
        fc
          .dictionary(fc.string(), tie('tree'), { noNullPrototype: true })
          .filter((d) => !Object.hasOwn(d, '__proto__')),
      ),
    }))
    fc.assert(
      fc.property(tree, (value) => {
        expect(roundTrip(value)).toEqual(value)
      }),
    )
  })

  it.each([
    ['an empty message', new Uint8Array()],
    ['a length beyond the end', Uint8Array.of(0, 0, 0, 9, 123, 125)],
    ['no envelope', Uint8Array.of(0, 0, 0, 1, 49)],
    ['trailing bytes', Uint8Array.of(...encodeWire({ a: 1 }, utf8), 0)],
  ])('refuses %s', (_name, message) => {
    expect(() => decodeWire(message, text)).toThrow()
  })

  it('refuses a path to what is not an own field', () => {
    const json = utf8(JSON.stringify({ value: {}, bytes: [{ path: ['__proto__', 'polluted'], length: 1 }] }))
    const message = new Uint8Array(4 + json.byteLength + 1)
    new DataView(message.buffer).setUint32(0, json.byteLength)
    message.set(json, 4)
    expect(() => decodeWire(message, text)).toThrow('leads nowhere')
    expect(Object.hasOwn(Object.prototype, 'polluted')).toBe(false)
  })
})
