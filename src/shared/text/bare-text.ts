/** A text without blanks and with half-width digits: what print and typing change. */
export function bareText(text: string): string {
  return text.replace(/\s+/gu, '').replace(/[０-９]/gu, (digit) => String.fromCharCode(digit.charCodeAt(0) - 0xfee0))
}
