import { useState } from 'react'
import type { PastFigure, PastPassage, PastPlace } from '../../../../shared/comparison/passage-history.ts'
import { TARGET_GLYPH } from '../../../../shared/targets/target-glyph.ts'
import { type Translate, useT } from '../../../lib/i18n.ts'
import { TargetChip } from '../../../ui/target-chip.tsx'
import { useController } from '../compare-context.ts'
import type { Baseline } from '../model/baselines.ts'
import { sayTarget, sayTargetChange } from '../model/chip-lines.ts'
import { condense, type PastGap, type PastWords, plainWords, wordsOf } from '../model/past-words.ts'
import { figureOf } from '../model/target-facts.ts'

/** Below this likeness both wordings in one line cannot be read any more: the baseline's alone, what the draft has not marked in it. */
const LOOSE = 0.6

interface EntryProps {
  readonly baseline: Baseline
  readonly name: string
  /** null while it is being looked up. */
  readonly passage: PastPassage | 'failed' | null
  /** It stands on the left. */
  readonly onLeft: boolean
}

/** One baseline: who it is, what it says, and what of the block's indicators. */
export function PastEntry({ baseline, name, passage, onLeft }: EntryProps) {
  const t = useT()
  const { document, version } = baseline
  const years = [document.periodFrom, document.periodTo].filter((year) => year !== null)
  const facts = [
    [...new Set(years)].join('—'),
    version.stage && !name.includes(t(`common:stage.${version.stage}`)) ? t(`common:stage.${version.stage}`) : '',
    version.date,
  ]
  return (
    <li className={onLeft ? 'on' : undefined} aria-label={name}>
      <div className="who">
        <b title={document.title}>{name}</b>
        <span className="mut sm">{facts.filter(Boolean).join(' · ')}</span>
        {onLeft && <span className="left sm">{t('compare:history.onLeft')}</span>}
      </div>
      {passage === null && <p className="mut sm">{t('compare:history.waiting')}</p>}
      {passage === 'failed' && <p className="amber sm">{t('compare:history.failed')}</p>}
      {passage !== null && passage !== 'failed' && <Said passage={passage} versionId={version.id} name={name} />}
    </li>
  )
}

interface SaidProps {
  readonly passage: PastPassage
  readonly versionId: string
  readonly name: string
}

function Said({ passage, versionId, name }: SaidProps) {
  const t = useT()
  const controller = useController()
  const { how, place, related, targets } = passage
  return (
    <>
      <p className="how sm">{sayHow(passage, t)}</p>
      {place && how !== 'equal' && <Counterpart passage={passage} place={place} versionId={versionId} name={name} />}
      {place && how === 'equal' && <OpenAt place={place} versionId={versionId} name={name} />}
      {related.map((each) => (
        <button
          key={each.place.start}
          type="button"
          className="sentence"
          aria-label={sayOpen(name, each.place, t)}
          onClick={() => controller.openBaseline(versionId, each.place.start)}
        >
          <span className="side-name">
            {sayPlace(each.place, t)}　{t('compare:history.likeness', { percent: Math.round(each.score * 100) })}
          </span>
          <span className="words">
            <Words words={condense(plainWords(each.text, each.place.start, targets))} />
          </span>
        </button>
      ))}
      <Figures figures={passage.figures} versionId={versionId} />
    </>
  )
}

/** How near the baseline comes to the block, in words. */
function sayHow({ how, score, moved, precise }: PastPassage, t: Translate): string {
  const words =
    how === 'changed' && score > 0
      ? t('compare:history.changed', { percent: Math.floor(score * 100) })
      : t(`compare:history.${how === 'changed' ? 'rewritten' : how}`)
  return [words, moved && t('compare:history.moved'), !precise && `≈ ${t('compare:history.approximated')}`]
    .filter(Boolean)
    .join(' · ')
}

function sayPlace({ section, line }: PastPlace, t: Translate): string {
  return [section, t('compare:history.place', { number: line })].filter(Boolean).join(' ')
}

function sayOpen(name: string, place: PastPlace, t: Translate): string {
  return t('compare:history.open', { name, place: sayPlace(place, t) })
}

interface PlaceProps extends Omit<SaidProps, 'passage'> {
  readonly place: PastPlace
}

function OpenAt({ place, versionId, name }: PlaceProps) {
  const t = useT()
  const controller = useController()
  return (
    <button
      type="button"
      className="link sm"
      aria-label={sayOpen(name, place, t)}
      onClick={() => controller.openBaseline(versionId, place.start)}
    >
      {sayPlace(place, t)}
    </button>
  )
}

/** With the draft's words beside them where both can be read together; unmarked where nothing is left of them. */
function readableWords(passage: PastPassage): PastWords[] {
  const words = wordsOf(passage)
  if (passage.score >= LOOSE) return words
  const own = words.filter(({ op }) => op !== '+')
  return passage.score > 0 ? own : own.map((word) => ({ ...word, op: '=' }))
}

/** The baseline's words with the draft's beside them; of a long passage what differs. */
function Counterpart({ passage, place, versionId, name }: PlaceProps & { readonly passage: PastPassage }) {
  const t = useT()
  const controller = useController()
  const [whole, setWhole] = useState(false)
  const all = readableWords(passage)
  const short = condense(all)
  const isShorter = short.some((word) => 'gap' in word)
  return (
    <>
      <button
        type="button"
        className={passage.score < LOOSE ? 'sentence loose' : 'sentence'}
        aria-label={sayOpen(name, place, t)}
        onClick={() => controller.openBaseline(versionId, place.start)}
      >
        <span className="side-name">{sayPlace(place, t)}</span>
        <span className="words">
          <Words words={whole ? all : short} />
        </span>
      </button>
      {isShorter && (
        <button type="button" className="link sm more" aria-expanded={whole} onClick={() => setWhole(!whole)}>
          {t(whole ? 'compare:history.shorter' : 'compare:history.whole')}
        </button>
      )}
    </>
  )
}

function Words({ words }: { readonly words: readonly (PastWords | PastGap)[] }) {
  // Pieces of a passage have no identity but their order.
  // oxlint-disable-next-line react/no-array-index-key
  return words.map((word, index) => <Word key={index} word={word} />)
}

function Word({ word }: { readonly word: PastWords | PastGap }) {
  const t = useT()
  if ('gap' in word)
    return (
      <span className="gap" title={t('compare:history.gap', { count: word.gap })}>
        …
      </span>
    )
  const text = word.figure ? <b>{word.text}</b> : word.text
  if (word.op === '-') return <del>{text}</del>
  if (word.op === '+') return <ins>{text}</ins>
  return text
}

/** What became of the block's indicators since; those that the counterpart states as the draft does need no word. */
function Figures({ figures, versionId }: { readonly figures: readonly PastFigure[]; readonly versionId: string }) {
  const t = useT()
  const controller = useController()
  const told = figures.filter(({ change, elsewhere }) => change.change !== 'same' || elsewhere)
  if (told.length === 0) return null
  return (
    <div className="says">
      {told.map(({ change, place, elsewhere }) => (
        <TargetChip
          key={`${change.change} ${(change.right ?? change.left)?.start}`}
          glyph={change.left ? TARGET_GLYPH[change.change] : ''}
          name={sayTarget(change, t)}
          label={sayTargetChange(change, t)}
          tone="edged"
          {...(place ? { onClick: () => controller.openBaseline(versionId, place.start) } : {})}
        >
          {sayFigures(change, t)}
          {elsewhere && place && <span> {t('compare:history.statedAt', { number: place.line })}</span>}
        </TargetChip>
      ))}
    </div>
  )
}

function sayFigures({ left, right }: PastFigure['change'], t: Translate) {
  if (!left) return t('compare:history.unstated')
  if (!right) return <s>{figureOf(left)}</s>
  const [before, after] = [figureOf(left), figureOf(right)]
  return before === after ? (
    after
  ) : (
    <>
      {before} → <b>{after}</b>
    </>
  )
}
