import { globSync } from 'node:fs'
import { join } from 'node:path'
import { defineConfig } from 'electron-vite'
import renderer from './renderer.vite.config.ts'

const root = import.meta.dirname

/**
 * `out/` mirrors `src/` file by file: a path relative to a file (`../../../resources`) means the same in both,
 * so services find their resources whether they run from the sources, from the build or from a package.
 */
const mirrored = {
  format: 'es',
  preserveModules: true,
  preserveModulesRoot: join(root, 'src'),
  entryFileNames: '[name].js',
} as const

/** Where a process or a thread begins: the shells, and every `worker.ts`, which no import leads to. */
function mainEntries(): Record<string, string> {
  const workers = globSync('src/main/**/worker.ts', { cwd: root }).map((file) => file.replaceAll('\\', '/'))
  const files = ['src/main/electron/index.ts', 'src/main/browser/main.ts', ...workers]
  return Object.fromEntries(files.map((file) => [file.replace(/^src\/|\.ts$/g, ''), join(root, file)]))
}

export default defineConfig({
  main: {
    build: {
      outDir: 'out',
      emptyOutDir: false,
      target: 'node22',
      minify: false,
      rollupOptions: {
        input: mainEntries(),
        output: mirrored,
      },
    },
  },
  preload: {
    build: {
      outDir: 'out/preload',
      // A sandboxed preload can require nothing but `electron`: whatever else it imports must be inside the file.
      externalizeDeps: false,
      minify: false,
      rollupOptions: {
        input: { index: join(root, 'src/preload/index.ts') },
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  },
  renderer,
})
