import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { applyStep, documents, editSteps } from '../diff/session/edit-steps.test-helper.ts'
import type { DocumentFacts } from '../outline/document-facts.ts'
import { guessFacts } from '../outline/guess-facts.ts'
import { parseOutline } from '../outline/parse.ts'
import { extractTargets, type TargetSource } from './extract.ts'
import { testLexicon } from './lexicon.test-helper.ts'
import { TargetMemory } from './target-memory.ts'

function read(text: string, facts?: Partial<DocumentFacts>): TargetSource {
  const blocks = parseOutline(text)
  return { text, blocks, facts: { ...guessFacts(text, blocks), ...facts } }
}

test('reading with a memory of earlier texts gives what reading without gives', () => {
  const kinds = fc.constantFrom('government-report', 'five-year-plan', 'bulletin')
  const headed = documents.map((text) => `二、2026年主要目标任务\n“十五五”时期要抓好以下几个方面：\n${text}`)
  fc.assert(
    fc.property(headed, fc.array(editSteps, { minLength: 8, maxLength: 8 }), kinds, (before, steps, kind) => {
      const memory = new TargetMemory()
      let text = before
      for (const [i, step] of steps.entries()) {
        // Now and then the reader learns that it is another kind of document.
        const source = read(text, i % 3 === 2 ? {} : { kind, period: { from: 2026, to: 2030 } })
        expect(extractTargets(source, testLexicon, memory)).toEqual(extractTargets(source, testLexicon))
        text = applyStep(text, step)
      }
    }),
  )
})

test('a dash at the end of a block folds by what follows it', () => {
  const memory = new TargetMemory()
  for (const text of ['粮食产量达到31—\n50万吨。', '粮食产量达到31—\n新增学位', '粮食产量达到31—\n50万吨。'])
    expect(extractTargets(read(text), testLexicon, memory)).toEqual(extractTargets(read(text), testLexicon))
})
