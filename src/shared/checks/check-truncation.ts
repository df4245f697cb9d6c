import { SENTENCE_END } from '../text/characters.ts'
import { findTruncation } from '../text/truncation.ts'
import type { DocumentSource } from './document-source.ts'
import type { Finding } from './finding.ts'

/** A text that writes full stops does so in at least this share of its longer paragraphs. */
const PUNCTUATED = 0.8
const LONG = 30

/** A text that breaks off: it says so (（下转 4 版）), or its last paragraph stops inside a sentence. */
export function checkTruncation(source: DocumentSource): Finding[] {
  const said = findTruncation(source.text).map((warning) =>
    finding(warning.message, warning.start ?? 0, warning.end ?? 0),
  )
  return said.length > 0 ? said : openEnd(source)
}

function openEnd({ text, blocks }: DocumentSource): Finding[] {
  const last = blocks.at(-1)
  if (last === undefined || last.kind !== 'paragraph') return []
  const words = text.slice(last.start, last.end).trimEnd()
  if (words.length < LONG || SENTENCE_END.test(words) || !/[，、：（“的和及与为在对将]$/.test(words)) return []
  const long = blocks.filter((block) => block !== last && block.kind === 'paragraph' && block.end - block.start >= LONG)
  const closed = long.filter((block) => SENTENCE_END.test(text.slice(block.start, block.end).trimEnd()))
  if (long.length < 3 || closed.length < PUNCTUATED * long.length) return []
  const start = last.start + Math.max(0, words.length - 12)
  return [finding('全文在句子中间断开，结尾没有句号，后面可能缺少内容。', start, last.start + words.length)]
}

function finding(message: string, start: number, end: number): Finding {
  return { code: 'truncated', severity: 'warning', message, start, end, expected: null, found: null, related: [] }
}
