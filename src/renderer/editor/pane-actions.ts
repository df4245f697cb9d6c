import { Facet } from '@codemirror/state'
import type { PaneAction } from './pane-spec.ts'

/** Who is told when something drawn in the pane is used. */
export const paneActions = Facet.define<(action: PaneAction) => void>()
