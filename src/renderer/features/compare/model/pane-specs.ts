import type { ChangeClass } from '../../../../shared/diff/rows/row.ts'
import type { Block } from '../../../../shared/outline/block.ts'
import { TARGET_GLYPH } from '../../../../shared/targets/target-glyph.ts'
import type { Range } from '../../../../shared/text/range.ts'
import type { AlignRow } from '../../../editor/align-panes.ts'
import type { PaneText } from '../../../editor/create-pane.ts'
import type {
  ChipLineSpec,
  FoldSpec,
  LineSpec,
  LinkLineSpec,
  MarkSpec,
  NoteSpec,
  PaneSpec,
} from '../../../editor/pane-spec.ts'
import type { Translate } from '../../../lib/i18n.ts'
import { chipLines } from './chip-lines.ts'
import { editMarks } from './edit-marks.ts'
import type { Filters } from './filters.ts'
import { findingPlace } from './finding-place.ts'
import { createLineIndex } from './line-index.ts'
import { findNumberRange } from './number-range.ts'
import { placeInSection, placeOfRow } from './place-words.ts'
import type { Side } from './row-lookup.ts'
import { shownItemAt, type ViewModel } from './view-model.ts'
import { foldSpan, type VisualRow } from './visual-rows.ts'

/** A remark thread where it stands now. */
export interface NotePlace {
  readonly id: string
  readonly side: Side
  readonly range: Range
  /** Remarks in the thread. */
  readonly count: number
  readonly resolved: boolean
}

/** What the panes show, as data; offsets are those of the texts that were compared. */
export interface PaneInput {
  readonly model: ViewModel
  readonly filters: Filters
  readonly visual: readonly VisualRow[]
  readonly notes: readonly NotePlace[]
  readonly t: Translate
}

const QUIET: ReadonlySet<ChangeClass> = new Set(['punctuation', 'numbering', 'layout'])

/** 一、 is set in 黑体, （一） in 楷体; where a heading is written otherwise, its level decides. */
export function blockClass(block: Block): string | null {
  if (block.kind === 'title') return 'cm-title'
  if (block.kind === 'table-row') return 'cm-table-row'
  if (block.kind !== 'heading') return null
  if (block.label !== null && /^[（(]/u.test(block.label)) return 'cm-h2'
  if (block.label !== null && (block.label.startsWith('第') || block.label.endsWith('、'))) return 'cm-h1'
  return block.level <= 1 ? 'cm-h1' : 'cm-h2'
}

/** The type of each line by what its block is. */
function blockLines(blocks: readonly Block[]): LineSpec[] {
  return blocks.flatMap((block) => {
    const className = blockClass(block)
    return className === null ? [] : [{ at: block.start, className }]
  })
}

/** A text by itself, before it is compared; one whose blocks are not known yet looks like running text. */
export function paneText({
  text,
  blocks,
}: {
  readonly text: string
  readonly blocks: readonly Block[] | null
}): PaneText {
  return { text, lines: blockLines(blocks ?? []) }
}

/** Struck or inserted words of the rows that a stretch of one text touches. */
function editSpecs({ model, filters }: PaneInput, side: Side, from: number, to: number): MarkSpec[] {
  const { comparison } = model
  const texts = {
    left: comparison.left.text,
    right: comparison.right.text,
    leftBlocks: comparison.left.blocks,
    rightBlocks: comparison.right.blocks,
  }
  const last = model.find[side](to) ?? -1
  const specs: MarkSpec[] = []
  for (let display = model.find[side](from) ?? 0; display <= last; display += 1) {
    const cell = model.rows[display]
    const row = comparison.rows[cell?.row ?? -1]
    if (!cell?.[side] || !row || !shownItemAt(model, filters, display)) continue
    for (const mark of editMarks(row, texts)) {
      if (mark.side !== side) continue
      const quiet = QUIET.has(mark.class)
      if (quiet && !filters[mark.class]) continue
      const kind = side === 'left' ? 'cm-del' : 'cm-ins'
      const className = quiet ? `${kind} cm-quiet` : kind
      specs.push({ from: mark.start, to: mark.end, layer: 'edit', className })
    }
  }
  return specs
}

function numberSpecs({ model, filters }: PaneInput): Readonly<Record<Side, MarkSpec[]>> {
  const specs: Record<Side, MarkSpec[]> = { left: [], right: [] }
  if (!filters.targets) return specs
  for (const item of model.items) {
    for (const index of item.targets) {
      const change = model.comparison.targets[index]
      const before = change?.left && findNumberRange(change.left)
      const after = change?.right && findNumberRange(change.right)
      if (before) specs.left.push({ from: before.start, to: before.end, layer: 'number', className: 'cm-number' })
      if (!change || !after) continue
      const glyph = change.left ? TARGET_GLYPH[change.change] : ''
      specs.right.push({
        from: after.start,
        to: after.end,
        layer: 'number',
        className: 'cm-number',
        ...(glyph === '' ? {} : { glyph }),
      })
    }
  }
  return specs
}

function findingSpecs({ model }: PaneInput, on: Side): MarkSpec[] {
  return model.findings.flatMap((finding): MarkSpec[] => {
    const { side, range } = findingPlace(finding)
    if (side !== on) return []
    return [{ from: range.start, to: range.end, layer: 'finding', className: 'cm-finding', title: finding.message }]
  })
}

function noteSpecs({ notes, t }: PaneInput, side: Side): { marks: MarkSpec[]; signs: NoteSpec[] } {
  const own = notes.filter((note) => note.side === side && note.range.end > note.range.start)
  return {
    marks: own.map((note) => ({
      from: note.range.start,
      to: note.range.end,
      layer: 'note',
      className: note.resolved ? 'cm-note cm-resolved' : 'cm-note',
    })),
    signs: own.map((note) => ({
      at: note.range.end,
      id: note.id,
      count: note.count,
      label: t('compare:note.sign', { count: note.count }),
    })),
  }
}

function linkSpecs(input: PaneInput, side: Side): LinkLineSpec[] {
  const { model, filters, visual, t } = input
  return visual.flatMap(({ display, fold }) => {
    const row = model.rows[display]
    const part = side === 'left' ? 'origin' : 'destination'
    if (fold || !row || row.part !== part || row.partner === null || !row[side]) return []
    if (!shownItemAt(model, filters, display)) return []
    const item = model.items[model.itemAt.get(display) ?? -1]
    const edited = side === 'right' && (model.comparison.rows[row.row]?.class ?? null) !== null
    return [
      {
        at: row[side].start,
        id: String(row.partner),
        arrow: row.partner > display ? 'down' : 'up',
        before: t(side === 'left' ? 'compare:move.to' : 'compare:move.from'),
        link: placeInSection(model, row.partner, display, t),
        after: !edited
          ? ''
          : t(item && item.targets.length > 0 ? 'compare:move.withTargets' : 'compare:move.withEdits'),
      } satisfies LinkLineSpec,
    ]
  })
}

function foldSpecs({ model, visual, t }: PaneInput, side: Side): FoldSpec[] {
  return visual.flatMap(({ fold }) => {
    const span = fold && foldSpan(model.rows, fold, side)
    if (!fold || !span) return []
    const count = fold.to - fold.from
    const whole = foldSpan(model.rows, fold, 'right') ?? span
    const characters = model.comparison.right.text.slice(whole.start, whole.end).replace(/\s/gu, '').length
    const from = placeOfRow(model, fold.from, t)
    const to = placeOfRow(model, fold.to - 1, t)
    const text = side === 'left' ? `${from} — ${to}` : t('compare:fold.count', { count })
    return [
      {
        from: span.start,
        to: span.end,
        id: String(fold.from),
        text,
        detail: side === 'left' ? '' : t('compare:fold.characters', { count: characters }),
        label: t('compare:fold.open', { count }),
      },
    ]
  })
}

/** Lines that touch a link above or chips below lose their padding there, so that the two stand together. */
function joinedLines(links: readonly LinkLineSpec[], chips: readonly ChipLineSpec[]): LineSpec[] {
  return [
    ...links.map(({ at }) => ({ at, className: 'cm-above' })),
    ...chips.map(({ at }) => ({ at, className: 'cm-below' })),
  ]
}

/** What both panes show of a comparison. */
export function paneSpecs(input: PaneInput): Readonly<Record<Side, PaneSpec>> {
  const { comparison } = input.model
  const numbers = numberSpecs(input)
  const chips = chipLines(input)
  const build = (side: Side): PaneSpec => {
    const links = linkSpecs(input, side)
    const notes = noteSpecs(input, side)
    const few = [...numbers[side], ...notes.marks, ...findingSpecs(input, side)]
    return {
      marks: (from, to) => [
        ...editSpecs(input, side, from, to),
        ...few.filter((mark) => mark.from < to && mark.to > from),
      ],
      lines: [...blockLines(comparison[side].blocks), ...joinedLines(links, chips[side])],
      chips: chips[side],
      links,
      folds: foldSpecs(input, side),
      notes: notes.signs,
    }
  }
  return { left: build('left'), right: build('right') }
}

/** The rows that keep the panes level, with what an empty cell says. */
export function alignRows({ model, visual, t }: Pick<PaneInput, 'model' | 'visual' | 't'>): AlignRow[] {
  const lineOf = {
    left: createLineIndex(model.comparison.left.text),
    right: createLineIndex(model.comparison.right.text),
  }
  return visual.map(({ display, fold }) => {
    const row = model.rows[display]
    if (fold) {
      return {
        left: foldSpan(model.rows, fold, 'left')?.start ?? null,
        right: foldSpan(model.rows, fold, 'right')?.start ?? null,
        leftGap: '',
        rightGap: '',
      }
    }
    const left = row?.left?.start ?? null
    const right = row?.right?.start ?? null
    const partner = row?.partner == null ? null : model.rows[row.partner]
    const from = partner?.left ? t('compare:gap.from', { number: lineOf.left(partner.left.start) }) : ''
    return {
      left,
      right,
      leftGap: left !== null ? '' : row?.part === 'destination' ? from : t('compare:gap.inserted'),
      rightGap: right !== null ? '' : row?.part === 'origin' ? t('compare:gap.moved') : t('compare:gap.deleted'),
    }
  })
}
