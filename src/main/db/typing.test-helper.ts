import type { TextChange } from './records.ts'

/** The text that typing starts from. */
export const START = '一、发展目标\n到2030年，全市生产总值达到1400亿元，研发经费投入强度达到3%以上。\n'.repeat(400)

const WORDS = ['力争', '超过', '不低于', '5.5%', '𠮷野家产业园', '\n', '（二）', '😀']

/** What is typed on this revision: the same in every process, so that the text of any revision is known. */
export function changesOf(text: string, revision: number): { changes: TextChange[]; after: string } {
  const from = (revision * 7919) % (text.length + 1)
  const to = Math.min(text.length, from + (revision % 3))
  const insert = WORDS[revision % WORDS.length] ?? ''
  return { changes: [{ from, to, insert }], after: text.slice(0, from) + insert + text.slice(to) }
}

export function textAt(revision: number): string {
  let text = START
  for (let i = 0; i < revision; i += 1) text = changesOf(text, i).after
  return text
}
