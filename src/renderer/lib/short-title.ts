/** 国民经济和社会发展第十五个五年规划 (and 第十个五年计划, with or without 远景目标) as people say it: “十五五”规划. */
const FIVE_YEAR = /(?:国民经济和社会发展)?第([一二三四五六七八九十]+)个五年(规划|计划)/

/** A title short enough for a list. The full one belongs in the tooltip. */
export function shortTitle(title: string): string {
  return title.replace(FIVE_YEAR, (_, ordinal: string, word: string) => `“${ordinal}五”${word}`)
}
