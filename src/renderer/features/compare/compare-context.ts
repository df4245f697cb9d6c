import { createContext, useContext } from 'react'
import { useStore } from 'zustand'
import { useShallow } from 'zustand/react/shallow'
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
  return useStore(useController().store, useShallow(select))
}
