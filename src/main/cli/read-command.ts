import { JSON_OPTION, parseWords } from './arguments.ts'
import type { Command } from './io.ts'
import { readInput } from './read-input.ts'
import { readingJson } from './read-json.ts'
import { factLines, markLines, outlineLines } from './reading-words.ts'

const READ_OPTIONS = { ...JSON_OPTION, sheet: { type: 'string' }, range: { type: 'string' } } as const

export const readCommand: Command = {
  async run(args, io) {
    const { values, positionals } = parseWords(args, 1, READ_OPTIONS)
    const reading = await readInput(positionals[0] ?? '', io, values)
    const { source, title, text, blocks, log, warnings, facts } = reading
    if (values.json) {
      io.out(`${JSON.stringify(readingJson(reading))}\n`)
      return
    }
    const { characters, accounted, steps } = log
    io.out(`${title}\n${source.file}（${source.format}，${source.bytes} 字节）：${blocks.length} 段\n`)
    for (const line of factLines(facts)) io.out(`${line}\n`)
    io.out(
      `原文 ${characters.in} 字 = 正文 ${characters.out} + 去除 ${characters.dropped}${accounted ? '' : '（不平，请核对）'}\n`,
    )
    for (const step of steps)
      io.out(`  ${step.code}  ${step.count} 处${step.dropped ? `，去除 ${step.dropped} 字` : ''}\n`)
    for (const line of markLines(reading)) io.out(`${line}\n`)
    for (const warning of warnings) io.out(`提醒：${warning.message}\n`)
    const outline = outlineLines(blocks, text)
    if (outline.length > 0) io.out(`提纲：\n${outline.map((line) => `  ${line}\n`).join('')}`)
    io.out(`\n${text}\n`)
  },
}
