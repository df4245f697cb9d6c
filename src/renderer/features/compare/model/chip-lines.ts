import type { Finding } from '../../../../shared/checks/finding.ts'
import type { TargetChange } from '../../../../shared/targets/target-change.ts'
import { TARGET_GLYPH } from '../../../../shared/targets/target-glyph.ts'
import type { ChipLineSpec, ChipSpec } from '../../../editor/pane-spec.ts'
import type { Translate } from '../../../lib/i18n.ts'
import type { ChangeItem } from './change-items.ts'
import { findingPlace } from './finding-place.ts'
import type { PaneInput } from './pane-specs.ts'
import type { Side } from './row-lookup.ts'
import { comesFromBound, type FactField, figureOf, figuresOfPair, titleOfTarget, verdictsOf } from './target-facts.ts'
import { shownItemAt, type ViewModel } from './view-model.ts'

/** How a target change or a finding is named among the chips and in the lists. */
export function targetId(index: number): string {
  return `target:${index}`
}

export function findingId(index: number): string {
  return `finding:${index}`
}

/** The indicator as chips and lists name it. */
export function sayTarget(change: TargetChange, t: Translate): string {
  return titleOfTarget(change, (movement, name) => t(`compare:movement.${movement}`, { name }))
}

/** A target change in words: «研发经费投入强度，下调，3.2% 到 3%以上». */
export function sayTargetChange(change: TargetChange, t: Translate): string {
  const verdicts = verdictsOf(change).map((kind) => t(`common:targetChange.${kind}`))
  const figures =
    change.left && change.right
      ? t('compare:target.fromTo', { before: figureOf(change.left), after: figureOf(change.right) })
      : figureOf((change.right ?? change.left) as NonNullable<TargetChange['left']>)
  return [sayTarget(change, t), ...verdicts, figures].join(t('compare:comma'))
}

/** A verdict beside a figure, short: `▽ 力度减弱`, `◇ 约束 → 预期`, `△ 界限收紧`. */
export function sayVerdict(change: TargetChange, kind: TargetChange['change'], t: Translate): string {
  const glyph = TARGET_GLYPH[kind]
  if (comesFromBound(change, kind))
    return `${glyph} ${t(kind === 'stronger' ? 'compare:boundTightened' : 'compare:boundLoosened')}`
  if (kind !== 'reattributed' || !change.left?.attribute || !change.right?.attribute) {
    return `${glyph} ${t(`common:targetChange.${kind}`)}`
  }
  const before = t(`compare:attributeShort.${change.left.attribute}`)
  const after = t(`compare:attributeShort.${change.right.attribute}`)
  return `${glyph} ${before} → ${after}`
}

function figuresFor(change: TargetChange, t: Translate): Pick<ChipSpec, 'before' | 'after' | 'unit'> {
  const { left, right } = change
  if (left && right) {
    const { before, after, unit } = figuresOfPair(left, right)
    return before === after ? { before: '', after, unit } : { before: `${before} → `, after, unit }
  }
  if (left) return { before: `${t('compare:target.dropped')} `, after: figureOf(left), unit: '' }
  return { before: '', after: right ? figureOf(right) : '', unit: '' }
}

function targetChip(change: TargetChange, index: number, input: PaneInput): ChipSpec {
  const id = targetId(index)
  return {
    id,
    glyph: TARGET_GLYPH[change.change],
    name: sayTarget(change, input.t),
    ...figuresFor(change, input.t),
    also: verdictsOf(change)
      // That 以上 came or went is to be seen in the figures.
      .filter((kind) => kind !== change.change && !comesFromBound(change, kind))
      .map((kind) => sayVerdict(change, kind, input.t)),
    tone: 'target',
    label: sayTargetChange(change, input.t),
  }
}

/** A verdict on one field of a target: what became of the bound is no matter of 力度. */
export function sayVerdictOn(field: FactField, kind: TargetChange['change'], t: Translate): string {
  const glyph = TARGET_GLYPH[kind]
  if (field !== 'bound') return `${glyph} ${t(`common:targetChange.${kind}`)}`
  return `${glyph} ${t(kind === 'stronger' ? 'compare:boundTightened' : 'compare:boundLoosened')}`
}

/** A finding in a few words; the whole sentence is the chip's tooltip and stands under 检查. */
function sayFinding({ code, expected, found }: Finding, t: Translate): string {
  return t(`compare:check.${code}`, { expected: expected ?? '—', found: found ?? '—' })
}

/** On which side and at which offset the chip of a change of this row stands: under the paragraph that has the new wording. */
function chipPlace(model: ViewModel, item: ChangeItem, change: TargetChange): { side: Side; at: number } | null {
  if (change.right) return { side: 'right', at: change.right.start }
  const row = model.rows[item.display]
  if (row?.right) return { side: 'right', at: Math.max(row.right.start, row.right.end - 1) }
  return change.left && { side: 'left', at: change.left.start }
}

type Grouped = Readonly<Record<Side, Map<number, ChipSpec[]>>>

function add(grouped: Grouped, side: Side, line: number, chip: ChipSpec): void {
  grouped[side].set(line, [...(grouped[side].get(line) ?? []), chip])
}

/** The chips of both panes, by the paragraph they stand under. */
export function chipLines(input: PaneInput): Readonly<Record<Side, ChipLineSpec[]>> {
  const { model, filters, t } = input
  const { comparison } = model
  const lineStart = (side: Side, at: number) => comparison[side].text.lastIndexOf('\n', at - 1) + 1
  const grouped: Grouped = { left: new Map(), right: new Map() }
  for (const item of model.items) {
    if (!filters.targets || !shownItemAt(model, filters, item.display)) continue
    for (const index of item.targets) {
      const change = comparison.targets[index]
      const place = change && chipPlace(model, item, change)
      if (change && place) add(grouped, place.side, lineStart(place.side, place.at), targetChip(change, index, input))
    }
  }
  model.findings.forEach((finding, index) => {
    const id = findingId(index)
    const { side, range } = findingPlace(finding)
    add(grouped, side, lineStart(side, range.start), {
      id,
      glyph: '',
      name: '',
      before: '',
      after: '',
      unit: '',
      also: [sayFinding(finding, t)],
      tone: 'check',
      label: t('compare:finding.label', { message: finding.message }),
    })
  })
  const toLines = (side: Side) =>
    [...grouped[side]].sort(([a], [b]) => a - b).map(([at, chips]): ChipLineSpec => ({ at, chips }))
  return { left: toLines('left'), right: toLines('right') }
}
