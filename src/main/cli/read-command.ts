import { JSON_OPTION, parseWords } from './arguments.ts'
import type { Command } from './io.ts'
import { readInput } from './read-input.ts'
import { factLines, outlineLines } from './reading-words.ts'

export const readCommand: Command = {
  async run(args, io) {
    const { values, positionals } = parseWords(args, 1, JSON_OPTION)
    const { source, title, text, blocks, log, warnings, facts } = await readInput(positionals[0] ?? '', io)
    if (values.json) {
      io.out(`${JSON.stringify({ schema: 1, source, title, text, blocks, log, warnings, facts })}\n`)
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
    for (const warning of warnings) io.out(`提醒：${warning.message}\n`)
    const outline = outlineLines(blocks, text)
    if (outline.length > 0) io.out(`提纲：\n${outline.map((line) => `  ${line}\n`).join('')}`)
    io.out(`\n${text}\n`)
  },
}
