import { homedir } from 'node:os'
import { join } from 'node:path'

interface Machine {
  readonly platform: NodeJS.Platform
  readonly env: Readonly<Record<string, string | undefined>>
  readonly home: string
}

const thisMachine = (): Machine => ({ platform: process.platform, env: process.env, home: homedir() })

/**
 * The folder of everything that 对稿 keeps for this user: %APPDATA%\Duigao on Windows, ~/Library/Application Support/Duigao on
 * macOS, $XDG_DATA_HOME/duigao (by default ~/.local/share/duigao) elsewhere. The same in every shell.
 */
export function dataDirectory({ platform, env, home }: Machine = thisMachine()): string {
  if (platform === 'win32') return join(env.APPDATA ?? join(home, 'AppData', 'Roaming'), 'Duigao')
  if (platform === 'darwin') return join(home, 'Library', 'Application Support', 'Duigao')
  return join(env.XDG_DATA_HOME?.startsWith('/') ? env.XDG_DATA_HOME : join(home, '.local', 'share'), 'duigao')
}

/** The library that opens when none is named: DUIGAO_LIBRARY, else `library.duigao` in the data folder. */
export function defaultLibraryPath(machine: Machine = thisMachine()): string {
  return machine.env.DUIGAO_LIBRARY || join(dataDirectory(machine), 'library.duigao')
}
