import type { Step } from './step.ts'

/** All steps in the order they run. */
export const STEPS: readonly Step[] = []
