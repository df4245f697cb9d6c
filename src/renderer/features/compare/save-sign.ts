import type { SaveState } from './draft-saver.ts'

/** That all is safe is said once nothing has been typed for this long. */
const REST_MS = 500

/**
 * Says whether what was typed is safe. That it is not is said at once; that it is, when typing has come to rest: while someone types
 * the words would change twice with every key, and each time the page would be drawn again.
 */
export class SaveSign {
  readonly #show: (save: SaveState) => void
  #unsafe = false
  #timer: ReturnType<typeof setTimeout> | undefined

  constructor(show: (save: SaveState) => void) {
    this.#show = show
  }

  set(save: SaveState): void {
    clearTimeout(this.#timer)
    if (save.status === 'idle' && this.#unsafe) this.#timer = setTimeout(() => this.#say(save), REST_MS)
    else this.#say(save)
  }

  #say(save: SaveState): void {
    this.#unsafe = save.status !== 'idle'
    this.#show(save)
  }
}
