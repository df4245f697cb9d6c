import { useT } from '../../lib/i18n.ts'
import { type Command, useCommands } from '../../lib/shortcuts.ts'
import { useCompare, useController } from './compare-context.ts'

/** The regions that F6 goes round, in the order of the screen. */
const REGIONS = [
  '.cmp-outline',
  '.cmp-pane.l .cm-content',
  '.cmp-spine',
  '.cmp-pane.r .cm-content',
  '.cmp-insp',
] as const
const FOCUSABLE =
  'button:not(:disabled):not([tabindex="-1"]), input:not(:disabled), textarea:not(:disabled), [tabindex="0"]'

/** The element of a region that takes the focus: the region itself when it is an editor, else its first control. */
function entryOf(region: HTMLElement): HTMLElement | null {
  if (region.matches('.cm-content')) return region
  return (
    region.querySelector<HTMLElement>('[aria-current="true"], [aria-selected="true"]') ??
    region.querySelector<HTMLElement>(FOCUSABLE)
  )
}

function cycleRegions(direction: 1 | -1): void {
  const regions = REGIONS.flatMap((selector) => {
    const found = document.querySelector<HTMLElement>(selector)
    return found && found.getClientRects().length > 0 ? [found] : []
  })
  const here = regions.findIndex((region) => region.contains(document.activeElement))
  for (let offset = 1; offset <= regions.length; offset += 1) {
    const start = here < 0 && direction === -1 ? 0 : here
    const region = regions[(start + direction * offset + regions.length * 2) % regions.length]
    const entry = region && entryOf(region)
    if (!entry) continue
    entry.focus({ preventScroll: true })
    return
  }
}

/** The keys of the Compare screen; the native menu and the palette use the same ids. */
export function useCompareCommands(): void {
  const t = useT()
  const controller = useController()
  const { moving, reviewing } = controller
  const { current, cameFrom, several } = useCompare(({ current, cameFrom, baselines }) => ({
    current,
    cameFrom,
    several: baselines.length > 1,
  }))
  const commands: readonly Command[] = [
    { id: 'compare.next-change', title: t('compare:command.nextChange'), keys: 'F7', run: () => moving.stepChange(1) },
    {
      id: 'compare.previous-change',
      title: t('compare:command.previousChange'),
      keys: 'Shift+F7',
      run: () => moving.stepChange(-1),
    },
    { id: 'compare.next-target', title: t('compare:command.nextTarget'), keys: 'F8', run: () => moving.stepTarget(1) },
    {
      id: 'compare.previous-target',
      title: t('compare:command.previousTarget'),
      keys: 'Shift+F8',
      run: () => moving.stepTarget(-1),
    },
    {
      id: 'compare.next-baseline',
      title: t('compare:command.nextBaseline'),
      keys: 'F9',
      enabled: several,
      run: () => controller.baselines.step(1),
    },
    {
      id: 'compare.previous-baseline',
      title: t('compare:command.previousBaseline'),
      keys: 'Shift+F9',
      enabled: several,
      run: () => controller.baselines.step(-1),
    },
    {
      id: 'compare.history',
      title: t('compare:command.history'),
      keys: 'Mod+Alt+H',
      run: () => moving.showTab('history'),
    },
    {
      id: 'compare.take-baseline',
      title: t('compare:command.takeBaseline'),
      keys: 'Alt+ArrowRight',
      enabled: current !== null,
      run: () => current !== null && controller.takeBaseline(current),
    },
    {
      id: 'compare.annotate',
      title: t('compare:command.annotate'),
      keys: 'Mod+Alt+M',
      run: () => reviewing.beginNote(),
    },
    {
      id: 'compare.undo',
      title: t('compare:command.undo'),
      keys: 'Mod+Z',
      inText: false,
      run: () => controller.undo(),
    },
    {
      id: 'compare.redo',
      title: t('compare:command.redo'),
      keys: ['Mod+Y', 'Mod+Shift+Z'],
      inText: false,
      run: () => controller.redo(),
    },
    { id: 'compare.next-region', title: t('compare:command.nextRegion'), keys: 'F6', run: () => cycleRegions(1) },
    {
      id: 'compare.previous-region',
      title: t('compare:command.previousRegion'),
      keys: 'Shift+F6',
      run: () => cycleRegions(-1),
    },
    { id: 'compare.shut-folds', title: t('compare:command.shutFolds'), run: () => moving.shutFolds() },
    {
      id: 'compare.back',
      title: t('compare:command.back'),
      enabled: cameFrom !== null,
      run: () => moving.goBack(),
    },
  ]
  useCommands(commands)
}
