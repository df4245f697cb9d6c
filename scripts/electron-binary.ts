import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { inProject } from './project.ts'

const PACKAGE = inProject('node_modules', 'electron')
/** About 110 MB; on a line that takes longer, the browser window is the better answer. */
const DOWNLOAD_LIMIT_MS = 5 * 60_000

export type ElectronBinary = { readonly path: string } | { readonly missing: string }

/** Where Electron's binary is: ELECTRON_OVERRIDE_DIST_PATH, else where its installer put it; null when it is not there. */
export function findElectron(env: Readonly<Record<string, string | undefined>> = process.env): string | null {
  const pathFile = join(PACKAGE, 'path.txt')
  const inside = existsSync(pathFile) ? readFileSync(pathFile, 'utf8') : null
  const override = env.ELECTRON_OVERRIDE_DIST_PATH
  const plain = process.platform === 'win32' ? 'electron.exe' : 'electron'
  const path = override ? join(override, inside ?? plain) : inside && join(PACKAGE, 'dist', inside)
  return path && existsSync(path) ? path : null
}

/** The last line of what the installer said that a person can use. */
function reason(output: string): string {
  const lines = output.split('\n').map((line) => line.trim())
  return (
    lines.find((line) => /Error:|HTTPError|not available/.test(line)) ?? lines.findLast((line) => line !== '') ?? ''
  )
}

/** Electron's own installer, which honours ELECTRON_MIRROR, proxies and its cache. */
async function install(): Promise<string | null> {
  const child = spawn(process.execPath, [join(PACKAGE, 'install.js')], {
    stdio: ['ignore', 'inherit', 'pipe'],
    env: { ...process.env, ELECTRON_GET_USE_PROXY: '1' },
  })
  let output = ''
  child.stderr.setEncoding('utf8').on('data', (chunk: string) => (output += chunk))
  const timer = setTimeout(() => child.kill(), DOWNLOAD_LIMIT_MS)
  const [code, signal] = (await once(child, 'exit')) as [number | null, NodeJS.Signals | null]
  clearTimeout(timer)
  if (code === 0) return null
  return signal === null ? `下载失败：${reason(output)}` : '下载超过 5 分钟，已停止'
}

/** The binary, fetched when it is missing; otherwise why it cannot be had. */
export async function ensureElectron(): Promise<ElectronBinary> {
  const found = findElectron()
  if (found !== null) return { path: found }
  if (process.env.ELECTRON_OVERRIDE_DIST_PATH) return { missing: 'ELECTRON_OVERRIDE_DIST_PATH 里没有 Electron' }
  console.log('正在获取 Electron（约 110 MB，可用 ELECTRON_MIRROR 指定镜像）…')
  const failure = await install()
  const path = findElectron()
  return path === null ? { missing: failure ?? '安装程序没有给出可执行文件' } : { path }
}
