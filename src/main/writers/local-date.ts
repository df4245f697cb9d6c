/** The day of an instant (ISO 8601, UTC) on the calendar of this machine: 2026-03-02. */
export function localDate(instant: string): string {
  const date = new Date(instant)
  const part = (value: number) => String(value).padStart(2, '0')
  return `${date.getFullYear()}-${part(date.getMonth() + 1)}-${part(date.getDate())}`
}
