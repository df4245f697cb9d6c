/**
 * `npm run dev`: with Electron, its window with hot reload. Without, the browser shell on the sources: the page is rebuilt at
 * every change (reload it), the program restarts at every change (open its new address).
 */
import { hasDisplay } from '../src/main/browser/open-window.ts'
import { ensureBuilt } from './build-app.ts'
import { findElectron } from './electron-binary.ts'
import { inProject } from './project.ts'
import { runNode } from './run.ts'

process.env.DUIGAO_CHECK_OUTPUT = '1'
const electronVite = inProject('node_modules/electron-vite/bin/electron-vite.js')

if (findElectron() !== null && hasDisplay()) process.exitCode = await runNode([electronVite, 'dev', '--watch'])
else {
  console.log(
    '没有 Electron（或没有图形界面）：在浏览器中开发。页面随改随建，刷新即可；程序改动后会重新启动并给出新地址。',
  )
  await ensureBuilt()
  const vite = inProject('node_modules/vite/bin/vite.js')
  const [code] = await Promise.all([
    runNode(['--watch-path=src/main', '--watch-path=src/shared', inProject('src/main/browser/main.ts'), '--no-window']),
    runNode([vite, 'build', '--watch', '--config', inProject('renderer.vite.config.ts'), '--logLevel', 'warn']),
  ])
  process.exitCode = code
}
