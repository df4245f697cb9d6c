/** Makes an element with a class, attributes and children. */
export function element<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  className: string,
  children: readonly (Node | string)[] = [],
  attributes: Readonly<Record<string, string>> = {},
): HTMLElementTagNameMap[K] {
  const made = document.createElement(tag)
  if (className !== '') made.className = className
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value)
  made.append(...children)
  return made
}

const SVG = 'http://www.w3.org/2000/svg'

/** The symbols that widgets draw, on the same 16 px grid as `ui/icon.tsx`. */
const DRAWINGS = {
  up: 'M8 13V3M4 7l4-4 4 4',
  down: 'M8 3v10M4 9l4 4 4-4',
  warn: 'M8 2.5 14 13H2zM8 6.5v3M8 11.2v.1',
  note: 'M2.5 3h11v8H7l-3 2.5V11H2.5z',
} as const

/** A decorative symbol for a widget. */
export function symbol(name: keyof typeof DRAWINGS, className = 'i s'): SVGSVGElement {
  const svg = document.createElementNS(SVG, 'svg')
  svg.setAttribute('class', className)
  svg.setAttribute('viewBox', '0 0 16 16')
  svg.setAttribute('aria-hidden', 'true')
  const path = document.createElementNS(SVG, 'path')
  path.setAttribute('d', DRAWINGS[name])
  svg.append(path)
  return svg
}
