import type { KeyboardEvent } from 'react'

/** Arrow keys move the focus among the buttons of a group that has one tab stop. */
export function moveRovingFocus(event: KeyboardEvent<HTMLElement>, selector: string): void {
  const direction = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
  if (direction === 0) return
  const all = [...event.currentTarget.querySelectorAll<HTMLElement>(selector)]
  const here = all.findIndex((each) => each === document.activeElement)
  const next = all[here + direction]
  if (here < 0 || !next) return
  event.preventDefault()
  next.focus()
}
