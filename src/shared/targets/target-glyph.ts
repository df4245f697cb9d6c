import type { TargetChangeKind } from './target-change.ts'

/** One glyph a kind of change, so that a chip is read without its colour and a print without any. */
export const TARGET_GLYPH: Readonly<Record<TargetChangeKind, string>> = {
  raised: '▲',
  lowered: '▼',
  added: '＋',
  dropped: '✕',
  stronger: '△',
  weaker: '▽',
  redefined: '◇',
  reattributed: '◇',
  rescheduled: '◇',
  same: '',
}
