import { useMemo } from 'react'
import { useT } from '../../lib/i18n.ts'
import { useLibrary } from '../../lib/library.ts'
import { useCompare } from './compare-context.ts'
import { nameBaselines } from './model/baselines.ts'

/** What the baselines are called beside this draft, by version. */
export function useBaselineNames(): ReadonlyMap<string, string> {
  const t = useT()
  const documents = useLibrary((state) => state.documents)
  const { baselines, ownId } = useCompare(({ baselines, right }) => ({ baselines, ownId: right?.documentId }))
  return useMemo(() => {
    const own = documents?.find(({ id }) => id === ownId)
    return nameBaselines(baselines, own, {
      stage: (stage) => (stage ? t(`common:stage.${stage}`) : t('common:noStage')),
    })
  }, [baselines, documents, ownId, t])
}
