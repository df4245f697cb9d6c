import { afterEach, expect, test } from 'vitest'
import { type Command, keysOfEvent, listCommands, registerCommands, runCommand } from './shortcuts.ts'

const pressed = (key: string, held: Partial<Record<'ctrlKey' | 'metaKey' | 'shiftKey' | 'altKey', boolean>> = {}) =>
  keysOfEvent({ key, ctrlKey: false, metaKey: false, shiftKey: false, altKey: false, ...held })

const cleanUps: (() => void)[] = []
const register = (...args: Parameters<typeof registerCommands>) => cleanUps.push(registerCommands(...args))
afterEach(() => {
  for (const cleanUp of cleanUps.splice(0)) cleanUp()
})

test('a key press is named as commands write it', () => {
  expect([
    pressed('k', { ctrlKey: true }),
    pressed('k', { metaKey: true }),
    pressed('V', { ctrlKey: true, shiftKey: true }),
    pressed('F7', { shiftKey: true }),
    pressed('ArrowRight', { altKey: true }),
    pressed('?', { shiftKey: true }),
    pressed(',', { ctrlKey: true }),
  ]).toEqual(['Mod+K', 'Mod+K', 'Mod+Shift+V', 'Shift+F7', 'Alt+ArrowRight', '?', 'Mod+,'])
})

test('the newest command of an id runs, a screen before the app', () => {
  const ran: string[] = []
  const command = (name: string): Command => ({ id: 'x', title: name, run: () => ran.push(name) })
  register([command('screen')])
  register([command('app')], 'app')
  expect(runCommand('x')).toBe(true)
  register([command('newer screen')])
  runCommand('x')
  expect(ran).toEqual(['screen', 'newer screen'])
})

test('a disabled command neither runs nor is listed', () => {
  register([{ id: 'off', title: 'off', enabled: false, run: () => expect.unreachable() }])
  expect(runCommand('off')).toBe(false)
  expect(listCommands().map(({ id }) => id)).not.toContain('off')
})

test('the palette lists each id once and nothing without a title', () => {
  register([{ id: 'a', title: 'old', run: () => undefined }])
  register([
    { id: 'a', title: 'new', run: () => undefined },
    { id: 'silent', run: () => undefined },
  ])
  expect(listCommands().map(({ title }) => title)).toEqual(['new'])
})
