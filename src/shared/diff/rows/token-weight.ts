import type { TokenKind } from './tokenize.ts'

/** Words that stand in every sentence and tie nothing together. */
const LOOSE = new Set('的了和与及在等为对以是将并而也又都于其从到由向使把被让给所之这那有中上下更再个或')
/** Words so common in official texts that a match of one alone is as likely an accident as not. */
const COMMON = new Set(
  '应当 可以 必须 不得 进行 按照 根据 依照 依法 有关 规定 情况 工作 加强 推进 加快 促进 推动 提高 提升 建设 发展 实施 实现 完善 健全 建立 全面 积极 进一步 继续 努力 坚持 着力 深入 开展 支持 鼓励 管理 服务 重点 项目 制度 机制 体系 能力 水平 以及 或者 并且 通过 作为 成为 具有 主要 重要 相关 其他 我们 今年 全年 达到 增长 完成 新增 力争 单位 部门 政府 人民 国家 经济 社会 审计 问题 措施 要求 组织 办法 报告'.split(
    ' ',
  ),
)

/** How much a matching token ties two texts together, in hundredths of a character of an ordinary word. */
export function weighToken(text: string, kind: TokenKind): number {
  if (kind === 'anchor') return 200 * text.length
  if (kind === 'mark') return markWeight(text)
  if (kind === 'label') return 400
  if (kind === 'number') return 100 + 50 * text.length
  if (kind === 'unit') return 60 * text.length
  if (text.length === 1) return LOOSE.has(text) ? 40 : 100
  return (COMMON.has(text) ? 70 : 100) * text.length
}

function markWeight(text: string): number {
  if (text === '|') return 1000
  return text === '。' || text === ';' || text === ',' ? 50 : 30
}

/** Whether a character ties nothing together on its own. */
export function isLoose(character: string): boolean {
  return LOOSE.has(character)
}
