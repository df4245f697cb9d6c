import type { Step, WorkLine } from './step.ts'

/** Zero-width signs, byte order marks, soft hyphens, direction marks and control characters: nothing that a reader sees. */
const INVISIBLE = /[\u200b-\u200f\u202a-\u202e\u2060-\u2064\u206a-\u206f\ufeff\u00ad\ufff9-\ufffb]|(?!\t)\p{Cc}/gu

/** A zero-width joiner or selector between pictographs belongs to the sign. */
const JOINED = /\p{Extended_Pictographic}(?:\u200d|\ufe0f)/u

/** Takes out characters that cannot be seen. */
export const invisibleCharacters: Step = {
  code: 'invisible-characters',
  apply: (lines) => {
    const dropped: { reason: string; text: string }[] = []
    const clean = lines.map((line): WorkLine => {
      if (line.text.search(INVISIBLE) < 0 || JOINED.test(line.text)) return line
      const text = line.text.replace(INVISIBLE, (sign) => {
        dropped.push({ reason: 'invisible-characters', text: sign })
        return ''
      })
      return { ...line, text }
    })
    return dropped.length === 0 ? { lines, count: 0 } : { lines: clean, count: dropped.length, dropped, samples: [] }
  },
}
