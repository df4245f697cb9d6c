import type { Done, FromMain, Question, QuestionKind, Questions } from './messages.ts'

type Answerers = { [K in QuestionKind]?: (about: Questions[K][0]) => Questions[K][1] | Promise<Questions[K][1]> }

const answerers: Answerers = {}
const waiting = new Map<number, { resolve: (value: unknown) => void; reject: (error: Error) => void }>()
let lastId = 0

/** Tells the spec; without a parent (nobody plays the windows) nothing happens. */
export function tell(message: FromMain): void {
  process.send?.(message)
}

/** Has the spec do something in a window and waits for it. */
export function ask(
  message: { type: 'load'; window: number; url: string } | { type: 'print'; window: number },
): Promise<unknown> {
  const id = ++lastId
  return new Promise((resolve, reject) => {
    waiting.set(id, { resolve, reject })
    tell({ ...message, id })
  })
}

/** Registers what answers one kind of question. */
export function answer<K extends QuestionKind>(
  kind: K,
  answerer: (about: Questions[K][0]) => Questions[K][1] | Promise<Questions[K][1]>,
): void {
  ;(answerers as Record<string, unknown>)[kind] = answerer
}

async function reply({ id, kind, about }: Question): Promise<void> {
  try {
    const answerer = answerers[kind] as ((about: unknown) => unknown) | undefined
    if (answerer === undefined) throw new Error(`nothing answers ${kind}`)
    tell({ type: 'answer', id, value: await answerer(about) })
  } catch (error) {
    tell({ type: 'answer', id, error: error instanceof Error ? error.message : String(error) })
  }
}

process.on('message', (message: Question | Done) => {
  if (message.type === 'question') {
    void reply(message)
    return
  }
  const entry = waiting.get(message.id)
  waiting.delete(message.id)
  if (message.error === undefined) entry?.resolve(message.value)
  else entry?.reject(new Error(message.error))
})
