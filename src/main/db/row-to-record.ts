type Camel<S extends string> = S extends `${infer Head}_${infer Tail}` ? `${Head}${Capitalize<Camel<Tail>>}` : S

/** A row under the names of the program. */
export type RowRecord<Row> = { [K in keyof Row as K extends string ? Camel<K> : never]: Row[K] }

const camel = (name: string) => name.replace(/_(.)/g, (_, letter: string) => letter.toUpperCase())

/** Names a row's columns as the program names its fields: `base_version_id` → `baseVersionId`. Values stay as they are. */
export function rowToRecord<Row extends object>(row: Row): RowRecord<Row> {
  return Object.fromEntries(Object.entries(row).map(([name, value]) => [camel(name), value])) as RowRecord<Row>
}
