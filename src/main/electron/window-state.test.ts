import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { FIRST_STATE, readWindowState, type WindowState, writeWindowState } from './window-state.ts'

const laptop = { x: 0, y: 0, width: 1366, height: 768 }
const beside = { x: 1366, y: 0, width: 1920, height: 1080 }
const state: WindowState = { bounds: { x: 1500, y: 40, width: 1600, height: 900 }, maximized: true }
let folder: string
let path: string

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'duigao-window-'))
  path = join(folder, 'made', 'window.json')
})
afterEach(() => rmSync(folder, { recursive: true }))

describe('the window', () => {
  it('comes back where it was', () => {
    writeWindowState(path, state)
    expect(readWindowState(path, [laptop, beside])).toEqual(state)
  })

  it('comes back to the middle when its screen is gone', () => {
    writeWindowState(path, state)
    expect(readWindowState(path, [laptop])).toEqual(FIRST_STATE)
  })

  it('counts the parts on two screens together', () => {
    const across = { bounds: { x: 866, y: 40, width: 1000, height: 700 }, maximized: false }
    writeWindowState(path, across)
    expect(readWindowState(path, [laptop, beside])).toEqual(across)
  })

  it.each(['', '{', 'null', '{"bounds":{"x":0,"y":0,"width":10,"height":10}}', '{"bounds":{"x":"0"}}'])(
    'starts afresh from a damaged file (%s)',
    (content) => {
      writeWindowState(path, state)
      writeFileSync(path, content)
      expect(readWindowState(path, [laptop, beside])).toEqual(FIRST_STATE)
    },
  )

  it('does not mind a place that cannot be written', () => {
    writeFileSync(join(folder, 'file'), '')
    expect(() => writeWindowState(join(folder, 'file', 'window.json'), state)).not.toThrow()
  })
})
