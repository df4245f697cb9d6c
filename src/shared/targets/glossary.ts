import type { Block } from '../outline/block.ts'

/** 名词解释, 有关用语说明: the heading of the notes behind a report. */
const HEADING =
  /^(?:附[件：:]*)?(?:有关|部分|报告中?|《.{2,20}》)*(?:名词|用语|词语|术语|缩略语|指标)(?:解释|注释|说明|释义)(?:[：:])?$|^注释[：:]?$/
/** An entry: 〔3〕“四风”：即…, 15.[独角兽企业]指…. */
const ENTRY = /^(?:\d{1,2}[.．、]?|[〔[【（(]\d{1,2}[〕\]】）)])\s*[“[【][^”\]】]{1,40}[”\]】]\s*(?:[：:]|是?指|即|（)/
/** 指 and 即 that explain a word. */
const EXPLAINS =
  /(?:^|[”\]】）：:\d\s])(?:是|主要是|即)?指(?![导标数定挥引示向出派])|^[^，。]{1,24}(?:是指|系指|指的是)|^[^，。；]{2,12}指(?![导标数定挥引示向出派])|^(?:该|此|本)指标[为是指]|共涉及/
/** What even a note says of work to come. */
const AHEAD = /力争|确保|到20\d\d年|今年|计划在?\d|目标[是为任]|我[省市县区州]将|全[省市县区州]将/

/** For each block, whether it belongs to the notes that explain words. */
export function findGlossary(blocks: readonly Block[], text: string): boolean[] {
  let level: number | null = null
  return blocks.map((block) => {
    const words = text.slice(block.start, block.end).trim()
    if (HEADING.test(words.replace(/\s/g, ''))) level = block.kind === 'heading' ? block.level : 1
    else if (
      level !== null &&
      block.kind === 'heading' &&
      block.level <= level &&
      block.label !== null &&
      !ENTRY.test(words)
    )
      level = null
    return level !== null || ENTRY.test(words)
  })
}

/** Whether the words of a sentence before a figure explain a word, so that the figure commits to nothing. */
export function explainsWord(before: string): boolean {
  return EXPLAINS.test(before)
}

/** Whether a sentence of the notes speaks of work to come. */
export function looksAheadInGlossary(before: string): boolean {
  return AHEAD.test(before)
}
