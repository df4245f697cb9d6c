import * as fc from 'fast-check'
import { parseOutline } from '../../outline/parse.ts'
import type { PolicyField } from '../topics/policy-fields.ts'
import type { DiffSide } from '../units/unit.ts'

const MATTERS =
  '粮食总产量 城镇污水处理率 规模以上工业增加值 农村自来水普及率 普惠性幼儿园学位 千人口执业医师数 高标准农田面积 数字经济核心产业增加值 森林覆盖率 单位能耗 居民人均可支配收入 养老床位 新型研发机构 国家级孵化器 跨境电商进出口额 公共图书馆藏书量'.split(
    ' ',
  )
const DEEDS = '达到 提高到 增加到 控制在 稳定在 力争达到 突破 不低于'.split(' ')
const UNITS = '万吨 % 亿元 个 公里 万亩 人 张'.split(' ')
const LEADS =
  '坚持以人民为中心，|统筹发展和安全，|深入推进改革，|强化要素保障，|加快补齐短板，|因地制宜、分类指导，|围绕群众急难愁盼，|压实属地责任，'.split(
    '|',
  )
const WORKS =
  '实施老旧小区改造工程|推进县域医共体建设|完善农村公路管护机制|培育专精特新企业|健全基层应急体系|建设智慧水利平台|推动文旅深度融合|落实河湖长制|优化营商环境|扩大保障性住房供给'.split(
    '|',
  )
const HEADS = '夯实农业基础 壮大实体经济 改善民生福祉 推进绿色转型 深化重点改革 守牢安全底线 保障措施 主要目标'.split(
  ' ',
)
const ORDINALS = '一二三四五六七八九十'

function pick<T>(list: readonly T[], n: number): T {
  return list[Math.abs(n) % list.length] as T
}

/** A sentence in the style of official documents; the same number gives the same sentence. */
export function sentence(n: number): string {
  const work = pick(WORKS, n >> 3)
  const value = (n * 7919) % 997
  const goal = `${pick(MATTERS, n)}${pick(DEEDS, n >> 2)}${n % 3 === 0 ? value / 10 : value}${pick(UNITS, n >> 1)}`
  return n % 4 === 0 ? `${pick(LEADS, n >> 4)}${work}，${goal}。` : n % 4 === 1 ? `${work}，${goal}以上。` : `${goal}。`
}

/** One line of a document: a heading, a numbered item, a table row or a paragraph of some sentences. */
function line(n: number): string {
  const kind = n % 16
  if (kind === 0) return `${pick(Array.from(ORDINALS), n >> 4)}、${pick(HEADS, n >> 4)}`
  if (kind === 1) return `（${pick(Array.from(ORDINALS), n >> 5)}）${pick(WORKS, n >> 4)}`
  if (kind === 2) return `${pick(MATTERS, n >> 4)}|${pick(UNITS, n >> 5)}|${n % 89}|${n % 97}|预期性`
  if (kind === 3) return `${((n >> 4) % 9) + 1}．${sentence(n)}`
  return Array.from({ length: 1 + (n % 3) }, (_, i) => sentence(n * 31 + i * 17)).join('')
}

/** Documents of up to some forty lines; many of them hold the same line twice. */
export const documents: fc.Arbitrary<string> = fc
  .array(fc.nat(400), { minLength: 0, maxLength: 40 })
  .map((numbers) => numbers.map(line).join('\n'))

/**
 * Plans for the same matters: sections under numbered headings, some with headings below. Two of them share few sentences, so
 * that next to all of them is compared by matter.
 */
export const plans: fc.Arbitrary<string> = fc
  .array(fc.tuple(fc.nat(400), fc.array(fc.nat(4000), { minLength: 1, maxLength: 5 })), { minLength: 1, maxLength: 9 })
  .map((sections) =>
    sections
      .flatMap(([head, numbers], at) => [
        heading(at, head),
        ...numbers.map((n) => (n % 5 === 0 ? subheading(n) : `${sentence(n)}${sentence(n * 17 + 3)}`)),
      ])
      .join('\n'),
  )

/** The words by which the plans speak of some fields of policy. */
export const FIELDS: readonly PolicyField[] = [
  { name: '农业', terms: ['粮食', '农田', '农业', '农村'] },
  { name: '医疗', terms: ['医师', '医共体'] },
  { name: '住房', terms: ['小区', '住房'] },
  { name: '水利', terms: ['水利', '河湖', '自来水'] },
]

function heading(at: number, n: number): string {
  return `${pick(Array.from(ORDINALS), at)}、${pick(HEADS, n)}${n % 3 === 0 ? `和${pick(WORKS, n >> 2).slice(2)}` : ''}`
}

function subheading(n: number): string {
  return `（${pick(Array.from(ORDINALS), n >> 3)}）${pick(WORKS, n >> 2)}`
}

export const EDIT_KINDS = [
  'type',
  'erase',
  'figure',
  'split',
  'join',
  'paste',
  'insert',
  'move',
  'strike',
  'strike-section',
  'blank',
  'rename-heading',
  'strike-heading',
  'put-heading',
  'put-subheading',
] as const

/** One edit a person makes, with places as shares of the text: what it does depends on the text it is applied to. */
export interface EditStep {
  readonly kind: (typeof EDIT_KINDS)[number]
  readonly at: number
  readonly to: number
  readonly n: number
}

const share = fc.integer({ min: 0, max: 9999 }).map((n) => n / 10_000)
export const editSteps: fc.Arbitrary<EditStep> = fc.record({
  kind: fc.constantFrom(...EDIT_KINDS),
  at: share,
  to: share,
  n: fc.nat(4000),
})

const TYPED = '的了加快推进3%，。；亿元第十条（二）、力争\u3000 𠮷e'

/** The text after one edit. */
export function applyStep(text: string, { kind, at, to, n }: EditStep): string {
  const lines = text.split('\n')
  const i = Math.floor(at * lines.length)
  const j = Math.floor(to * lines.length)
  const own = lines[i] ?? ''
  const place = Math.floor(to * (own.length + 1))
  const withLine = (...replaced: string[]): string =>
    [...lines.slice(0, i), ...replaced, ...lines.slice(i + 1)].join('\n')
  switch (kind) {
    case 'type':
      return withLine(own.slice(0, place) + pick(Array.from(TYPED), n) + own.slice(place))
    case 'erase':
      return withLine(own.slice(0, place) + own.slice(place + 1 + (n % 4)))
    case 'figure':
      return withLine(own.replace(/\d+/, String(n)))
    case 'split':
      return withLine(own.slice(0, place), own.slice(place))
    case 'join':
      return [...lines.slice(0, i), own + (lines[i + 1] ?? ''), ...lines.slice(i + 2)].join('\n')
    case 'paste':
      return withLine(own, ...lines.slice(j, j + 1 + (n % 5)))
    case 'insert':
      return withLine(own, line(n))
    case 'move': {
      const rest = [...lines.slice(0, i), ...lines.slice(i + 1)]
      return [...rest.slice(0, j), own, ...rest.slice(j)].join('\n')
    }
    case 'strike':
      return [...lines.slice(0, i), ...lines.slice(i + 1)].join('\n')
    case 'strike-section':
      return [...lines.slice(0, i), ...lines.slice(i + 1 + (n % 8))].join('\n')
    case 'blank':
      return withLine(own, '')
    case 'rename-heading':
      return withHeading(lines, at, (line) => [`${line.slice(0, 2)}${pick(WORKS, n)}`])
    case 'strike-heading':
      return withHeading(lines, at, () => [])
    case 'put-heading':
      return withLine(heading(n, n >> 3), own)
    case 'put-subheading':
      return withLine(subheading(n), own)
  }
}

/** The text with other lines in place of one of its numbered headings. */
function withHeading(lines: readonly string[], at: number, change: (line: string) => string[]): string {
  const headings = lines.flatMap((line, i) => (/^[一二三四五六七八九十]、/.test(line) ? [i] : []))
  const chosen = headings[Math.floor(at * headings.length)]
  return lines.flatMap((line, i) => (i === chosen ? change(line) : [line])).join('\n')
}

/** A text as one side of a comparison, with the blocks that the outline reads in it. */
export function outlined(text: string): DiffSide {
  return { text, blocks: parseOutline(text) }
}
