import type { Span } from './clauses.ts'
import { completeName } from './elliptic.ts'
import { leadingObject, stripHead } from './head.ts'
import { goesOnCounting } from './inherit.ts'
import { isCounted, isPartOf, type Place, type Read, trimName } from './place.ts'
import { splitNames } from './split-names.ts'
import { readTail } from './tail.ts'
import type { Measure } from './target.ts'
import { nameBefore, objectOf, topicOf } from './topic.ts'
import { GROWTH_NAMES } from './words/name-words.ts'

/** 减轻企业负担近2万亿元: the verb before the indicator makes the figure a change. */
const EASES = /^(?:全年|今年|预计|力争|再)*(?:减轻|降低|下调)/

/** Who does it, and no indicator: 各地可降至16%. */
const ACTORS = /^(?:全[国省市县区]|我[国省市县区]|各地区?|各级|各部门|各县市区?|地方|有条件的地方|我们|企业|政府)$/

/** [indicator][verb]number: 地区生产总值增长6%; without indicator it speaks of the one before. */
export function readPredicate(place: Place): Read | null {
  const { text, quantity, tail, carry } = place
  const span = baseOf(place) ?? { start: place.from, end: tail.start }
  const head = stripHead(text, span.start, span.end)
  const action = isCounted(quantity) && tail.growth === null ? leadingObject(text, head) : null
  const name = withoutVerb(text, trimName(text, action ?? head))
  const said = text.slice(name.start, name.end)
  const own = ACTORS.test(said) ? '' : said
  const indicator =
    own === ''
      ? leftOf(place) || (carry?.indicator ?? (sameChange(place) || topicOf(place)))
      : completeName(own, carry?.indicator)
  if (indicator === '') return null
  const group = own === '' ? (carry?.group ?? indicator) : own
  const names = namesOf(place, own, group)
  // 新增规上工业企业不少于8家: the verb says what is done, the bound only how much.
  const verb = tail.level ? null : (action?.verb ?? null)
  const read = measureOf(place, own, indicator, verb)
  const { measure, direction } = inheritsAddition(place, own, read.measure)
    ? ADDITION
    : inheritsCut(place, own, read.measure)
      ? { measure: 'growth' as const, direction: 'down' as const }
      : read
  const scope = head.scope ?? (own === '' ? (carry?.scope ?? null) : null)
  return {
    indicator: names[0] ?? indicator,
    name: own === '' ? null : name,
    measure,
    direction,
    evidence: 'predicate',
    scope,
    carry: {
      indicator,
      measure,
      direction,
      verb,
      names: names.slice(1),
      group: names.length > 1 ? group : null,
      scope,
      quantity,
    },
  }
}

const ADDITION = { measure: 'addition', direction: null } as const

/** 新增高新技术企业1家以上、科技型企业不少于15家, 创建美丽乡村18个，其中精品村不少于2个: the bound says only how much. */
function inheritsAddition(place: Place, own: string, said: Measure): boolean {
  const { text, from, joined, tail, carry, quantity } = place
  if (own === '' || said !== 'level' || tail.level || !isCounted(quantity)) return false
  return carry?.measure === 'addition' && (joined || isPartOf(text, from) || goesOnCounting(place, own))
}

/** 个体户人数，由80万人增加到230万人: the name before the comma, where the clause begins with what it rises from. */
function leftOf(place: Place): string {
  return /^[将则]?[由从]/.test(place.text.slice(place.clause.start, place.clause.start + 2)) ? nameBefore(place) : ''
}

/** 要逐年增加经常性投资，今年先增加50亿元: what the same verb of change has for its object before. */
function sameChange(place: Place): string {
  const verb = /(?:增加|提高|减少|降低|压减)$/.exec(place.text.slice(place.clause.start, place.quantity.start))?.[0]
  return verb === undefined ? '' : objectOf(verb, place)
}

/** 减少企业税负3500亿元、涉企收费约2000亿元: the verb of cutting holds for the list. */
function inheritsCut({ joined, tail, carry, quantity }: Place, own: string, said: Measure): boolean {
  if (own === '' || said !== 'level' || tail.level || !joined || !isCounted(quantity)) return false
  return carry?.measure === 'growth' && carry.direction === 'down' && carry.verb !== null
}

/** The names for this number and those behind it; 「A和B…，分别达到5亿元、6亿元」 takes them from the phrase before. */
function namesOf({ tail, numbers, carry }: Place, own: string, group: string): readonly string[] {
  if (tail.respectively || own.includes('分别')) return splitNames(group, numbers)
  if (own !== '') return []
  return numbers > 1 ? splitNames(group, numbers) : (carry?.names ?? [])
}

/** Names that say a work to be done. */
const WORK = /新增(?=.)|(?:演出|培训|演练|招聘会?|宣讲|巡查|改造|招生|造林)$/

function measureOf(
  place: Place,
  own: string,
  indicator: string,
  verb: string | null,
): Pick<Read, 'measure' | 'direction'> {
  const { quantity, tail } = place
  const name = own === '' ? indicator : own
  const isGrowth =
    tail.growth !== null ||
    EASES.test(place.text.slice(place.from, tail.start)) ||
    quantity.form === 'zero-growth' ||
    quantity.form === 'multiple' ||
    GROWTH_NAMES.test(name)
  // 城镇新增就业不少于3万人, 下乡演出不少于80场: the name says what is done, the bound only how much.
  const works = !tail.level && isCounted(quantity) && quantity.kind !== 'money' && WORK.test(own)
  const adds =
    works ||
    (verb !== null &&
      /^(?:新|引进|培育|建成|完成|引|招|争取|改造|建设|实施|谋划|签约|落地|开工|认定|打造|创建|争创|开展|开发|培训|举办|栽植|种植|栽培|提供)/.test(
        verb,
      ))
  const measure: Measure = isGrowth ? 'growth' : adds ? 'addition' : 'level'
  return { measure, direction: tail.growth ?? (isGrowth ? (/降|减/.test(name) ? 'down' : 'up') : null) }
}

/** 由50%提高到60%: the indicator stands before the number that is left behind. */
function baseOf({ text, before, joined, clause, tail }: Place): Span | null {
  if (before === null || joined || tail.start > before.end + 12) return null
  const between = text.slice(before.end, tail.start)
  const words = text.slice(clause.start, before.start)
  const mark = /(?:由|从|现行)(?=[^由从]*$)/.exec(words)
  if (mark === null)
    return between === '' ? { start: clause.start, end: readTail(text, clause.start, before.start).start } : null
  return mark.index === 0 && between !== ''
    ? { start: before.end, end: tail.start }
    : { start: clause.start, end: clause.start + mark.index }
}

/** 减轻企业负担 → 企业负担. */
function withoutVerb(text: string, { start, end }: Span): Span {
  const verb = /^(?:减轻|下调)(?=.{2})/.exec(text.slice(start, end))?.[0] ?? ''
  return { start: start + verb.length, end }
}
