import type { Stage } from '../../../shared/outline/document-facts.ts'
import { i18n, useT } from '../../lib/i18n.ts'
import { inChinese } from '../../lib/period.ts'

/** The name of a stage, with the how-manieth where there are several: 初稿（二）. */
export function useStageName(): (stage: Stage | null, number?: number) => string {
  const t = useT()
  return (stage, number = 1) => {
    const name = stage ? t(`common:stage.${stage}`) : t('common:noStage')
    if (number === 1) return name
    return t('library:numberedStage', { name, number: i18n.language === 'zh-CN' ? inChinese(number) : number })
  }
}
