import { i18n } from './i18n.ts'
import { showError, showToast } from './toast.ts'

type Undo = () => Promise<unknown>

/** What can be taken back, newest last. */
const stack: Undo[] = []
const MAX_KEPT = 50

async function run(undo: Undo): Promise<void> {
  const place = stack.indexOf(undo)
  // Taken back already, by the key or by the button: once is enough.
  if (place < 0) return
  stack.splice(place, 1)
  try {
    await undo()
  } catch (error) {
    showError(error)
  }
}

/** Says what was done and offers to take it back: by the message's button while it stands, by Ctrl+Z at any time. */
export function offerUndo(text: string, undo: Undo): void {
  stack.push(undo)
  if (stack.length > MAX_KEPT) stack.shift()
  showToast(text, { label: i18n.t('common:undo'), run: () => void run(undo) })
}

/** Takes back the newest thing that can be. */
export function undoLast(): void {
  const undo = stack.at(-1)
  if (undo) void run(undo)
}
