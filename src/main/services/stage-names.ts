import type { Stage } from '../../shared/outline/document-facts.ts'

/** Stages as official papers write them; exports are Chinese in every interface language. */
export const STAGE_NAMES: Readonly<Record<Stage, string>> = {
  'first-draft': '初稿',
  discussion: '讨论稿',
  consultation: '征求意见稿',
  review: '送审稿',
  issued: '印发稿',
}

/** `清川市第十五个五年规划纲要（征求意见稿）`; a title that already says its stage stays as it is. */
export function titleWithStage(title: string, stage: Stage | null): string {
  const name = stage === null ? '' : STAGE_NAMES[stage]
  return name === '' || title.includes(name) ? title : `${title}（${name}）`
}
