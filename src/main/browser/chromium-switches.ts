/** Chromium refuses its sandbox to root; elsewhere the sandbox stays on. */
export function rootSwitches(uid: number | undefined = process.getuid?.()): readonly string[] {
  return uid === 0 ? ['--no-sandbox'] : []
}

/** 对稿 works offline: the browser has no reason to ask anything of the network for itself. */
export const QUIET_SWITCHES = [
  '--no-first-run',
  '--no-default-browser-check',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-quic',
  '--disable-extensions',
] as const
