import { Fragment } from 'react'

/** Powers as they are written by hand: (1400÷1028)^(1/5) with the exponent raised. The words are the same, to be copied too. */
export function Formula({ text }: { readonly text: string }) {
  const parts = text.split(/\^(\([^()]*\)|\d+)/u)
  return parts.map((part, index) => {
    const key = `${index} ${part}`
    if (index % 2 === 0) return <Fragment key={key}>{part}</Fragment>
    return (
      <Fragment key={key}>
        <span className="sr-only">^</span>
        <sup>{part.replace(/^\(|\)$/gu, '')}</sup>
      </Fragment>
    )
  })
}
