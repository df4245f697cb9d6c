/** Han characters lie between these code units, the first inclusive, the last exclusive. */
const [FIRST, END] = [0x3400, 0xa000]
/** How many numbers of characters there are. */
export const CHARACTERS = END - FIRST

/**
 * The Han characters of a comparison key by number, ascending, each once; without those that only join others. What says one thing
 * in other words often shares characters: 医师, 医生, 医务.
 */
export function charactersOf(key: string): Int32Array {
  const found = new Set<number>()
  for (let i = 0; i < key.length; i += 1) {
    const code = key.charCodeAt(i)
    if (code >= FIRST && code < END && !JOINING.has(code)) found.add(code - FIRST)
  }
  return Int32Array.from(found).sort()
}

const JOINING = new Set(Array.from('的和与及等以为在对把将要或从向到并中了是地得有更加', (each) => each.charCodeAt(0)))
