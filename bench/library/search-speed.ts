/**
 * `npm exec -- node bench/library/search-speed.ts [VERSIONS]`: a library of 2 000 versions of 25 000 characters, made of sentences
 * written here, and how long opening, listing and searching it take:
 * by the clock, and of processor time, which a busy machine does not change much. Building it takes a minute or two.
 */
import { mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createLibrary, type Library } from '../../src/main/db/library.ts'
import { sha256 } from '../../src/main/services/add-version.ts'
import { findInLibrary } from '../../src/main/services/search-library.ts'

const VERSIONS = Number(process.argv[2] ?? 2000)
const CHARACTERS = 25_000
const VERSIONS_OF_A_DOCUMENT = 5
const LIMIT = 50
const ROUNDS = 20

const SUBJECTS = [
  '全市',
  '县域',
  '规模以上工业企业',
  '开发区',
  '乡镇',
  '重点产业链',
  '公共服务体系',
  '清川流域',
  '主城区',
  '现代农业',
]
const VERBS = ['推进', '完善', '健全', '实施', '加快', '提升', '优化', '深化', '统筹', '培育', '巩固', '拓展']
const OBJECTS = [
  '高质量发展',
  '城市更新',
  '基层治理',
  '研发投入',
  '营商环境',
  '生态修复',
  '养老服务',
  '数字经济',
  '粮食产能',
  '交通网络',
]
const INDICATORS = [
  '地区生产总值',
  '研发经费投入强度',
  '城镇化率',
  '森林覆盖率',
  '居民人均可支配收入',
  '粮食总产量',
  '空气优良天数比率',
]

/** Words that only few texts hold, like names of places and projects. */
const RARE = Array.from({ length: 4000 }, (_, i) =>
  String.fromCharCode(0x4e00 + ((i * 37) % 20_000), 0x4e00 + ((i * 101) % 20_000)),
)

function randomNumbers(seed: number): (below: number) => number {
  let state = seed
  return (below) => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fffffff
    return Math.floor((state / 0x80000000) * below)
  }
}

function makeText(seed: number): string {
  const random = randomNumbers(seed)
  const one = (list: readonly string[]) => list[random(list.length)] ?? ''
  let text = `第${seed}号规划文稿`
  while (text.length < CHARACTERS) {
    text +=
      random(3) === 0
        ? `\n到20${25 + random(15)}年，${one(INDICATORS)}达到${random(9000)}${one(['亿元', '%', '万吨', '万人'])}${one(['以上', '左右', ''])}。`
        : `\n${one(VERBS)}${one(SUBJECTS)}${one(OBJECTS)}，${one(VERBS)}${one(RARE)}${one(OBJECTS)}，${one(SUBJECTS)}${one(VERBS)}${one(OBJECTS)}。`
  }
  return text
}

const AT = '2026-01-01T00:00:00.000Z'
const FIELDS = { kind: 'special-plan', region: null, level: null, periodFrom: 2026, periodTo: 2030 } as const

async function fill(library: Library): Promise<number> {
  let longest = 0
  for (let i = 0; i < VERSIONS; i += 1) {
    const text = makeText(i + 1)
    const document = Math.floor(i / VERSIONS_OF_A_DOCUMENT)
    const first = i % VERSIONS_OF_A_DOCUMENT === 0
    const started = performance.now()
    await library.versions.add({
      version: {
        id: `version ${i}`,
        documentId: `document ${document}`,
        text,
        sha256: sha256(text),
        source: null,
        basedOn: null,
        blocks: null,
        stage: null,
        date: null,
        author: '',
        note: '',
        findings: 0,
        truncated: false,
        createdAt: AT,
      },
      newDocument: first ? { ...FIELDS, title: `专项规划${document}` } : null,
      timeline: { deltas: [], first: [] },
    })
    longest = Math.max(longest, performance.now() - started)
  }
  return longest
}

const round = (milliseconds: number) => Math.round(milliseconds * 10) / 10

interface Timed<T> {
  readonly value: T
  readonly milliseconds: number
  readonly processor: number
}

async function timed<T>(work: () => Promise<T> | T): Promise<Timed<T>> {
  const started = performance.now()
  const before = process.cpuUsage()
  const value = await work()
  const { user, system } = process.cpuUsage(before)
  return { value, milliseconds: round(performance.now() - started), processor: round((user + system) / 1000) }
}

const median = (values: readonly number[]) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)]

/** From one character to a sentence, from every text to none. */
const QUERIES = [
  '发',
  '发展',
  '城市',
  '％',
  '3%',
  '乙',
  RARE[7] ?? '',
  '高质量发展',
  '研发经费投入强度',
  '到2030年',
  '优化营商环境 粮食',
  '没有写过的话',
]

async function search(library: Library) {
  const rows: Record<string, unknown>[] = []
  for (const query of QUERIES) {
    const runs: Timed<{ readonly total: { readonly versions: number } }>[] = []
    for (let i = 0; i < ROUNDS; i += 1) runs.push(await timed(() => findInLibrary(library.search, query, LIMIT)))
    const clock = runs.map(({ milliseconds }) => milliseconds)
    const processor = median(runs.map((run) => run.processor))
    const versions = runs[0]?.value.total.versions
    rows.push({ query, versions, processor, first: clock[0], median: median(clock), slowest: Math.max(...clock) })
  }
  console.table(rows)
}

const folder = mkdtempSync(join(tmpdir(), 'duigao-bench-'))
try {
  const path = join(folder, 'library.duigao')
  const filling = createLibrary(path, { at: new Date(AT) })
  const filled = await timed(() => fill(filling))
  filling.close()
  console.log(
    `${VERSIONS} versions in ${round(filled.milliseconds / 1000)} s, the slowest ${round(filled.value)} ms; ${round(statSync(path).size / 1e6)} MB`,
  )
  const { value: library, milliseconds: opening } = await timed(() => createLibrary(path, { at: new Date(AT) }))
  const { milliseconds: listing } = await timed(() => library.versions.list())
  console.log(
    `opened in ${opening} ms, listed in ${listing} ms; searches, milliseconds, at most ${LIMIT} versions shown:`,
  )
  await search(library)
  library.close()
} finally {
  rmSync(folder, { recursive: true, force: true })
}
