/** Chromium knows no app: scheme, so the app stands at a reserved name (RFC 2606) that nothing can ever answer. */
const STAND_IN = 'duigao.invalid'
const PRINT_STAND_IN = 'print.invalid'

/** app://duigao/… as Chromium gets it. */
export function toChromium(url: string): string {
  return url.replace(/^app:\/\/duigao/, `https://${STAND_IN}`).replace(/^app:\/\/print/, `https://${PRINT_STAND_IN}`)
}

/** What Chromium says, in the app's own addresses and origins. */
export function fromChromium(url: string): string {
  return url
    .replace(new RegExp(`^https://${STAND_IN}(?=/|$)`), 'app://duigao')
    .replace(new RegExp(`^https://${PRINT_STAND_IN}(?=/|$)`), 'app://print')
}
