import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it, vi } from 'vitest'

interface Entry {
  readonly id?: string
  readonly label?: string
  readonly accelerator?: string
  readonly submenu?: readonly Entry[]
}
const set = vi.hoisted(() => vi.fn<(menu: readonly Entry[]) => void>())
vi.mock('electron', () => ({
  app: { isPackaged: true },
  BrowserWindow: Object,
  Menu: { buildFromTemplate: (template: unknown) => template, setApplicationMenu: set },
}))

const { installMenu } = await import('./menu.ts')
installMenu()
const menu = set.mock.calls[0]?.[0] ?? []
const entries = menu.flatMap((each) => each.submenu ?? [])
const commands = entries.filter((entry) => entry.id !== undefined)

/** Everything the page's sources say, to look command ids up in. */
function pageSources(): string {
  const root = join(import.meta.dirname, '../../renderer')
  return readdirSync(root, { recursive: true, encoding: 'utf8' })
    .filter((path) => /\.tsx?$/.test(path))
    .map((path) => readFileSync(join(root, path), 'utf8'))
    .join('\n')
}

it('sends only commands that the page knows', () => {
  const sources = pageSources()
  // Themes are registered by a template: `settings.theme.${theme}`.
  const unknown = commands.filter(({ id = '' }) => !sources.includes(`'${id}'`) && !id.startsWith('settings.theme.'))
  expect(unknown.map(({ id }) => id)).toEqual([])
})

it('gives no two entries one accelerator', () => {
  const accelerators = entries.flatMap(({ accelerator }) => (accelerator === undefined ? [] : [accelerator]))
  expect(new Set(accelerators).size).toBe(accelerators.length)
})

it('speaks Chinese throughout', () => {
  const labels = [...menu, ...entries].flatMap(({ label }) => (label === undefined ? [] : [label]))
  expect(labels.filter((label) => !/\p{Script=Han}/u.test(label))).toEqual([])
})
