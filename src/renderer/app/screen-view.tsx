import { lazy, Suspense } from 'react'
import type { Comparison } from '../../shared/comparison/comparison.ts'
import { ImportScreen } from '../features/import/import-screen.tsx'
import { LibraryScreen } from '../features/library/library-screen.tsx'
import { SettingsScreen } from '../features/settings/settings-screen.tsx'
import { useT } from '../lib/i18n.ts'
import type { Pair } from '../lib/versions.ts'
import type { StatusLine } from '../ui/status.ts'
import { WARMED } from '../workers/compare-protocol.ts'
import { compareWorker } from '../workers/compare-worker.ts'
import { useComparisonAtHand } from './comparison-at-hand.ts'
import { openSamples } from './first-screen.ts'
import { chooseAndImport, chooseFolderAndImport, openPaste } from './importing.ts'
import { type Screen, type TextPlace, useNavigation } from './navigation.ts'
import { screenLoadedLater } from './screen-loaded-later.tsx'

// The editor is the largest part of the page: it is loaded once the first screen stands, before anyone asks for it.
const compareScreen = screenLoadedLater(
  async () => (await import('../features/compare/compare-screen.tsx')).CompareScreen,
)
const CompareScreen = compareScreen.Screen

/** Loads what the first comparison will need, while the page has nothing else to do, and runs it once. */
export function prepareComparing(): void {
  compareWorker.start((reply) => {
    if (reply.id === WARMED && reply.ok && 'whole' in reply) void warmUpScreen(reply.whole)
  })
  // Where it fails, opening a comparison tries again and says so.
  compareScreen.prepare().catch(() => {})
}

/** A step in each idle moment; broken off when somebody opens a comparison, which needs no other warming. */
async function warmUpScreen(comparison: Comparison): Promise<void> {
  const warming = await import('../features/compare/warm-up-screen.ts').catch(() => null)
  const steps = warming?.screenWarmingSteps(comparison)
  const goOn = () => {
    if (compareWorker.isLent) steps?.return(undefined)
    else if (steps?.next().done === false) requestIdleCallback(goOn)
  }
  requestIdleCallback(goOn)
}

/** Has two texts compared before they are opened. Where it fails, opening them takes longer, or says what is wrong. */
function expectComparison(pair: Pair): void {
  import('../features/compare/compare-ahead.ts').then(({ compareAhead }) => compareAhead(pair)).catch(() => {})
}

const TargetsScreen = lazy(async () => ({
  default: (await import('../features/targets/targets-screen.tsx')).TargetsScreen,
}))

/** The screen that the navigation names. */
export function ScreenView(props: { readonly screen: Screen; readonly onStatus: (line: StatusLine | null) => void }) {
  const { screen, onStatus } = props
  const open = useNavigation((state) => state.open)
  const back = useNavigation((state) => state.back)
  const openPair = (pair: Pair) => open({ name: 'compare', ...pair })
  const comparison = useComparisonAtHand()
  const openAt = (pair: Pair, at: TextPlace) => open({ name: 'compare', ...pair, at })
  const openLibrary = (documentId?: string) =>
    open({ name: 'library', ...(documentId === undefined ? {} : { documentId }) })
  switch (screen.name) {
    case 'library':
      return (
        <LibraryScreen
          key={screen.documentId}
          documentId={screen.documentId}
          onCompare={openPair}
          onExpect={expectComparison}
          onChooseFiles={chooseAndImport}
          onPaste={openPaste}
          onOpenSamples={async () => open(await openSamples())}
          onStatus={onStatus}
        />
      )
    case 'import':
      return (
        <ImportScreen
          onBack={back}
          onOpenLibrary={openLibrary}
          onChooseFiles={chooseAndImport}
          onChooseFolder={chooseFolderAndImport}
          onStatus={onStatus}
        />
      )
    case 'compare':
      return (
        <Suspense fallback={<Waiting />}>
          <CompareScreen
            // Another baseline is put beside the same draft; another draft begins afresh.
            key={screen.right.type === 'draft' ? screen.right.draftId : screen.right.versionId}
            leftVersionId={screen.leftVersionId}
            right={screen.right}
            at={screen.at ?? null}
            onOpen={openPair}
            onOpenLibrary={openLibrary}
            onStatus={onStatus}
          />
        </Suspense>
      )
    case 'targets':
      return (
        <Suspense fallback={<Waiting />}>
          <TargetsScreen
            pair={comparison && { leftVersionId: comparison.leftVersionId, right: comparison.right }}
            onCompare={openAt}
            onOpenLibrary={openLibrary}
            onStatus={onStatus}
          />
        </Suspense>
      )
    default:
      return <SettingsScreen onBack={back} onStatus={onStatus} />
  }
}

function Waiting() {
  const t = useT()
  return <main className="screen-wait">{t('common:loading')}</main>
}
