import { useCallback, useEffect, useMemo, useState } from 'react'
import { errorMessage } from '../../lib/errors.ts'
import { useT } from '../../lib/i18n.ts'
import { useLibrary } from '../../lib/library.ts'
import { useSettings } from '../../lib/settings.ts'
import { useCommands } from '../../lib/shortcuts.ts'
import { showError } from '../../lib/toast.ts'
import type { Pair } from '../../lib/versions.ts'
import { Button } from '../../ui/button.tsx'
import type { StatusLine } from '../../ui/status.ts'
import { AddColumnDialog } from './add-column-dialog.tsx'
import { TargetsBar } from './bar.tsx'
import { exportMatrix } from './export-matrix.ts'
import { MatrixTable } from './matrix-table.tsx'
import { type Columns, defaultColumns, listColumns, standing } from './model/columns.ts'
import { filterRows, linesOf } from './model/filter-rows.ts'
import { isChanged, type Matrix, type MatrixRow, type Place, spokenIn } from './model/matrix.ts'
import { Panel } from './panel/panel.tsx'
import { SourceDialog } from './source-dialog.tsx'
import { cancelReading, readMatrix, useTargets } from './targets-state.ts'
import './targets.css'

/** A place of one side of a comparison, by its words. */
export interface ComparePlace {
  readonly side: 'left' | 'right'
  readonly start: number
  readonly quote: string
}

export interface TargetsScreenProps {
  /** The comparison at hand; null with nothing to compare. */
  readonly pair: Pair | null
  readonly onCompare: (pair: Pair, at: ComparePlace) => void
  readonly onOpenLibrary: () => void
  readonly onStatus: (line: StatusLine | null) => void
}

/** 指标: indicators by documents, with what changed, how fast it has to go, and the sentence behind every number. */
export function TargetsScreen({ pair, onCompare, onOpenLibrary, onStatus }: TargetsScreenProps) {
  const matrix = useTargets((state) => state.matrix)
  const { columns, change } = useColumns(pair)
  const [adding, setAdding] = useState(false)
  const [source, setSource] = useState<Place | null>(null)
  const open = useCallback(
    ({ document, target }: Place) => {
      const place = placeInComparison(matrix, { document, target })
      if (place) onCompare(place.pair, place.at)
      else setSource({ document, target })
    },
    [matrix, onCompare],
  )
  useStatus(matrix, onStatus)
  return (
    <div className="tgt">
      <TargetsBar onAdd={() => setAdding(true)} />
      <Reading onRetry={() => void readMatrix(columns)} />
      {listColumns(columns).length === 0 ? (
        <Nothing onAdd={() => setAdding(true)} onOpenLibrary={onOpenLibrary} />
      ) : (
        <Work
          columns={columns}
          onColumns={change}
          onOpen={open}
          onOpenSource={setSource}
          onAdd={() => setAdding(true)}
        />
      )}
      {adding && (
        <AddColumnDialog
          columns={columns}
          onChange={change}
          onReset={() => change(null)}
          onClose={() => setAdding(false)}
        />
      )}
      {source && matrix && <SourceDialog matrix={matrix} place={source} onClose={() => setSource(null)} />}
    </div>
  )
}

/** The columns as chosen, else as they come; read again when they or the library change. */
function useColumns(pair: Pair | null) {
  const documents = useLibrary((state) => state.documents)
  const chosen = useSettings((state) => state.settings.targetsColumns)
  const change = useSettings((state) => state.change)
  const [leftVersionId, right] = [pair?.leftVersionId, pair && JSON.stringify(pair.right)]
  const columns = useMemo(() => {
    const at =
      leftVersionId !== undefined && right ? { leftVersionId, right: JSON.parse(right) as Pair['right'] } : null
    const known = documents ?? []
    const kept = chosen && standing(chosen, known)
    return kept && listColumns(kept).length > 0 ? kept : defaultColumns(known, at)
  }, [documents, chosen, leftVersionId, right])
  useEffect(() => {
    if (documents !== null) void readMatrix(columns)
  }, [columns, documents])
  return { columns, change: (next: Columns | null) => void change({ targetsColumns: next && toSetting(next) }) }
}

function toSetting({ past, baseline, draft, references }: Columns) {
  return { past: [...past], baseline, draft, references: [...references] }
}

/** A place of the two texts under comparison; null for any other document. */
function placeInComparison(matrix: Matrix | null, { document, target }: Place) {
  const baseline = matrix?.baseline === null ? undefined : matrix?.documents[matrix.baseline]
  const draft = matrix?.draft === null ? undefined : matrix?.documents[matrix.draft]
  if (!matrix || !baseline || !draft || baseline.side.type !== 'version') return null
  if (document !== matrix.baseline && document !== matrix.draft) return null
  const side = document === matrix.baseline ? 'left' : 'right'
  const pair: Pair = { leftVersionId: baseline.side.versionId, right: draft.side }
  return { pair, at: { side, start: target.start, quote: target.quote } as const }
}

function Work(props: {
  readonly columns: Columns
  readonly onColumns: (columns: Columns | null) => void
  readonly onOpen: (place: Place) => void
  readonly onOpenSource: (place: Place) => void
  readonly onAdd: () => void
}) {
  const t = useT()
  const { matrix, filter, category, query, current } = useTargets()
  const rows = useMemo(
    () => (matrix ? filterRows(matrix, { filter, category, query }) : []),
    [matrix, filter, category, query],
  )
  const lines = useMemo(() => linesOf(rows), [rows])
  const row = rows.find(({ key }) => key === current) ?? rows.find(isChanged) ?? rows[0] ?? null
  useTargetsCommands(rows, row, props.onAdd)
  if (!matrix) return <main className="tgt-work" aria-label={t('targets:label')} />
  return (
    <main className="tgt-work" aria-label={t('targets:label')}>
      {rows.length > 0 ? (
        <MatrixTable matrix={matrix} lines={lines} current={row?.key ?? null} {...props} />
      ) : (
        <NoRows empty={matrix.rows.length === 0} onAdd={props.onAdd} />
      )}
      <Panel matrix={matrix} row={row} onOpen={props.onOpen} />
    </main>
  )
}

function useTargetsCommands(rows: readonly MatrixRow[], row: MatrixRow | null, onAdd: () => void): void {
  const t = useT()
  const matrix = useTargets((state) => state.matrix)
  const step = (direction: 1 | -1) => {
    const changed = rows.filter(isChanged)
    const here = row ? rows.indexOf(row) : -1
    const ahead =
      direction > 0
        ? changed.find((each) => rows.indexOf(each) > here)
        : changed.findLast((each) => rows.indexOf(each) < here)
    const next = ahead ?? (direction > 0 ? changed[0] : changed.at(-1))
    if (next) useTargets.setState({ current: next.key })
  }
  useCommands([
    { id: 'targets.next', title: t('targets:command.next'), keys: 'F7', run: () => step(1) },
    { id: 'targets.previous', title: t('targets:command.previous'), keys: 'Shift+F7', run: () => step(-1) },
    { id: 'targets.search', title: t('targets:command.search'), keys: 'Mod+F', run: focusSearch },
    { id: 'targets.add', title: t('targets:command.add'), run: onAdd },
    {
      id: 'targets.export',
      title: t('targets:command.export'),
      enabled: matrix !== null,
      run: () => void exportMatrix('xlsx', rows, t).catch(showError),
    },
  ])
}

function focusSearch(): void {
  document.querySelector<HTMLInputElement>('.tgt-find input')?.select()
}

/** What is under way, and what went wrong. */
function Reading({ onRetry }: { readonly onRetry: () => void }) {
  const t = useT()
  const { busy, failure } = useTargets()
  return (
    <>
      {busy && (
        <div className="cmp-busy" role="status">
          <div className="thin-bar wait">
            <u />
          </div>
          <div className="pill">
            {t('targets:busy')}
            <Button size="small" onClick={cancelReading}>
              {t('common:cancel')}
            </Button>
          </div>
        </div>
      )}
      {failure && (
        <div className="tgt-notice" role="alert">
          {failure.code === 'cancelled' ? t('targets:cancelled') : `${t('targets:failed')}${errorMessage(failure)}`}
          <Button size="small" onClick={onRetry}>
            {t('common:retry')}
          </Button>
        </div>
      )}
    </>
  )
}

function Nothing({ onAdd, onOpenLibrary }: { readonly onAdd: () => void; readonly onOpenLibrary: () => void }) {
  const t = useT()
  const some = useLibrary((state) => state.documents?.length ?? 0) > 0
  return (
    <main className="tgt-empty" aria-label={t('targets:label')}>
      <h1>{t('targets:empty.title')}</h1>
      <p>{t('targets:empty.body')}</p>
      {some ? (
        <Button look="primary" icon="plus" onClick={onAdd}>
          {t('targets:add')}
        </Button>
      ) : (
        <Button look="primary" onClick={onOpenLibrary}>
          {t('targets:empty.library')}
        </Button>
      )}
    </main>
  )
}

function NoRows({ empty, onAdd }: { readonly empty: boolean; readonly onAdd: () => void }) {
  const t = useT()
  return (
    <div className="tgt-empty">
      <h2>{empty ? t('targets:empty.noTargets') : t('targets:empty.noRows')}</h2>
      {empty && <p>{t('targets:empty.noTargetsBody')}</p>}
      {empty ? (
        <Button icon="plus" onClick={onAdd}>
          {t('targets:add')}
        </Button>
      ) : (
        <Button onClick={() => useTargets.setState({ filter: 'all', category: null, query: '' })}>
          {t('targets:empty.showAll')}
        </Button>
      )}
    </div>
  )
}

function useStatus(matrix: Matrix | null, onStatus: TargetsScreenProps['onStatus']): void {
  const t = useT()
  useEffect(() => {
    onStatus(matrix && { left: <StatusLeft matrix={matrix} />, right: <span>{t('targets:status.hint')}</span> })
    return () => onStatus(null)
  }, [matrix, onStatus, t])
}

function StatusLeft({ matrix }: { readonly matrix: Matrix }) {
  const t = useT()
  const single = matrix.rows.filter((row) => spokenIn(row) === 1).length
  const corrections = new Set(matrix.documents.flatMap((document) => document.corrections.map(({ id }) => id))).size
  return (
    <>
      <span>{t('targets:status.counts', { rows: matrix.rows.length, documents: matrix.documents.length })}</span>
      <span>{t('targets:status.paired', { paired: matrix.rows.length - single, single })}</span>
      {corrections > 0 && <span>{t('targets:status.corrections', { count: corrections })}</span>}
    </>
  )
}
