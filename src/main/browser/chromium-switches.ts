/** Chromium refuses its sandbox to root; elsewhere the sandbox stays on. `uid` is null on Windows. */
export function rootSwitches(uid: number | null = process.getuid?.() ?? null): readonly string[] {
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
