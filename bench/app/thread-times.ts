import { readdirSync, readFileSync } from 'node:fs'

/** Milliseconds of processor time by kind of thread. */
export type ThreadTimes = ReadonlyMap<string, number>

const KIND_OF_THREAD: readonly (readonly [RegExp, string])[] = [
  [/^DedicatedWorker/, 'worker'],
  [/^ThreadPool/, 'compiling and collecting'],
  [/^(?:Compositor|Chrome_ChildIOT)/, 'painting'],
]

/** What a thread of the renderer does; null for those that hardly do anything. */
function kindOf(name: string, isMain: boolean): string | null {
  if (isMain) return 'page'
  return KIND_OF_THREAD.find(([pattern]) => pattern.test(name))?.[1] ?? null
}

/**
 * Processor time that the renderers among this process's descendants have used so far, by kind of thread. Other than the clock it
 * says the same whatever else the machine does. Linux only (/proc); empty elsewhere.
 */
export function readThreadTimes(): ThreadTimes {
  const times = new Map<string, number>()
  for (const pid of renderers()) {
    for (const thread of listed(`/proc/${pid}/task`)) {
      const kind = kindOf(read(`/proc/${pid}/task/${thread}/comm`).trim(), thread === pid)
      const nanoseconds = Number(read(`/proc/${pid}/task/${thread}/schedstat`).split(' ')[0])
      if (kind !== null && nanoseconds > 0) times.set(kind, (times.get(kind) ?? 0) + nanoseconds / 1e6)
    }
  }
  return times
}

/** `page 413, worker 383`: what was used between two readings. */
export function sayUsed(before: ThreadTimes, after: ThreadTimes): string {
  const used = [...after].map(([kind, ms]) => [kind, Math.round(ms - (before.get(kind) ?? 0))] as const)
  return used
    .filter(([, ms]) => ms > 0)
    .map(([kind, ms]) => `${kind} ${ms}`)
    .join(', ')
}

function renderers(): string[] {
  const pids = listed('/proc').filter((name) => /^\d+$/.test(name))
  return pids.filter((pid) => read(`/proc/${pid}/cmdline`).includes('--type=renderer') && descends(pid))
}

function descends(pid: string): boolean {
  for (let at = pid; at !== '' && at !== '0' && at !== '1'; at = parentOf(at)) {
    if (at === String(process.pid)) return true
  }
  return false
}

/** Behind the name in parentheses, which may hold anything: the state, then the parent. */
function parentOf(pid: string): string {
  return /.*\) \S (\d+)/s.exec(read(`/proc/${pid}/stat`))?.[1] ?? ''
}

function listed(folder: string): string[] {
  try {
    return readdirSync(folder)
  } catch {
    return []
  }
}

/** Empty for what is gone meanwhile. */
function read(file: string): string {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return ''
  }
}
