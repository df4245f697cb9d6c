import { join } from 'node:path'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'

const root = import.meta.dirname

/** The page; part of electron.vite.config.ts, and built alone where it is developed without Electron. */
export default defineConfig({
  root: join(root, 'src/renderer'),
  // Relative: the page stands at app://duigao/ in one shell and at http://127.0.0.1:…/ in another.
  base: './',
  plugins: [react()],
  // Modules, so that a worker can load a part of itself later.
  worker: { format: 'es' },
  build: {
    outDir: join(root, 'out/renderer'),
    emptyOutDir: true,
    minify: true,
    // The browser shell meets the Chromium of UOS, Kylin and offline Windows, older than the one in Electron.
    target: 'chrome110',
    // Read from the disk, not over a network: antd in one piece costs nothing.
    chunkSizeWarningLimit: 4000,
    rollupOptions: { input: join(root, 'src/renderer/index.html') },
  },
})
