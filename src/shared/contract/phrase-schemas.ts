import { z } from 'zod'

const phrase = z.string().trim().min(1).max(200)

/** A phrase as it is to be said, and how it is not to be said. A `|` parts several of these in a file. */
const phraseRule = z.object({
  preferred: phrase,
  avoid: z
    .array(phrase.refine((word) => !/[|｜]/.test(word)))
    .min(1)
    .max(50),
  note: z.string().max(2000),
})

export const phraseRules = z.array(phraseRule).max(20_000)
export const phraseList = z.object({ rules: phraseRules, own: z.int().nonnegative() })
