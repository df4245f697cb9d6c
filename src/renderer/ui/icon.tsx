import type { ReactNode } from 'react'

/** Drawn on a 16 px grid (10 px for the window's own), stroked in the text's colour. */
const DRAWINGS = {
  search: (
    <>
      <circle cx="7" cy="7" r="4.2" />
      <path d="M10.2 10.2 13.5 13.5" />
    </>
  ),
  gear: (
    <>
      <path d="M2 4.5h7M12.5 4.5H14M2 11.5h1.5M7 11.5h7" />
      <circle cx="10.7" cy="4.5" r="1.8" />
      <circle cx="5.2" cy="11.5" r="1.8" />
    </>
  ),
  ask: (
    <>
      <circle cx="8" cy="8" r="5.8" />
      <path d="M8 4.8V8l2 1.6" />
    </>
  ),
  info: (
    <>
      <circle cx="8" cy="8" r="5.8" />
      <path d="M8 7.3V11M8 5v.1" />
    </>
  ),
  more: <path d="M3.5 8h.1M8 8h.1M12.5 8h.1" strokeWidth="2" />,
  down: 'm4.5 6.5 3.5 3.5 3.5-3.5',
  right: 'm6.5 4.5 3.5 3.5-3.5 3.5',
  left: 'M9.5 4.5 6 8l3.5 3.5',
  'arrow-up': 'M8 13V3M4 7l4-4 4 4',
  'arrow-down': 'M8 3v10M4 9l4 4 4-4',
  'arrow-right': 'M3 8h10M9 4l4 4-4 4',
  swap: 'M2.5 5.5h11M11 3l2.5 2.5L11 8M13.5 10.5h-11M5 8l-2.5 2.5L5 13',
  check: 'm3 8.5 3.2 3.2L13 4.5',
  cross: 'm4 4 8 8M12 4l-8 8',
  import: 'M8 2v7.5M5 7l3 3 3-3M2.5 9v4.5h11V9',
  export: 'M8 9.5v-7M5 5l3-3 3 3M2.5 9v4.5h11V9',
  list: 'M2.5 4h11M5 8h8.5M5 12h8.5',
  plus: 'M8 3v10M3 8h10',
  book: 'M3 2.5h8.5a1.5 1.5 0 0 1 1.5 1.5v9.5H4.5A1.5 1.5 0 0 1 3 12zM3 12a1.5 1.5 0 0 1 1.5-1.5H13',
  lock: 'M3.5 7h9v6.5h-9zM5.5 7V5a2.5 2.5 0 0 1 5 0v2',
  note: 'M2.5 3h11v8H7l-3 2.5V11H2.5z',
  warn: 'M8 2.5 14 13H2zM8 6.5v3M8 11.2v.1',
  unfold: 'M8 6.5v-5M5.5 4 8 1.5 10.5 4M8 9.5v5M5.5 12 8 14.5 10.5 12M2.5 8h11',
  undo: 'M3 6h6.5a3.5 3.5 0 0 1 0 7H6M5.5 3.5 3 6l2.5 2.5',
  seal: 'M3 13.5h10M4.5 11.5h7v-2h-2L9 6.5a2 2 0 1 0-2 0l-.5 3h-2z',
  edit: 'M3 13l.6-2.8 6.9-6.9 2.2 2.2-6.9 6.9zM9 4.8 11.2 7',
  file: 'M4 1.5h5.5l3 3v10H4zM9.5 1.5v3h3',
  folder: 'M1.5 12.5v-9h4.5l1.5 2h7v7z',
  filter: 'M2 3h12L9.5 8.5V13l-3-1.5v-3z',
  paste: 'M5.5 3h-2v11h9V3h-2M5.5 2h5v2.5h-5z',
  copy: 'M5.5 5.5h7.5V14H5.5zM10.5 5.5V2.5H3V11h2.5',
  trash: 'M3 4.5h10M6.5 4.5V2.5h3v2M4.5 4.5l.6 9h5.8l.6-9M6.8 7v4M9.2 7v4',
  table: 'M2 3h12v10H2zM2 6.5h12M6 6.5V13',
  usb: 'M5 6.5h6V14H5zM6 6.5V2h4v4.5M7.5 4h.1M8.9 4h.1',
} satisfies Record<string, string | ReactNode>

export type IconName = keyof typeof DRAWINGS

/**
 * One symbol of the interface. Decorative by default; give `label` when it stands alone without a labelled parent.
 * `small` is the 12 px form with a heavier stroke.
 */
export function Icon({ name, small, label }: { name: IconName; small?: boolean; label?: string }) {
  const drawing: string | ReactNode = DRAWINGS[name]
  return (
    <svg
      className={small ? 'i s' : 'i'}
      viewBox="0 0 16 16"
      {...(label ? { role: 'img', 'aria-label': label } : { 'aria-hidden': true })}
    >
      {typeof drawing === 'string' ? <path d={drawing} /> : drawing}
    </svg>
  )
}

/** The product's mark: two sheets, one line joining them. */
export function Mark() {
  return (
    <svg viewBox="0 0 18 18" fill="none" stroke="currentColor" aria-hidden="true">
      <path d="M2.5 2.5h5v13h-5zM10.5 2.5h5v13h-5z" strokeWidth="1.4" />
      <path d="M4 6h2M4 9h2M4 12h2M12 6h2M12 12h2" strokeWidth="1.2" />
      <path d="M7.5 9h6.5" strokeWidth="1.8" />
    </svg>
  )
}
