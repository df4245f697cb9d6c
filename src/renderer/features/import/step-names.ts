import { i18n, type Translate } from '../../lib/i18n.ts'

/** The name of a cleaning step or of a reader's own omission; a step that has no words yet shows its code. */
export function stepName(code: string, t: Translate): string {
  return i18n.exists(`import:step.${code}`) ? t(`import:step.${code as 'joined-lines'}`) : code
}

export function warningTitle(code: string, t: Translate): string {
  return i18n.exists(`import:warning.${code}`) ? t(`import:warning.${code as 'truncated'}`) : t('import:warning.other')
}
