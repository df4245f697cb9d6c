/** Numbers 32-bit keys in the order in which they are met. Open addressing over typed arrays: a document has a million shingles. */
export class HashTable {
  private keys: Int32Array
  private values: Int32Array
  private mask: number
  /** The keys in the order in which they were met. */
  private met: Int32Array
  size = 0

  constructor(expected: number) {
    const capacity = 1 << Math.max(4, 33 - Math.clz32(Math.max(1, expected)))
    this.keys = new Int32Array(capacity)
    this.values = new Int32Array(capacity).fill(-1)
    this.mask = capacity - 1
    this.met = new Int32Array(capacity >> 1)
  }

  /** The key that has a number. */
  keyOf(number: number): number {
    return this.met[number] as number
  }

  /** The number of a key, or -1. */
  get(key: number): number {
    const { keys, values, mask } = this
    for (let at = spread(key) & mask; ; at = (at + 1) & mask) {
      const value = values[at] as number
      if (value < 0 || keys[at] === key) return value
    }
  }

  /** The number of a key, a new one if it is met for the first time. */
  add(key: number): number {
    for (let at = spread(key) & this.mask; ; at = (at + 1) & this.mask) {
      const value = this.values[at] as number
      if (value >= 0) {
        if (this.keys[at] === key) return value
        continue
      }
      this.keys[at] = key
      this.values[at] = this.size
      this.met[this.size] = key
      this.size += 1
      if (this.size * 2 > this.mask) this.grow()
      return this.size - 1
    }
  }

  private grow(): void {
    const [keys, values] = [this.keys, this.values]
    this.keys = new Int32Array(keys.length * 2)
    this.values = new Int32Array(keys.length * 2).fill(-1)
    this.mask = this.keys.length - 1
    const met = new Int32Array(keys.length)
    met.set(this.met)
    this.met = met
    for (let i = 0; i < keys.length; i += 1) {
      const value = values[i] as number
      if (value < 0) continue
      const key = keys[i] as number
      let at = spread(key) & this.mask
      while ((this.values[at] as number) >= 0) at = (at + 1) & this.mask
      this.keys[at] = key
      this.values[at] = value
    }
  }
}

function spread(key: number): number {
  const mixed = Math.imul(key ^ (key >>> 16), 0x45d9f3b)
  return mixed ^ (mixed >>> 15)
}
