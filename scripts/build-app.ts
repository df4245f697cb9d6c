import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { inProject } from './project.ts'
import { runNode } from './run.ts'

const STAMP = inProject('out', 'built-from.txt')
const INPUTS = [
  'src',
  'resources',
  'package.json',
  'package-lock.json',
  'electron.vite.config.ts',
  'renderer.vite.config.ts',
]
const OUTPUTS = [
  'out/main/electron/index.js',
  'out/main/browser/main.js',
  'out/main/services/tasks/worker.js',
  'out/preload/index.cjs',
  'out/renderer/index.html',
]

function filesBelow(path: string): readonly string[] {
  if (!statSync(path).isDirectory()) return [path]
  return readdirSync(path, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !/\.test\.tsx?$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
}

/** What the build depends on, in one line: names, sizes and times of all its inputs. */
function inputsDigest(): string {
  const hash = createHash('sha256')
  for (const file of INPUTS.flatMap((input) => filesBelow(inProject(input))).toSorted()) {
    const { size, mtimeMs } = statSync(file)
    hash.update(`${file} ${size} ${mtimeMs}\n`)
  }
  return hash.digest('hex')
}

/** Whether `out/` is there and was built from the sources as they are now. */
export function isBuilt(): boolean {
  if (!OUTPUTS.every((output) => existsSync(inProject(output))) || !existsSync(STAMP)) return false
  return readFileSync(STAMP, 'utf8') === inputsDigest()
}

/** Builds main, preload and page into `out/`. Throws when the build fails. */
export async function buildApp(): Promise<void> {
  const digest = inputsDigest()
  rmSync(inProject('out'), { recursive: true, force: true })
  const code = await runNode([
    inProject('node_modules/electron-vite/bin/electron-vite.js'),
    'build',
    '--logLevel',
    'warn',
  ])
  if (code !== 0) throw new Error('electron-vite build failed')
  writeFileSync(STAMP, digest)
}

/** Builds when `out/` is missing or older than the sources. */
export async function ensureBuilt(): Promise<void> {
  if (isBuilt()) return
  console.log('正在构建（第一次约需半分钟）…')
  await buildApp()
}
