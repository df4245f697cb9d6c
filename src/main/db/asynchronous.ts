import { classifyError } from './sqlite-errors.ts'

type Call = (...args: never[]) => unknown
/** The same functions, each answering later: what services see, so that another store can stand behind them. */
export type Asynchronous<T extends Record<string, Call>> = {
  readonly [K in keyof T]: (...args: Parameters<T[K]>) => Promise<Awaited<ReturnType<T[K]>>>
}

/** Wraps a repository's functions: each returns a promise, and SQLite's faults come out as DuigaoErrors that name the library. */
export function asynchronous<T extends Record<string, Call>>(functions: T, path: string): Asynchronous<T> {
  const wrapped = Object.entries(functions).map(([name, call]) => [
    name,
    async (...args: never[]) => {
      try {
        return call(...args)
      } catch (error) {
        throw classifyError(error, path)
      }
    },
  ])
  return Object.fromEntries(wrapped) as Asynchronous<T>
}
