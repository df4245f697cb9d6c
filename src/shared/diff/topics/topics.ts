/**
 * What a unit is about: every two characters of a word in a row, as one number, in order. Marks and numbers
 * are about nothing. Two characters make most Chinese words; what stands in every other unit is weighed down later.
 */
export function topicsOf(key: string): Int32Array {
  const pairs = new Int32Array(Math.max(0, key.length - 1))
  let count = 0
  let before = 0
  for (let i = 0; i < key.length; i += 1) {
    const code = key.charCodeAt(i)
    const current = isWordCharacter(code) ? code : 0
    if (before !== 0 && current !== 0) pairs[count++] = (before << 16) | current
    before = current
  }
  return pairs.subarray(0, count)
}

/** Han characters and Latin letters, upper and lower case. */
function isWordCharacter(code: number): boolean {
  return (code >= 0x3400 && code <= 0x9fff) || (code >= 0x41 && code <= 0x5a) || (code >= 0x61 && code <= 0x7a)
}
