import type { FindingCode } from '../finding.ts'

/** A text with or without one error, its lines one a block. */
export interface PlantedCase {
  readonly code: FindingCode
  readonly kind: 'plan' | 'report' | 'bulletin'
  /** Texts that hold the error. */
  readonly wrong: readonly string[]
  /** Texts that look like it and are right. */
  readonly right: readonly string[]
}
