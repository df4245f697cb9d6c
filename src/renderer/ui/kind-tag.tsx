import type { ReactNode } from 'react'
import { useT } from '../lib/i18n.ts'

/** What one change is called on the spine, in the outline and in lists. A target change wins over every other kind. */
export const TAG_KINDS = ['target', 'changed', 'inserted', 'deleted', 'moved', 'split', 'merged'] as const
export type TagKind = (typeof TAG_KINDS)[number]

/** The colour class of a kind; also for change bars and lines (`--ink`, `--wash`, `--edge`). */
export const TAG_CLASS: Readonly<Record<TagKind, string>> = {
  target: 'k-tgt',
  changed: 'k-chg',
  inserted: 'k-ins',
  deleted: 'k-del',
  moved: 'k-mov',
  split: 'k-chg',
  merged: 'k-chg',
}

export interface KindTagProps {
  readonly kind: TagKind
  /** Dashed: the place a moved block left. */
  readonly ghost?: boolean
  /** 16 px, for the outline. */
  readonly small?: boolean
  /** Overrides the spoken name. */
  readonly title?: string
  /** A decision badge. */
  readonly children?: ReactNode
}

/** 标 改 增 删 移 拆 并 (Tg Ed + − ⇄ ⑂ … in English): the character says the kind, the colour repeats it. */
export function KindTag({ kind, ghost, small, title, children }: KindTagProps) {
  const t = useT()
  const name = title ?? t(`common:kind.${kind}`)
  const classes = ['tag', TAG_CLASS[kind], ghost ? 'ghost' : '', small ? 's' : ''].filter(Boolean).join(' ')
  return (
    <span className={classes} title={name} role="img" aria-label={name}>
      {t(`common:tag.${kind}`)}
      {children}
    </span>
  )
}
