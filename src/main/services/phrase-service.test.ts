import { describe, expect, test } from 'vitest'
import { importText, testApp } from './app.test-helper.ts'

const TEXT = '临江市发展要点\n一、目标\n到2030年，全市地区生产总值达到1400亿元。\n深化山海合作，推进高品质发展。'
const encode = (csv: string) => new TextEncoder().encode(csv)

describe('the phrase list', () => {
  test('begins with the built-in phrases; a change is kept over a restart and taken back', async () => {
    const app = testApp()
    const { rules, own } = await app.call('phrases:get', {})
    expect(own).toBe(0)
    expect(rules.length).toBeGreaterThan(10)
    const mine = { preferred: '山海协作', avoid: ['山海合作'], note: '省里的提法' }
    await app.call('phrases:set', { rules: [...rules.slice(1), mine] })
    const again = app.restart()
    const kept = await again.call('phrases:get', {})
    expect(kept).toEqual({ rules: [...rules.slice(1), mine], own: 2 })
    expect(await again.call('phrases:restore', {})).toEqual({ rules, own: 0 })
  })

  test('comes in from a file, over what is there, and goes out as a file that comes in again', async () => {
    const app = testApp()
    const csv = '\uFEFF规范提法,不规范提法,说明\n山海协作,山海合作|山海协同,\n,没有规范提法,\n'
    expect(await app.call('phrases:import', { bytes: encode(csv) })).toEqual({
      added: 1,
      changed: 0,
      same: 0,
      faulty: [3],
    })
    const { rules } = await app.call('phrases:get', {})
    expect(rules.at(-1)).toEqual({ preferred: '山海协作', avoid: ['山海合作', '山海协同'], note: '' })
    await app.call('phrases:export', {})
    const [file] = app.platform.saved
    expect(file?.name).toBe('提法表.csv')
    const back = await app.call('phrases:import', { bytes: new Uint8Array(file?.bytes ?? []) })
    expect(back).toEqual({ added: 0, changed: 0, same: rules.length, faulty: [] })
  })

  test('of a file in GB 18030 is read, and a file that is none is refused', async () => {
    const app = testApp()
    // 规范提法,不规范提法,说明⏎高质量发展,高品质发展, as Chinese Excel writes it.
    const gbk = Uint8Array.from(
      Buffer.from(
        'b9e6b7b6cce1b7a82cb2bbb9e6b7b6cce1b7a82ccbb5c3f70ab8dfd6cac1bfb7a2d5b92cb8dfc6b7d6cab7a2d5b92c0a',
        'hex',
      ),
    )
    await app.call('phrases:import', { bytes: gbk })
    const { rules } = await app.call('phrases:get', {})
    expect(rules).toContainEqual({ preferred: '高质量发展', avoid: ['高品质发展'], note: '' })
    await expect(app.call('phrases:import', { bytes: encode('一段话，不是表。') })).rejects.toMatchObject({
      code: 'bad-request',
    })
  })
})

describe('what the user says of the checks', () => {
  async function counted() {
    const app = testApp()
    const { documentId, versionId } = await importText(app, TEXT, {})
    const findings = async () => {
      await app.app.idle()
      const { documents } = await app.call('library:list', {})
      return documents.find(({ id }) => id === documentId)?.versions[0]?.findings
    }
    return { app, versionId, findings }
  }
  const mine = { preferred: '山海协作', avoid: ['山海合作'], note: '' }

  test('a phrase that is added is counted in the versions of the library, and no longer when its check is off', async () => {
    const { app, findings } = await counted()
    const before = (await findings()) ?? 0
    const { rules } = await app.call('phrases:get', {})
    await app.call('phrases:set', { rules: [...rules, mine] })
    expect(await findings()).toBe(before + 1)
    await app.call('settings:set', { settings: { disabledChecks: ['phrase-departure'] } })
    expect(await findings()).toBe(before)
    await app.call('settings:set', { settings: { disabledChecks: [] } })
    expect(await findings()).toBe(before + 1)
  })

  test('holds in exports', async () => {
    const { app, versionId } = await counted()
    const { rules } = await app.call('phrases:get', {})
    await app.call('phrases:set', { rules: [...rules, mine] })
    const codes = async () => {
      await app.call('export:save', {
        leftVersionId: versionId,
        right: { type: 'version', versionId },
        kind: 'json',
        scope: 'all',
      })
      const json = JSON.parse(new TextDecoder().decode(app.platform.saved.at(-1)?.bytes)) as {
        findings: { code: string }[]
      }
      return json.findings.map(({ code }) => code)
    }
    expect(await codes()).toContain('phrase-departure')
    await app.call('settings:set', { settings: { disabledChecks: ['phrase-departure'] } })
    expect(await codes()).not.toContain('phrase-departure')
  })
})
