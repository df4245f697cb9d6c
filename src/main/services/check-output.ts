/** Whether the shells check answers against the contract too: while developing and testing (DUIGAO_CHECK_OUTPUT=1). */
export function checksOutput(env: Readonly<Record<string, string | undefined>> = process.env): boolean {
  return env.DUIGAO_CHECK_OUTPUT === '1'
}
