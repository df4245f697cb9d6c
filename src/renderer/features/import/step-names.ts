import { i18n, type Translate } from '../../lib/i18n.ts'
import type { Entry } from './queue.ts'

/** The name of a cleaning step, or of what a reader left out by itself. */
export function stepName(code: string, t: Translate): string {
  return i18n.exists(`import:step.${code}`) ? t(`import:step.${code as 'joined-lines'}`) : t('import:step.other')
}

/** Why a line of the source is not in the text, in a word or two. */
export function dropLabel(code: string | null, t: Translate): string {
  return code !== null && i18n.exists(`import:drop.${code}`)
    ? t(`import:drop.${code as 'page-furniture'}`)
    : t('import:preview.dropped')
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

/** Why a file of a folder or an archive is not read: main says it of an archive, in Chinese. */
export function skippedReason(error: Entry['error'], t: Translate): string {
  if (error?.code === 'too-many') return t('import:skipped.tooMany')
  if (error?.code === 'archive' && error.message !== '' && i18n.language === 'zh-CN') return error.message
  return t('import:skipped.kind')
}
