import { wordList } from './word-list.ts'

/** Verbs whose number is the level that is reached: 达到, 提高到, 控制在. */
export const LEVEL_VERBS = wordList(`
  达到 达 高达 提高到 提高至 提升到 提升至 提升为 增加到 增加至 增长到 增长至 增至 上升到 上升至 升至 升到 扩大到 扩大至 发展到
  降到 降至 下降到 下降至 降低到 降低至 减少到 减少至 设定为 确定为 定为 安排为 调整到 调整至 调整为 减至 控制到 控制在 控制 保持在 保持 稳定在 稳定到 维持在 稳控在 压缩到 压缩至
  压减到 压减至 缩短到 缩短至 缩小到 缩小至 拓展到 拓展至 恢复到 恢复至 回升到 占到 占 为 是 在 到 至 成为 累计达
  安排 拟按 按 稳定 守住 突破到 缩减到 缩减至 降为 增为`)

/** Verbs whose number is a change: 增长, 下降. The second list goes down. */
export const UP_VERBS = wordList(`
  增长 增加 提高 提升 上升 扩大 递增 增收 上浮 高出 提速 上调 晋升 晋位 晋档 进位 前移 前进 新增长 再增 净增 增产 多增 提速`)
export const DOWN_VERBS = wordList(`
  下降 降低 减少 压减 压缩 缩减 削减 缩小 递减 降 下调 压降 缩短 减轻 核减 收窄 节约 回落 再降 减排`)

/** Verbs right before a number that only say that it is done: with a count the work is an addition, with a share a level. */
export const DONE_VERBS = wordList(`完成 实现 达成 完工 竣工`)

/** Words between verb and number that say nothing of the measure: 年均, 分别, 再, 要. */
export const TAIL_ADVERBS = wordList(`
  年均 月均 日均 平均 每年 每年都 年度 分别 均 都 各 累计 共 总计 合计 总共 共计 再 又 也 要 将 可 可以 能 能够 须 应 应当 必须 力争 争取 确保
  保证 努力 继续 全部 逐年 同比 基本 总体 有望 预计 预期 拟 计划 逐步 稳步 平稳 大幅 明显 进一步 率先 全年 今年 明年
  合理 严格 还 只 仅 就 已 已经 新 总 有 的 约束性 预期性 名义 实际 当年 一律 普遍 统一 则 由 从 持续 不断 有效 有序 先 首先`)
