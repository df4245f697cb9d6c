import type { ReadWarning } from './raw-document.ts'

/** What newspapers print where a text goes on elsewhere: （下转 4 版）, （下接第三版）, （未完待续）. */
const CONTINUED =
  /[（(【[]\s*(?:下\s*转|下\s*接|转)\s*第?\s*[0-9０-９一二三四五六七八九十A-Z]+\s*版.{0,6}?[）)】\]]|[（(]\s*未完(?:待续)?\s*[）)]|(?:下转|下接)第?\s*[0-9０-９一二三四五六七八九十]+\s*版$/gmu

/** Places where the text says that it breaks off. */
export function findTruncation(text: string): ReadWarning[] {
  const warnings: ReadWarning[] = []
  for (const match of text.matchAll(CONTINUED)) {
    warnings.push({
      code: 'truncated',
      message: `文中注明“${match[0]}”，后面的内容不在这份文件里，请补齐后再比对。`,
      start: match.index,
      end: match.index + match[0].length,
    })
  }
  return warnings
}
