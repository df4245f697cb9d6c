/** A partial value as it can arrive: a field may also be there and undefined. */
export type Loose<T> = { readonly [K in keyof T]?: T[K] | undefined }

/** Only the fields that have a value: one that is undefined means "not given", never "empty it". */
export function given<T extends object>(fields: Loose<T>): Partial<T> {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as Partial<T>
}
