import type { TargetChange } from '../../../../shared/targets/target-change.ts'
import { formatDay, formatTime } from '../../../lib/format.ts'
import { useT } from '../../../lib/i18n.ts'
import { Button } from '../../../ui/button.tsx'
import { KindTag } from '../../../ui/kind-tag.tsx'
import { TargetChip } from '../../../ui/target-chip.tsx'
import { useCompare, useController } from '../compare-context.ts'
import type { ChangeItem } from '../model/change-items.ts'
import { sayTarget, sayTargetChange, sayVerdict, targetId } from '../model/chip-lines.ts'
import { createLineIndex } from '../model/line-index.ts'
import { sectionNumbers } from '../model/place-words.ts'
import { differenceOf, figureOf, verdictsOf } from '../model/target-facts.ts'
import { shownItemAt, shownItems, type ViewModel } from '../model/view-model.ts'
import { HistoryScale } from './history-scale.tsx'
import { RelatedBlocks } from './related-blocks.tsx'
import { Sentences } from './sentences.tsx'
import { TargetFacts } from './target-facts-table.tsx'

/** The change in hand: what it says, by how much, with both sentences. */
export function ChangeTab() {
  const t = useT()
  const { model, current, item, busy } = useCompare(({ model, filters, current, busy }) => ({
    model,
    current,
    item: model && current !== null ? shownItemAt(model, filters, current) : null,
    busy,
  }))
  if (!model) return <p className="none mut">{busy ? t('compare:inspector.waiting') : ''}</p>
  if (current === null) return <p className="none mut">{t('compare:inspector.nothing')}</p>
  return (
    <>
      <Position model={model} item={item} display={current} />
      <Return />
      {item ? <ItemFacts model={model} item={item} /> : <p className="none mut">{t('compare:inspector.unchanged')}</p>}
    </>
  )
}

function Position(props: { readonly model: ViewModel; readonly item: ChangeItem | null; readonly display: number }) {
  const t = useT()
  const { moving } = useController()
  const { model, item, display } = props
  const items = useCompare((state) => shownItems(model, state.filters))
  const row = model.rows[display]
  const side = row?.right ? 'right' : 'left'
  const number = createLineIndex(model.comparison[side].text)(row?.[side]?.start ?? 0)
  const paragraph = t('compare:place.paragraph', { number })
  return (
    <div className="pos">
      {item && <KindTag kind={item.tag} />}
      {item && <span>{t('compare:inspector.position', { number: items.indexOf(item) + 1, total: items.length })}</span>}
      <span className="sp" />
      <button type="button" className="link" onClick={() => moving.goTo(display)}>
        {[sectionNumbers(model, display), paragraph].filter(Boolean).join(' ')}
      </button>
    </div>
  )
}

/** After following a move: the way back. */
function Return() {
  const t = useT()
  const { moving } = useController()
  const cameFrom = useCompare((state) => state.cameFrom)
  if (cameFrom === null) return null
  return (
    <Button size="small" icon="left" className="cmp-return" onClick={() => moving.goBack()}>
      {t('compare:move.back')}
    </Button>
  )
}

function ItemFacts({ model, item }: { readonly model: ViewModel; readonly item: ChangeItem }) {
  const t = useT()
  const selected = useCompare((state) => state.selected)
  const index = item.targets.find((target) => targetId(target) === selected) ?? item.targets[0]
  const change = index === undefined ? undefined : model.comparison.targets[index]
  const row = model.comparison.rows[item.row]
  return (
    <>
      {change ? (
        <TargetFactsView change={change} />
      ) : (
        <h2>
          {t(`common:kind.${item.tag}`)}
          {item.class && <span className="class">{t(`common:class.${item.class}`)}</span>}
        </h2>
      )}
      {item.movedTogether > 1 && (
        <p className="sm">{t('compare:inspector.movedTogether', { count: item.movedTogether })}</p>
      )}
      {row?.precise === false && <p className="amber sm">{t('compare:inspector.approximated')}</p>}
      <OtherTargets model={model} item={item} shown={index} />
      <div className="sec">{t('compare:inspector.sentences')}</div>
      {row && <Sentences model={model} row={row} change={change ?? null} />}
      {row && <RelatedBlocks model={model} row={row} />}
      <DecisionLog row={item.row} />
    </>
  )
}

function TargetFactsView({ change }: { readonly change: TargetChange }) {
  const t = useT()
  const difference = differenceOf(change)
  const [worst] = verdictsOf(change)
  return (
    <>
      <h2>{sayTarget(change, t)}</h2>
      <div className={isLong(change) ? 'big words' : 'big'}>
        {change.left && <s>{figureOf(change.left)}</s>}
        {change.left && change.right && (
          <span className="to" aria-hidden="true">
            →
          </span>
        )}
        {change.right && <b>{figureOf(change.right)}</b>}
        {difference && <small>{difference}</small>}
      </div>
      <div className="says">
        {verdictsOf(change).map((kind) => (
          <TargetChip
            key={kind}
            glyph=""
            label={t(`common:targetChange.${kind}`)}
            tone={kind === 'reattributed' && kind === worst ? 'high' : 'edged'}
          >
            {sayVerdict(change, kind, t)}
          </TargetChip>
        ))}
      </div>
      <TargetFacts change={change} />
      <HistoryScale head={<HistoryHead />} />
    </>
  )
}

function HistoryHead() {
  const t = useT()
  const { moving } = useController()
  return (
    <div className="sec">
      {t('compare:history.title')}
      <button type="button" className="link" onClick={() => moving.showTab('history')}>
        {t('compare:history.all')}
      </button>
    </div>
  )
}

/** Words take the place of a figure: they are read, not glanced at. */
function isLong({ left, right }: TargetChange): boolean {
  return [left, right].some((target) => target !== null && figureOf(target).length > 10)
}

function OtherTargets(props: {
  readonly model: ViewModel
  readonly item: ChangeItem
  readonly shown: number | undefined
}) {
  const t = useT()
  const { moving } = useController()
  const others = props.item.targets.filter((target) => target !== props.shown)
  if (others.length === 0) return null
  return (
    <>
      <div className="sec">{t('compare:inspector.otherTargets')}</div>
      <div className="says">
        {others.map((index) => {
          const change = props.model.comparison.targets[index]
          if (!change) return null
          const figure = change.right ?? change.left
          return (
            <TargetChip
              key={index}
              glyph={sayVerdict(change, change.change, t).slice(0, 1)}
              name={sayTarget(change, t)}
              label={sayTargetChange(change, t)}
              onClick={() => moving.select(targetId(index))}
            >
              {figure && figureOf(figure)}
            </TargetChip>
          )
        })}
      </div>
    </>
  )
}

function DecisionLog({ row }: { readonly row: number }) {
  const t = useT()
  const log = useCompare((state) => state.decisions[row]?.log ?? null)
  if (!log || log.length === 0) return null
  return (
    <>
      <div className="sec">{t('compare:inspector.log')}</div>
      <ol className="log">
        {log.map((decision) => (
          <li key={decision.id}>
            <span>
              {formatDay(decision.decidedAt).slice(5)} {formatTime(decision.decidedAt)}
            </span>
            <span>
              {[decision.reviewer, t(`compare:dock.${decision.status}`), decision.reason].filter(Boolean).join('　')}
            </span>
          </li>
        ))}
      </ol>
    </>
  )
}
