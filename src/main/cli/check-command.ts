import { loadLexicon } from '../services/load-lexicon.ts'
import { analyseInput } from './analyse-input.ts'
import { JSON_OPTION, parseWords } from './arguments.ts'
import type { Command } from './io.ts'

export const checkCommand: Command = {
  async run(args, io) {
    const { values, positionals } = parseWords(args, 1, JSON_OPTION)
    const { document, analysis } = await analyseInput(positionals[0] ?? '', io, loadLexicon())
    const { text, findings } = analysis
    if (values.json) io.out(`${JSON.stringify({ schema: 1, source: document.source, text, findings })}\n`)
    else if (findings.length === 0) io.out('没有发现问题。\n')
    else
      for (const finding of findings)
        io.out(`${finding.severity}\t${finding.message}\t${text.slice(finding.start, finding.end)}\n`)
  },
}
