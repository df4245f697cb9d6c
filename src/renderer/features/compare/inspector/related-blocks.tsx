import type { Row } from '../../../../shared/diff/rows/row.ts'
import { useT } from '../../../lib/i18n.ts'
import { useController } from '../compare-context.ts'
import { createLineIndex } from '../model/line-index.ts'
import type { ViewModel } from '../model/view-model.ts'

const SHOWN = 3
const LONGEST = 60

/** For a passage without partner: the passages of the other text about the same matter. */
export function RelatedBlocks({ model, row }: { readonly model: ViewModel; readonly row: Row }) {
  const t = useT()
  const { moving } = useController()
  if (row.related.length === 0) return null
  return (
    <>
      <div className="sec">{t('compare:inspector.related')}</div>
      {row.related.slice(0, SHOWN).map(({ side, start, end }) => {
        const { text } = model.comparison[side]
        const words = text.slice(start, Math.min(end, start + LONGEST))
        return (
          <button key={start} type="button" className="sentence" onClick={() => moving.goToOffset(side, start)}>
            <span className="side-name">{t(`compare:place.${side}`, { number: createLineIndex(text)(start) })}</span>
            <span className="words">{end - start > LONGEST ? `${words}…` : words}</span>
          </button>
        )
      })}
    </>
  )
}
