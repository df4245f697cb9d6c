import type { ReactNode } from 'react'

/** What a screen puts into the status bar: spans, left and right. The app adds 离线. */
export interface StatusLine {
  readonly left: ReactNode
  readonly right: ReactNode
}
