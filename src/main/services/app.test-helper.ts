import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import type { Channel, EventName } from '../../shared/contract/channels.ts'
import type { Input, Output } from '../../shared/contract/contract.ts'
import { dispatch } from '../../shared/contract/dispatch.ts'
import { DuigaoError } from '../../shared/contract/errors.ts'
import { type App, type AppOptions, createApp } from './create-app.ts'
import type { ChosenFile, Platform } from './platform.ts'

/** In this thread unless the test is about threads: starting one takes longer than most tests. */
type Threads = Pick<AppOptions, 'threads' | 'createTasks'>

/** A shell that opens what the test chose and keeps what it was given to save. */
export interface PlatformDouble extends Platform {
  chosen: readonly ChosenFile[]
  readonly saved: { name: string; bytes: Uint8Array }[]
  readonly events: { event: EventName; payload: unknown }[]
}

function platformDouble(): PlatformDouble {
  const double: PlatformDouble = {
    shell: 'electron',
    chosen: [],
    saved: [],
    events: [],
    openFiles: () => Promise.resolve(double.chosen),
    saveFile: (name, bytes) => {
      double.saved.push({ name, bytes })
      return Promise.resolve({ status: 'saved', name, where: `/tmp/${name}` })
    },
    printToPdf: () => Promise.resolve(new Uint8Array()),
    notify: (event, payload) => void double.events.push({ event, payload }),
  }
  return double
}

export interface TestApp {
  readonly app: App
  readonly platform: PlatformDouble
  readonly path: string
  /** Calls a handler as a shell does, output checked against the contract; throws the error reply as a DuigaoError. */
  readonly call: <C extends Channel>(channel: C, input: Input<C>) => Promise<Output<C>>
  /** Closes the library and opens it again, as after a restart. */
  readonly restart: (threads?: Threads) => TestApp
}

function open(path: string, threads: Threads): TestApp {
  const platform = platformDouble()
  let minutes = 0
  const now = () => new Date(Date.UTC(2026, 2, 4, 5, minutes++))
  const app = createApp({ libraryPath: path, platform, version: '0.1.0', now, ...threads })
  onTestFinished(() => app.close())
  return {
    app,
    platform,
    path,
    call: async <C extends Channel>(channel: C, input: Input<C>) => {
      const failures: unknown[] = []
      const reply = await dispatch(app.handlers, channel, input, {
        checkOutput: true,
        report: (error) => failures.push(error),
      })
      if (reply.ok) return reply.value as Output<C>
      throw new DuigaoError(reply.error, failures[0])
    },
    restart: (next = threads) => {
      app.close()
      return open(path, next)
    },
  }
}

/** The whole app over a library of its own, gone when the test ends. */
export function testApp(threads: Threads = { threads: 0 }): TestApp {
  const folder = mkdtempSync(join(tmpdir(), 'duigao-app-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return open(join(folder, 'library.duigao'), threads)
}

export const utf8 = (text: string): Uint8Array<ArrayBuffer> => new TextEncoder().encode(text)

/** A plan of a made-up city in three stages; each differs from the one before in ways that the tests name. */
export const PLAN = {
  first: [
    '临江市国民经济和社会发展第十五个五年规划纲要',
    '（初稿）',
    '一、发展目标',
    '到2030年，全市地区生产总值达到1400亿元，全社会研发经费投入强度达到3%。',
    '二、重点任务',
    '推进老城更新，完善公共服务设施，提升城市治理水平。',
    '健全规划实施机制，强化监测评估。',
  ].join('\n'),
  consultation: [
    '临江市国民经济和社会发展第十五个五年规划纲要',
    '（征求意见稿）',
    '一、发展目标',
    '到2030年，全市地区生产总值达到1500亿元，全社会研发经费投入强度力争达到3%。',
    '二、重点任务',
    '推进老城更新，完善公共服务设施，提升城市精细化治理水平。',
    '健全规划实施机制，强化监测评估。',
  ].join('\n'),
  issued: [
    '临江市国民经济和社会发展第十五个五年规划纲要',
    '一、发展目标',
    '到2030年，全市地区生产总值达到1500亿元，全社会研发经费投入强度力争达到3%。',
    '二、重点任务',
    '推进老城更新，完善公共服务设施，提升城市精细化治理水平。',
    '健全规划实施机制，强化监测评估。',
  ].join('\n'),
}

export const VERSION = { stage: null, date: null, author: '', note: '' }

/** Imports a text as a file and saves it as suggested, into `documentId` or as a new document. */
export async function importText(
  { call }: TestApp,
  text: string,
  more: { name?: string; documentId?: string; stage?: 'first-draft' | 'consultation' | 'issued'; date?: string } = {},
): Promise<{ documentId: string; versionId: string }> {
  const { item } = await call('files:add', { name: more.name ?? '规划.txt', bytes: utf8(text) })
  if (!item.reading) throw new Error(item.error?.message)
  const { fields, version } = item.reading
  return call('import:save', {
    importId: item.id,
    documentId: more.documentId ?? null,
    fields,
    version: { ...version, stage: more.stage ?? version.stage, date: more.date ?? version.date },
  })
}
