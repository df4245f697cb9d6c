import { Worker } from 'node:worker_threads'
import { expect, it } from 'vitest'

/** Runs code with a rejection that nobody handles in a thread of its own: it would end this one. */
function lives(name: string): Promise<boolean> {
  const module = new URL('./loose-rejections.ts', import.meta.url).href
  const code = `
    const { withoutLooseRejections } = await import(${JSON.stringify(module)})
    await withoutLooseRejections(async () => {
      void Promise.reject(Object.assign(new Error('loose'), { name: ${JSON.stringify(name)} }))
      await new Promise((resolve) => setTimeout(resolve, 50))
    })`
  const worker = new Worker(new URL(`data:text/javascript,${encodeURIComponent(code)}`))
  return new Promise((resolve) => {
    worker.on('error', () => resolve(false))
    worker.on('exit', (exitCode) => resolve(exitCode === 0))
  })
}

it('drops what pdf.js leaves behind, and nothing else', async () => {
  expect(await lives('XRefEntryException')).toBe(true)
  expect(await lives('TypeError')).toBe(false)
}, 60_000)
