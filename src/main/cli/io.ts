/** What a command may touch of the terminal. `directory` is where the command was typed: relative paths count from there. */
export interface Io {
  readonly stdin: AsyncIterable<Uint8Array | string>
  readonly out: (text: string) => void
  readonly err: (text: string) => void
  readonly directory: string
}

/** One subcommand: words after its name, already split. Resolves when its output is written. */
export interface Command {
  run(args: readonly string[], io: Io): Promise<void>
}

/** Wrong usage: exit code 2. */
export class UsageError extends Error {
  override readonly name = 'UsageError'
}
