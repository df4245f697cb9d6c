import { createContext, useContext } from 'react'
import { useFields } from '../../lib/same-fields.ts'
import type { CompareController } from './compare-controller.ts'
import type { CompareState } from './compare-state.ts'

export const CompareContext = createContext<CompareController | null>(null)

/** The comparison on the screen. */
export function useController(): CompareController {
  const controller = useContext(CompareContext)
  if (!controller) throw new Error('outside of CompareScreen')
  return controller
}

/** A part of its state; the component is drawn again when that part changes. */
export function useCompare<T>(select: (state: CompareState) => T): T {
  return useFields(useController().store, select)
}
