import { nameKey } from './canonical.ts'
import type { Attribute, Target } from './target.ts'

/**
 * Gives the targets of the prose the attribute that the indicator table of the same document gives their indicator, where
 * the prose says none. Growth and level of one indicator may differ in it.
 */
export function withTableAttributes(targets: readonly Target[]): Target[] {
  const known = new Map<string, Attribute>()
  for (const target of targets) {
    if (target.inTable !== true || target.attribute === null) continue
    for (const name of namesOf(target)) known.set(`${name}|${target.measure === 'growth'}`, target.attribute)
  }
  if (known.size === 0) return [...targets]
  return targets.map((target) => {
    if (target.attribute !== null || target.inTable === true || target.kind === 'actual') return target
    const attribute = namesOf(target)
      .map((name) => known.get(`${name}|${target.measure === 'growth'}`))
      .find((a) => a !== undefined)
    return attribute === undefined ? target : { ...target, attribute }
  })
}

function namesOf(target: Target): string[] {
  return target.canonical === null ? [nameKey(target.indicator)] : [target.canonical]
}
