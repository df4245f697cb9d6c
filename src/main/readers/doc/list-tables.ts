import { type NumberingCounter, readNumbering } from '../docx/numbering.ts'
import type { XmlElement } from '../docx/xml-tree.ts'
import type { Bytes } from '../ole/bytes.ts'
import { type Fib, PART } from './fib.ts'

/** Names of number formats in .docx by their number in .doc (MS-OSHARED 2.2.1.3, MSONFC). */
const FORMATS: Readonly<Record<number, string>> = {
  0: 'decimal',
  1: 'upperRoman',
  2: 'lowerRoman',
  3: 'upperLetter',
  4: 'lowerLetter',
  10: 'ideographDigital',
  11: 'japaneseCounting',
  14: 'decimalFullWidth',
  15: 'decimalHalfWidth',
  16: 'japaneseLegal',
  17: 'japaneseDigitalTenThousand',
  18: 'decimalEnclosedCircle',
  19: 'decimalFullWidth2',
  22: 'decimalZero',
  23: 'bullet',
  26: 'decimalEnclosedFullstop',
  27: 'decimalEnclosedParen',
  28: 'decimalEnclosedCircleChinese',
  29: 'ideographEnclosedCircle',
  30: 'ideographTraditional',
  31: 'ideographZodiac',
  33: 'taiwaneseCounting',
  34: 'ideographLegalTraditional',
  35: 'taiwaneseCountingThousand',
  36: 'taiwaneseDigital',
  37: 'chineseCounting',
  38: 'chineseLegalSimplified',
  39: 'chineseCountingThousand',
  40: 'ideographDigital',
  255: 'none',
}
const SUFFIXES = ['tab', 'space', 'nothing']
const LIST_SIZE = 28
const LEVEL_SIZE = 28
const OVERRIDE_SIZE = 16
const LEVELS = 9
const MAX_LISTS = 5000

/**
 * Reads the lists of a document (MS-DOC 2.9.131 LSTF, 2.9.149 LVL, 2.9.130 LFO) into the form in which .docx has them, so
 * that both count alike.
 */
export function readLists(fib: Fib): NumberingCounter {
  const lists = readAbstracts(fib)
  const instances = lists.length === 0 ? [] : readInstances(fib.part(PART.listOverrides))
  return readNumbering(element('', {}, [element('numbering', {}, [...lists, ...instances])]))
}

function readAbstracts(fib: Fib): XmlElement[] {
  const lists = fib.part(PART.lists)
  if (lists.length < 2) return []
  const count = Math.min(lists.u16(0), MAX_LISTS)
  const { start, length } = fib.place(PART.lists)
  // The levels follow the list table and are not counted in its length.
  let at = start + length
  return Array.from({ length: count }, (_, index) => {
    const place = 2 + index * LIST_SIZE
    const simple = (lists.u8(place + 26) & 1) !== 0
    const levels: XmlElement[] = []
    for (let level = 0; level < (simple ? 1 : LEVELS); level += 1) {
      const read = readLevel(fib.table, at, level)
      levels.push(read.level)
      at = read.end
    }
    return element('abstractNum', { abstractNumId: String(lists.i32(place)) }, levels)
  })
}

function readLevel(table: Bytes, at: number, index: number): { level: XmlElement; end: number } {
  const flags = table.u8(at + 5)
  const text = at + LEVEL_SIZE + table.u8(at + 24) + table.u8(at + 25)
  const units = table.u16(text)
  // Levels stand in the label as the control characters 0 to 8.
  const label = Array.from(table.text(text + 2, units))
    .map((sign) => (sign.charCodeAt(0) < LEVELS ? `%${sign.charCodeAt(0) + 1}` : sign))
    .join('')
  const level = element('lvl', { ilvl: String(index) }, [
    value('start', String(table.i32(at))),
    value('numFmt', FORMATS[table.u8(at + 4)] ?? 'decimal'),
    value('lvlText', label),
    value('suff', SUFFIXES[table.u8(at + 15)] ?? 'tab'),
    ...((flags & 4) === 0 ? [] : [value('isLgl', '1')]),
    ...((flags & 8) === 0 ? [] : [value('lvlRestart', String(table.u8(at + 26)))]),
  ])
  return { level, end: text + 2 + units * 2 }
}

function readInstances(overrides: Bytes): XmlElement[] {
  if (overrides.length < 4) return []
  const count = Math.min(overrides.u32(0), MAX_LISTS)
  let at = 4 + count * OVERRIDE_SIZE
  return Array.from({ length: count }, (_, index) => {
    const place = 4 + index * OVERRIDE_SIZE
    const children = [value('abstractNumId', String(overrides.i32(place)))]
    at += 4
    for (let i = 0; i < overrides.u8(place + 12) && at + 8 <= overrides.length; i += 1) {
      const flags = overrides.u32(at + 4)
      const level = String(flags & 0xf)
      const start = (flags & 0x10) === 0 ? [] : [value('startOverride', String(overrides.i32(at)))]
      at += 8
      if ((flags & 0x20) !== 0) {
        const read = readLevel(overrides, at, flags & 0xf)
        children.push(element('lvlOverride', { ilvl: level }, [...start, read.level]))
        at = read.end
      } else children.push(element('lvlOverride', { ilvl: level }, start))
    }
    return element('num', { numId: String(index + 1) }, children)
  })
}

function element(name: string, attributes: Readonly<Record<string, string>>, children: XmlElement[]): XmlElement {
  return { name, attributes, children }
}

function value(name: string, val: string): XmlElement {
  return element(name, { val }, [])
}
