/**
 * The characters of a comparison key as numbers, in order, without those that only join others. What says one thing in other
 * words often shares characters: 医师, 医生, 医务.
 */
export function charactersOf(key: string): Int32Array {
  const characters = new Int32Array(key.length)
  let count = 0
  for (let i = 0; i < key.length; i += 1) {
    const code = key.charCodeAt(i)
    if (code >= 0x3400 && code <= 0x9fff && !JOINING.has(code)) characters[count++] = code
  }
  return characters.subarray(0, count)
}

const JOINING = new Set(Array.from('的和与及等以为在对把将要或从向到并中了是地得有更加', (each) => each.charCodeAt(0)))
