import { formatNumber } from './number-format.ts'
import { toNumber } from './styles.ts'
import { child, childrenOf, childValue, isOn, type XmlElement } from './xml-tree.ts'

interface Level {
  readonly start: number
  readonly format: string
  readonly text: string
  readonly suffix: string
  /** The level (1-based) after which this one restarts; 0 never, null the usual: after any level above. */
  readonly restart: number | null
  readonly legal: boolean
  /** The paragraph style bound to the level. */
  readonly style: string | null
}

interface NumberingInstance {
  readonly abstractId: string
  readonly levels: ReadonlyMap<number, Level>
  readonly startOverrides: ReadonlyMap<number, number>
}

/** Gives each list paragraph, in document order, the number that Word would print before it. */
export interface NumberingCounter {
  readonly next: (numberingId: string, level: number) => string
  /** The level that is bound to a paragraph style (17.9.23); null when none is. */
  readonly levelOfStyle: (numberingId: string, styleId: string) => number | null
}

/** For text that stands in no list. */
export const NO_NUMBERING: NumberingCounter = { next: () => '', levelOfStyle: () => null }

const MAX_LEVEL = 8

/** Reads word/numbering.xml (ECMA-376 Part 1, 17.9). Without the part no paragraph has a generated number. */
export function readNumbering(root: XmlElement | undefined): NumberingCounter {
  const numbering = child(root, 'numbering')
  const abstracts = readAbstracts(numbering)
  const instances = new Map<string, NumberingInstance>()
  for (const num of childrenOf(numbering, 'num')) {
    const id = num.attributes['numId']
    const abstractId = childValue(num, 'abstractNumId')
    if (id === undefined || abstractId === undefined) continue
    instances.set(id, readInstance(num, abstractId, abstracts))
  }
  return counterOf(instances)
}

function readAbstracts(numbering: XmlElement | undefined): ReadonlyMap<string, ReadonlyMap<number, Level>> {
  const abstracts = new Map<string, ReadonlyMap<number, Level>>()
  const linked = new Map<string, ReadonlyMap<number, Level>>()
  const links = new Map<string, string>()
  for (const abstract of childrenOf(numbering, 'abstractNum')) {
    const id = abstract.attributes['abstractNumId']
    if (id === undefined) continue
    const levels = readLevels(childrenOf(abstract, 'lvl'))
    abstracts.set(id, levels)
    const styleLink = childValue(abstract, 'styleLink')
    if (styleLink !== undefined) linked.set(styleLink, levels)
    const target = childValue(abstract, 'numStyleLink')
    if (target !== undefined) links.set(id, target)
  }
  for (const [id, target] of links) abstracts.set(id, linked.get(target) ?? new Map())
  return abstracts
}

function readInstance(
  num: XmlElement,
  abstractId: string,
  abstracts: ReadonlyMap<string, ReadonlyMap<number, Level>>,
): NumberingInstance {
  const overrides = childrenOf(num, 'lvlOverride')
  const levels = new Map(abstracts.get(abstractId) ?? [])
  const startOverrides = new Map<number, number>()
  for (const override of overrides) {
    const index = toNumber(override.attributes['ilvl'])
    if (index === null) continue
    for (const [, level] of readLevels(childrenOf(override, 'lvl'))) levels.set(index, level)
    const start = toNumber(childValue(override, 'startOverride'))
    if (start !== null) startOverrides.set(index, start)
  }
  return { abstractId, levels, startOverrides }
}

function readLevels(elements: readonly XmlElement[]): Map<number, Level> {
  const levels = new Map<number, Level>()
  for (const element of elements) {
    const index = toNumber(element.attributes['ilvl'])
    if (index === null) continue
    levels.set(index, {
      start: toNumber(childValue(element, 'start')) ?? 0,
      format: childValue(element, 'numFmt') ?? 'decimal',
      text: childValue(element, 'lvlText') ?? '',
      suffix: childValue(element, 'suff') ?? 'tab',
      restart: toNumber(childValue(element, 'lvlRestart')),
      legal: isOn(element, 'isLgl'),
      style: childValue(element, 'pStyle') ?? null,
    })
  }
  return levels
}

/** Counts are kept for each abstract list: instances of one list continue each other until one states its own start. */
function counterOf(instances: ReadonlyMap<string, NumberingInstance>): NumberingCounter {
  const counts = new Map<string, (number | undefined)[]>()
  const started = new Set<string>()
  return {
    next: (numberingId, level) => {
      const instance = instances.get(numberingId)
      const definition = instance?.levels.get(level)
      if (instance === undefined || definition === undefined || level < 0 || level > MAX_LEVEL) return ''
      const count = counts.get(instance.abstractId) ?? []
      counts.set(instance.abstractId, count)
      const key = `${numberingId}/${level}`
      const override = instance.startOverrides.get(level)
      // An instance that states its own start begins there when it is first met and whenever the level restarts (17.9.26).
      const before = override !== undefined && !started.has(key) ? undefined : count[level]
      started.add(key)
      count[level] = before === undefined ? (override ?? definition.start) : before + 1
      restartBelow(count, level, instance.levels)
      return printLabel(definition, count, instance.levels)
    },
    levelOfStyle: (numberingId, styleId) => {
      for (const [level, { style }] of instances.get(numberingId)?.levels ?? []) if (style === styleId) return level
      return null
    },
  }
}

function restartBelow(count: (number | undefined)[], level: number, levels: ReadonlyMap<number, Level>): void {
  for (let below = level + 1; below <= MAX_LEVEL; below += 1) {
    const restart = levels.get(below)?.restart ?? null
    if (restart === null || (restart > 0 && level < restart)) count[below] = undefined
  }
}

function printLabel(
  definition: Level,
  count: readonly (number | undefined)[],
  levels: ReadonlyMap<number, Level>,
): string {
  if (definition.format === 'bullet') return bulletOf(definition.text)
  const text = definition.text.replace(/%([1-9])/g, (_, digit: string) => {
    const index = Number(digit) - 1
    const level = levels.get(index)
    const format = definition.legal ? 'decimal' : (level?.format ?? 'decimal')
    return formatNumber(count[index] ?? level?.start ?? 1, format)
  })
  return text.trim() === '' ? '' : withSuffix(text.trimEnd(), definition.suffix)
}

/** Bullets of symbol fonts stand in the private use area; they print as a dot. */
function bulletOf(text: string): string {
  const sign = text.trim()
  if (sign === '') return ''
  return /[\ue000-\uf8ff]/.test(sign) ? '•' : sign
}

/** Word sets a tab or blank after the number; after 、） ① and the like Chinese text has none, after 第一章 or 1.1 it has one blank. */
function withSuffix(label: string, suffix: string): string {
  return suffix === 'nothing' || /[、，．.：:）)〕】—①-⒛㉑-㉟㊀-㊿]$/.test(label) ? label : `${label} `
}
