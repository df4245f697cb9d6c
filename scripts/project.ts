import { join } from 'node:path'

/** The folder of package.json. */
export const PROJECT = join(import.meta.dirname, '..')

/** A path in the project. */
export const inProject = (...parts: string[]): string => join(PROJECT, ...parts)
