import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'

export interface Rectangle {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}
export interface WindowState {
  /** Without a place of its own the window stands in the middle. */
  readonly bounds: Partial<Rectangle> & { readonly width: number; readonly height: number }
  readonly maximized: boolean
}

/** Two text columns of 34 characters with the panels beside them; most office screens are 1366 wide or more. */
export const FIRST_STATE: WindowState = { bounds: { width: 1440, height: 900 }, maximized: false }
export const MIN_SIZE = { width: 960, height: 600 } as const

function isRectangle(value: unknown): value is Rectangle {
  if (typeof value !== 'object' || value === null) return false
  const fields = value as Record<string, unknown>
  return ['x', 'y', 'width', 'height'].every((key) => Number.isSafeInteger(fields[key]))
}

function overlap(a: Rectangle, b: Rectangle): number {
  const width = Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x)
  const height = Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y)
  return Math.max(0, width) * Math.max(0, height)
}

/** The state of last time; the first state when there is none, it is damaged, or its screen is gone. */
export function readWindowState(path: string, screens: readonly Rectangle[]): WindowState {
  try {
    const { bounds, maximized } = JSON.parse(readFileSync(path, 'utf8')) as Record<string, unknown>
    if (!isRectangle(bounds) || bounds.width < MIN_SIZE.width || bounds.height < MIN_SIZE.height) return FIRST_STATE
    const visible = screens.reduce((sum, screen) => sum + overlap(bounds, screen), 0)
    // Half of it on a screen: enough to see the title bar and drag it.
    return visible * 2 < bounds.width * bounds.height ? FIRST_STATE : { bounds, maximized: maximized === true }
  } catch {
    return FIRST_STATE
  }
}

/** Losing the window's place is no reason to disturb anyone, so a failure is not reported. */
export function writeWindowState(path: string, state: WindowState): void {
  try {
    mkdirSync(dirname(path), { recursive: true })
    writeFileSync(path, JSON.stringify(state))
  } catch {
    return
  }
}
