import { create } from 'zustand'
import { errorMessage, errorReport, toReply } from './errors.ts'

export interface Toast {
  readonly id: number
  readonly tone: 'plain' | 'error'
  readonly text: string
  /** What 复制 puts on the clipboard; only errors have it. */
  readonly report?: string
  readonly action?: { readonly label: string; readonly run: () => void }
}

interface ToastStore {
  readonly toasts: readonly Toast[]
  readonly add: (toast: Omit<Toast, 'id'>) => void
  readonly dismiss: (id: number) => void
}

/** How many stand at once; the oldest goes first. */
const MAX_TOASTS = 3

export const useToasts = create<ToastStore>()((set) => ({
  toasts: [],
  add: (toast) =>
    set(({ toasts }) => ({
      toasts: [...toasts, { ...toast, id: (toasts.at(-1)?.id ?? 0) + 1 }].slice(-MAX_TOASTS),
    })),
  dismiss: (id) => set(({ toasts }) => ({ toasts: toasts.filter((toast) => toast.id !== id) })),
}))

/** Says what was done, with one thing to do about it (撤销). */
export function showToast(text: string, action?: Toast['action']): void {
  useToasts.getState().add({ tone: 'plain', text, ...(action ? { action } : {}) })
}

/** Says what failed; stays until dismissed and can be copied. Cancelling is no failure. */
export function showError(error: unknown): void {
  const reply = toReply(error)
  if (reply.code === 'cancelled') return
  useToasts.getState().add({ tone: 'error', text: errorMessage(reply), report: errorReport(reply) })
}
