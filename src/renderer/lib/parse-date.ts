/**
 * A date as people type it, as ISO: `2021-02-26`, `2021.2.26`, `2021/2/26`, `20210226`, `2021年2月26日`.
 * null for the empty string, undefined for anything that is no date.
 */
export function parseDate(typed: string): string | null | undefined {
  const plain = typed.normalize('NFKC').replace(/\s/g, '')
  if (plain === '') return null
  const match = /^(\d{4})[-./年](\d{1,2})[-./月](\d{1,2})日?$/.exec(plain) ?? /^(\d{4})(\d{2})(\d{2})$/.exec(plain)
  if (!match) return undefined
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])]
  const date = new Date(Date.UTC(year, month - 1, day))
  const exists = date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day
  return exists ? date.toISOString().slice(0, 10) : undefined
}
