/** Work that takes longer than this says that it is being done. */
const SAY_AFTER_MS = 300

/** Says that work is going on, once it has gone on for long enough to be noticed; takes it back at once. */
export class BusySign {
  readonly #show: (busy: boolean) => void
  #shown = false
  #timer: ReturnType<typeof setTimeout> | undefined

  constructor(show: (busy: boolean) => void) {
    this.#show = show
  }

  set(busy: boolean): void {
    clearTimeout(this.#timer)
    if (busy) this.#timer = setTimeout(() => this.#say(true), SAY_AFTER_MS)
    else this.#say(false)
  }

  #say(busy: boolean): void {
    if (busy === this.#shown) return
    this.#shown = busy
    this.#show(busy)
  }
}
