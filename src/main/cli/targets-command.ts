import type { Target } from '../../shared/targets/target.ts'
import { loadLexicon } from '../services/load-lexicon.ts'
import { analyseInput } from './analyse-input.ts'
import { JSON_OPTION, parseWords } from './arguments.ts'
import type { Command } from './io.ts'

function line(target: Target): string {
  const value =
    target.value === null ? '' : `${target.value}${target.max === null ? '' : `–${target.max}`}${target.unit}`
  return `${target.period || '——'}\t${target.canonical ?? target.indicator}\t${value}\t${target.kind}\t${target.quote}\n`
}

export const targetsCommand: Command = {
  async run(args, io) {
    const { values, positionals } = parseWords(args, 1, JSON_OPTION)
    const { document, analysis } = await analyseInput(positionals[0] ?? '', io, loadLexicon())
    const { text, targets } = analysis
    if (values.json) io.out(`${JSON.stringify({ schema: 1, source: document.source, text, targets })}\n`)
    else for (const target of targets) io.out(line(target))
  },
}
