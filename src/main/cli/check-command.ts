import { baselineRole } from '../../shared/checks/baseline-role.ts'
import { type BaselineRole, checkAgainst } from '../../shared/checks/check-against.ts'
import type { Finding } from '../../shared/checks/finding.ts'
import type { Lexicon } from '../../shared/targets/lexicon.ts'
import { loadLexicon } from '../services/load-lexicon.ts'
import { type AnalysedInput, analyseInput } from './analyse-input.ts'
import { JSON_OPTION, parseWords } from './arguments.ts'
import type { Command, Io } from './io.ts'

/** The other document, what it is to the one checked, and what was found beside it. */
interface Against {
  readonly baseline: AnalysedInput
  readonly role: BaselineRole | null
  readonly findings: readonly Finding[]
}

const ROLE_WORDS: Readonly<Record<BaselineRole, string>> = {
  plan: '本文所在规划期的规划',
  upper: '上级规划',
  previous: '上期规划',
}
const NO_ROLE =
  '两份文件之间没有可以核对的关系：须是同一地区的上期规划、上一级的同期规划，或年度报告所在规划期的规划；文件须写明地区和时期。'

async function checkedAgainst(file: string, { analysis }: AnalysedInput, io: Io, lexicon: Lexicon): Promise<Against> {
  const baseline = await analyseInput(file, io, lexicon)
  const role = baselineRole(analysis.facts, baseline.analysis.facts)
  const findings = role === null ? [] : checkAgainst(analysis, baseline.analysis, role, { lexicon })
  return { baseline, role, findings }
}

function printFindings(text: string, findings: readonly Finding[], baseline: string, io: Io): void {
  for (const { severity, message, start, end, against = [] } of findings) {
    io.out(`${severity}\t${message}\t${text.slice(start, end)}`)
    for (const place of against) io.out(`\t底本：${baseline.slice(place.start, place.end)}`)
    io.out('\n')
  }
}

export const checkCommand: Command = {
  async run(args, io) {
    const { values, positionals } = parseWords(args, 1, { ...JSON_OPTION, against: { type: 'string' } })
    const lexicon = loadLexicon()
    const input = await analyseInput(positionals[0] ?? '', io, lexicon)
    const against = values.against === undefined ? null : await checkedAgainst(values.against, input, io, lexicon)
    const { text } = input.analysis
    const findings = [...input.analysis.findings, ...(against?.findings ?? [])]
    if (values.json) {
      const baseline = against && {
        source: against.baseline.document.source,
        text: against.baseline.analysis.text,
        role: against.role,
      }
      const json = { schema: 1, source: input.document.source, text, ...(baseline && { baseline }), findings }
      io.out(`${JSON.stringify(json)}\n`)
      return
    }
    if (against) io.out(against.role === null ? `${NO_ROLE}\n` : `底本是${ROLE_WORDS[against.role]}。\n`)
    if (findings.length === 0) io.out('没有发现问题。\n')
    else printFindings(text, findings, against?.baseline.analysis.text ?? '', io)
  },
}
