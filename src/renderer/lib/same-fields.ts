import { useRef } from 'react'
import { type StoreApi, useStore } from 'zustand'

/**
 * Whether two values are one for whoever draws them: the same value, or objects or lists with the same in each of their fields.
 * Asked at every change of a store for everything on the screen: nothing is copied to be compared.
 */
export function sameFields(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true
  if (Array.isArray(a)) {
    return Array.isArray(b) && a.length === b.length && a.every((item, index) => Object.is(item, b[index]))
  }
  if (!isPlain(a) || !isPlain(b)) return false
  const names = Object.keys(a)
  return names.length === Object.keys(b).length && names.every((name) => name in b && Object.is(a[name], b[name]))
}

function isPlain(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype
}

/** A part of a store; the component is drawn again when a field of that part is another. */
export function useFields<State, Part>(store: StoreApi<State>, select: (state: State) => Part): Part {
  const last = useRef<Part | undefined>(undefined)
  return useStore(store, (state) => {
    const next = select(state)
    if (last.current === undefined || !sameFields(last.current, next)) last.current = next
    return last.current
  })
}
