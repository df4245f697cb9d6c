import { create } from 'zustand'
import { api } from '../../lib/api.ts'
import { toReply } from '../../lib/errors.ts'
import { type Columns, listColumns, NO_COLUMNS, sameSide, sideKey } from './model/columns.ts'
import type { Filter } from './model/filter-rows.ts'
import type { Matrix } from './model/matrix.ts'

/** Work that takes longer than this says that it is at work. */
const SAY_BUSY_MS = 300

interface TargetsState {
  readonly columns: Columns
  /** Of the columns as they were last read; null until then. */
  readonly matrix: Matrix | null
  readonly busy: boolean
  /** An error reply, or `cancelled`; null while all is well. */
  readonly failure: ReturnType<typeof toReply> | null
  readonly filter: Filter
  readonly query: string
  /** The category shown; null for all. */
  readonly category: string | null
  /** The row in hand, by its key; null for none. */
  readonly current: string | null
  /** The column in hand. */
  readonly column: number
  /** Where the table was scrolled to, kept while another screen is shown. */
  readonly scrollTop: number
}

const FIRST: TargetsState = {
  columns: NO_COLUMNS,
  matrix: null,
  busy: false,
  failure: null,
  filter: 'all',
  query: '',
  category: null,
  current: null,
  column: 0,
  scrollTop: 0,
}

/** Outlives the screen: whoever comes back from a sentence finds the table as it was. */
export const useTargets = create<TargetsState>()(() => FIRST)

/** The state as it is now, for code that runs outside a rendering. */
export const targetsNow = (): TargetsState => useTargets.getState()

/** The request under way: only its answer counts. */
let request: { readonly id: string; readonly timer: ReturnType<typeof setTimeout> } | null = null

function settle(): void {
  if (request) clearTimeout(request.timer)
  request = null
}

/** Calls off the reading in hand; the table stays as it was. */
export function cancelReading(): void {
  if (!request) return
  void api.invoke('targets:cancel', { requestId: request.id }).catch(() => undefined)
  settle()
  useTargets.setState({ busy: false, failure: { code: 'cancelled', message: '' } })
}

/** Reads the matrix of these columns. A newer call makes an older one void. */
export async function readMatrix(columns: Columns): Promise<void> {
  const sides = listColumns(columns).map(({ side }) => side)
  if (request) void api.invoke('targets:cancel', { requestId: request.id }).catch(() => undefined)
  settle()
  useTargets.setState({ columns, failure: null })
  if (sides.length === 0) {
    useTargets.setState({ matrix: null, busy: false })
    return
  }
  const id = crypto.randomUUID()
  const own = { id, timer: setTimeout(() => useTargets.setState({ busy: true }), SAY_BUSY_MS) }
  request = own
  const place = (side: Columns['draft']) => {
    const at = sides.findIndex((each) => sameSide(each, side))
    return at < 0 ? null : at
  }
  try {
    const { baseline, draft } = columns
    const input = { columns: sides, baseline: place(baseline), draft: place(draft), requestId: id }
    const matrix = await api.invoke('targets:matrix', input)
    if (request !== own) return
    useTargets.setState((state) => ({ matrix, busy: false, column: placeOfColumn(state, matrix) }))
    settle()
  } catch (error) {
    if (request !== own) return
    settle()
    useTargets.setState({ busy: false, failure: toReply(error) })
  }
}

/** The column in hand by its document, wherever that stands now; the draft where it is gone. */
function placeOfColumn({ matrix, column }: TargetsState, next: Matrix): number {
  const side = matrix?.documents[column]?.side
  const found = side ? next.documents.findIndex((document) => sideKey(document.side) === sideKey(side)) : -1
  return found >= 0 ? found : (next.draft ?? 0)
}
