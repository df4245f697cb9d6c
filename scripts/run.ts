import { type SpawnOptions, spawn } from 'node:child_process'
import { once } from 'node:events'
import { PROJECT } from './project.ts'

/**
 * Runs a command in the project's folder with the terminal as its own, passes Ctrl+C on and resolves with its exit code
 * (1 when a signal ended it). Rejects when it cannot be started.
 */
export async function run(command: string, args: readonly string[], options: SpawnOptions = {}): Promise<number> {
  const child = spawn(command, args, { cwd: PROJECT, stdio: 'inherit', ...options })
  const stop = (signal: NodeJS.Signals) => child.kill(signal)
  process.on('SIGINT', stop).on('SIGTERM', stop)
  try {
    const [code] = (await once(child, 'exit')) as [number | null]
    return code ?? 1
  } finally {
    process.off('SIGINT', stop).off('SIGTERM', stop)
  }
}

/** Runs a script with this same Node. */
export const runNode = (args: readonly string[], options: SpawnOptions = {}): Promise<number> =>
  run(process.execPath, args, options)
