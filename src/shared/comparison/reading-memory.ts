import { CheckMemory } from '../checks/check-memory.ts'
import { OutlineMemory } from '../outline/outline-memory.ts'
import { TargetMemory } from '../targets/target-memory.ts'

/** What was read out of a draft, for the next time it is read. Reading with a memory gives the same as reading without. */
export class ReadingMemory {
  readonly outline = new OutlineMemory()
  readonly targets = new TargetMemory()
  readonly checks = new CheckMemory()
}
