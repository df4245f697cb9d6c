import { compareAnalyses } from '../../shared/comparison/compare-analyses.ts'
import type { Comparison } from '../../shared/comparison/comparison.ts'
import { comparisonJson } from '../../shared/comparison/comparison-json.ts'
import { loadLexicon } from '../services/load-lexicon.ts'
import { analysePair } from './analyse-input.ts'
import { JSON_OPTION, parseWords } from './arguments.ts'
import type { Command, Io } from './io.ts'

function printSummary({ left, right, engine, summary, against }: Comparison, io: Io): void {
  const { rows, classes, targets } = summary
  io.out(`底本：${left.title}\n本稿：${right.title}\n`)
  io.out(
    `对照行：相同 ${rows.equal}，改动 ${rows.changed}，新增 ${rows.inserted}，删除 ${rows.deleted}，移动 ${rows.moved}\n`,
  )
  io.out(
    `类别：实质 ${classes.substance}，措辞 ${classes.wording}，标点 ${classes.punctuation}，编号 ${classes.numbering}，格式 ${classes.layout}\n`,
  )
  io.out(
    `指标：上调 ${targets.raised}，下调 ${targets.lowered}，新增 ${targets.added}，取消 ${targets.dropped}，` +
      `增强 ${targets.stronger}，减弱 ${targets.weaker}，口径 ${targets.redefined}，属性 ${targets.reattributed}，期限 ${targets.rescheduled}，不变 ${targets.same}\n`,
  )
  io.out(`检查：本稿 ${right.findings.length}，对照底本 ${against.findings.length}\n`)
  io.out(`${engine.precise ? '全文精确比对' : '部分段落为近似比对'}，${engine.milliseconds} 毫秒\n`)
}

/** Reads, analyses and compares two files. */
export async function compareInputs(leftFile: string, rightFile: string, io: Io) {
  const lexicon = loadLexicon()
  const { left, right } = await analysePair(leftFile, rightFile, io, lexicon)
  return {
    left,
    right,
    comparison: compareAnalyses(left.analysis, right.analysis, lexicon, { now: () => performance.now() }),
  }
}

export const compareCommand: Command = {
  async run(args, io) {
    const { values, positionals } = parseWords(args, 2, JSON_OPTION)
    const [leftFile = '', rightFile = ''] = positionals
    const { left, right, comparison } = await compareInputs(leftFile, rightFile, io)
    if (values.json) {
      const json = comparisonJson(left.document.source.file, right.document.source.file, comparison)
      io.out(`${JSON.stringify(json)}\n`)
    } else printSummary(comparison, io)
  },
}
