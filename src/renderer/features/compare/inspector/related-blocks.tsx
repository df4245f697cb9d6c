import type { RelatedBlock, Row } from '../../../../shared/diff/rows/row.ts'
import { useT } from '../../../lib/i18n.ts'
import { useController } from '../compare-context.ts'
import { createLineIndex } from '../model/line-index.ts'
import type { ViewModel } from '../model/view-model.ts'

const LONGEST = 60

/** For a passage without partner: the passages of the other text about the same matter, and apart from them those that may be. */
export function RelatedBlocks({ model, row }: { readonly model: ViewModel; readonly row: Row }) {
  const t = useT()
  const [first] = row.related
  if (!first) return null
  const certain = row.related.filter((block) => !block.doubtful)
  const doubtful = row.related.filter((block) => block.doubtful)
  return (
    <>
      {certain.length > 0 && <div className="sec">{t(`compare:inspector.related.${first.side}`)}</div>}
      {certain.map((block) => (
        <RelatedLine key={block.start} model={model} block={block} />
      ))}
      {doubtful.length > 0 && <div className="sec">{t(`compare:inspector.doubtful.${first.side}`)}</div>}
      {doubtful.map((block) => (
        <RelatedLine key={block.start} model={model} block={block} />
      ))}
    </>
  )
}

function RelatedLine({ model, block }: { readonly model: ViewModel; readonly block: RelatedBlock }) {
  const t = useT()
  const { moving } = useController()
  const { side, start, end, doubtful } = block
  const { text } = model.comparison[side]
  const words = text.slice(start, Math.min(end, start + LONGEST))
  return (
    <button
      type="button"
      className={doubtful ? 'sentence doubtful' : 'sentence'}
      onClick={() => moving.goToOffset(side, start)}
    >
      <span className="side-name">{t(`compare:place.${side}`, { number: createLineIndex(text)(start) })}</span>
      <span className="words">{end - start > LONGEST ? `${words}…` : words}</span>
    </button>
  )
}
