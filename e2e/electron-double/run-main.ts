/** Runs the built main process under Node with the double in Electron's place. Started by launch.ts. */
import { registerHooks } from 'node:module'
import { pathToFileURL } from 'node:url'
import { inProject } from '../../scripts/project.ts'

registerHooks({
  resolve: (specifier, context, next) =>
    specifier === 'electron'
      ? { url: new URL('electron.ts', import.meta.url).href, shortCircuit: true }
      : next(specifier, context),
})

await import(pathToFileURL(inProject('out/main/electron/index.js')).href)
