/** Remembers the last answer of a pure function of two objects: many components ask for the same thing in one turn. */
export function rememberLast<A extends object, B extends object, R>(compute: (a: A, b: B) => R): (a: A, b: B) => R {
  let last: { readonly a: A; readonly b: B; readonly result: R } | null = null
  return (a, b) => {
    if (last === null || last.a !== a || last.b !== b) last = { a, b, result: compute(a, b) }
    return last.result
  }
}
