import { leadingObject, stripHead } from '../head.ts'
import type { Measure } from '../target.ts'
import { readUnit } from '../units.ts'

/** What the first column says: the indicator, and what its figures measure. */
export interface RowName {
  readonly indicator: string
  /** A unit in brackets behind the name, 「粮食产量（万吨）」; empty otherwise. */
  readonly unit: string
  /** What the name says of the measure; null when it leaves it to the column. */
  readonly measure: Measure | null
  readonly direction: 'up' | 'down' | null
  /** 率, 比重, 强度: a share does not grow by percent. */
  readonly share: boolean
}

const LABEL = /^(?:[（(]?\d{1,2}[）).．、]|[#*△▲]|其中[：:]?|\d{1,2}(?=[\u4e00-\u9fff]))/
/** The mark of a footnote glued to the name: 拥有量1. */
const FOOTNOTE = /(?<=[\u4e00-\u9fff）])\d{1,2}$|[*＊※①-⑳]+$/
const UNIT_BEHIND = /[（(]([^（）()]{1,12})[）)]$/
const VERB_BEHIND = /(?:年均|累计|五年)*(增长|提高|提升|增加|降低|下降|减少|削减|缩小)(?:幅度)?$/
const NOUN_BEHIND = /(?:增速|增幅|涨幅|增长率|增长速度|降幅|降低率|下降率|减少率)$/
const SHARE = /(?:率|比重|占比|比例|强度|系数|指数|比值|密度|浓度|程度|之比)$/

/** Reads the name cell of a row. `isKnown` says whether the lexicon has a name as it stands. */
export function readRowName(cell: string, isKnown: (name: string) => boolean): RowName {
  const { text, unit } = splitUnit(cell.replace(LABEL, '').replace(FOOTNOTE, ''))
  if (text.endsWith('自然增长率')) return { indicator: text, unit, measure: 'level', direction: null, share: true }
  if (NOUN_BEHIND.test(text))
    return { indicator: text, unit, measure: 'growth', direction: /降|减/.test(text) ? 'down' : 'up', share: false }
  const verb = VERB_BEHIND.exec(text)
  if (verb !== null && verb.index >= 2) {
    const direction = /降|减|缩/.test(verb[1] ?? '') ? 'down' : 'up'
    return { indicator: text.slice(0, verb.index), unit, measure: 'growth', direction, share: false }
  }
  const object = isKnown(text) ? null : leadingObject(text, stripHead(text, 0, text.length))
  const indicator = object === null ? text : text.slice(object.start, object.end)
  const adds = object !== null || /新增|新建/.test(text)
  return { indicator, unit, measure: adds ? 'addition' : null, direction: null, share: SHARE.test(text) }
}

function splitUnit(text: string): { text: string; unit: string } {
  const behind = UNIT_BEHIND.exec(text)
  const unit = behind?.[1] ?? ''
  if (behind === null || !isUnit(unit)) return { text, unit: '' }
  return { text: text.slice(0, behind.index).replace(FOOTNOTE, ''), unit }
}

/** A unit as a table writes it: %, 万吨, 微克/立方米; not the 助理 of 执业（助理）医师. */
export function isUnit(text: string): boolean {
  if (text.includes('/') && text.length > 1) return true
  const read = readUnit(text, 0)
  return read !== null && read.end === text.length
}
