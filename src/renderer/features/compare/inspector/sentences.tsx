import type { Row } from '../../../../shared/diff/rows/row.ts'
import type { TargetChange } from '../../../../shared/targets/target-change.ts'
import { sentenceAround } from '../../../../shared/text/sentence-around.ts'
import { useT } from '../../../lib/i18n.ts'
import { useController } from '../compare-context.ts'
import { type Piece, piecesOf, wholeOf } from '../model/sentence.ts'
import type { ViewModel } from '../model/view-model.ts'

/** Both sentences of a change, with what was struck and inserted; a click goes there. */
export function Sentences(props: {
  readonly model: ViewModel
  readonly row: Row
  readonly change: TargetChange | null
}) {
  const t = useT()
  const { moving } = useController()
  const { model, row, change } = props
  return (['left', 'right'] as const).map((side) => {
    const { text } = model.comparison[side]
    const target = change?.[side]
    const span = target ? sentenceAround(text, target) : change ? null : wholeOf(row[side])
    if (!span) return null
    const own = row[side].some((range) => range.start <= span.start && span.start <= range.end)
    const pieces: readonly Piece[] = own
      ? piecesOf(row, side, text, span)
      : [{ op: '=', text: text.slice(span.start, span.end) }]
    return (
      <button key={side} type="button" className="sentence" onClick={() => moving.goToOffset(side, span.start)}>
        <span className="side-name">{t(`compare:head.${side}`)}</span>
        <span className="words">
          {pieces.map((piece, index) => (
            // The pieces of a sentence have no identity but their order.
            // oxlint-disable-next-line react/no-array-index-key
            <PieceView key={index} piece={piece} />
          ))}
        </span>
      </button>
    )
  })
}

function PieceView({ piece }: { readonly piece: Piece }) {
  if (piece.op === '-') return <del>{piece.text}</del>
  if (piece.op === '+') return <ins>{piece.text}</ins>
  return piece.text
}
