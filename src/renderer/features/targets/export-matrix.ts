import { api } from '../../lib/api.ts'
import type { Translate } from '../../lib/i18n.ts'
import { showToast } from '../../lib/toast.ts'
import { listColumns, sameSide } from './model/columns.ts'
import type { MatrixRow } from './model/matrix.ts'
import { useTargets } from './targets-state.ts'

/** Saves the rows as shown, in their order. */
export async function exportMatrix(format: 'xlsx' | 'csv', rows: readonly MatrixRow[], t: Translate): Promise<void> {
  const { columns } = useTargets.getState()
  const sides = listColumns(columns).map(({ side }) => side)
  const place = (side: typeof columns.draft) => {
    const at = sides.findIndex((each) => sameSide(each, side))
    return at < 0 ? null : at
  }
  const { baseline, draft } = columns
  const keys = rows.map(({ key }) => key)
  const saved = await api.invoke('targets:export', {
    columns: sides,
    baseline: place(baseline),
    draft: place(draft),
    format,
    keys,
  })
  if (saved.status === 'saved') sayWhere(saved, t)
}

/** Where a file went; with its path, where the shell knows it. */
export function sayWhere(
  { name, where }: { readonly name: string; readonly where: string | null },
  t: Translate,
): void {
  if (where === null) {
    showToast(t('targets:export.saved', { name }))
    return
  }
  showToast(t('targets:export.savedAt', { where }), {
    label: t('targets:export.copyPath'),
    run: () => void navigator.clipboard.writeText(where),
  })
}
