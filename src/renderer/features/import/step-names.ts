import { i18n, type Translate } from '../../lib/i18n.ts'

/** The name of a cleaning step, or of what a reader left out by itself. */
export function stepName(code: string, t: Translate): string {
  return i18n.exists(`import:step.${code}`) ? t(`import:step.${code as 'joined-lines'}`) : t('import:step.other')
}

/** What a warning says: main's own sentence, which names the place, in Chinese; the general one in other languages. */
export function warningText(
  { code, message }: { readonly code: string; readonly message: string },
  t: Translate,
): string {
  if (i18n.language === 'zh-CN' || !i18n.exists(`import:warningText.${code}`)) return message
  return t(`import:warningText.${code as 'truncated'}`)
}

export function warningTitle(code: string, t: Translate): string {
  return i18n.exists(`import:warning.${code}`) ? t(`import:warning.${code as 'truncated'}`) : t('import:warning.other')
}
