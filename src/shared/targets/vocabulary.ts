import type { Bound, Strength } from './target.ts'

/**
 * The words of goals, as data: what stands between an indicator and its number, before an indicator, and after a number.
 * Longer words must win over shorter ones, so every list is matched longest first (`longestFirst`).
 */
const words = (text: string): string[] => text.trim().split(/\s+/)

/** Builds an alternation that prefers longer words. */
export function longestFirst(list: readonly string[]): string {
  return [...list]
    .sort((a, b) => b.length - a.length)
    .map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
    .join('|')
}

/** Verbs whose number is the level that is reached: 达到, 提高到, 控制在. */
export const LEVEL_VERBS = words(`
  达到 达 提高到 提高至 提升到 提升至 提升为 增加到 增加至 增长到 增长至 增至 上升到 上升至 升至 升到 扩大到 扩大至 发展到
  降到 降至 下降到 下降至 降低到 降低至 减少到 减少至 减至 控制到 控制在 控制 保持在 保持 稳定在 稳定到 维持在 稳控在 压缩到 压缩至
  压减到 压减至 缩短到 缩短至 缩小到 缩小至 拓展到 拓展至 恢复到 恢复至 回升到 占到 占 为 是 在 到 至 成为 累计达
  安排 拟按 按 稳定 守住 突破到 缩减到 缩减至 降为 增为`)

/** Verbs whose number is a change: 增长, 下降. The second list goes down. */
export const UP_VERBS = words(`
  增长 增加 提高 提升 上升 扩大 递增 增收 上浮 高出 提速 上调 新增长 再增 净增 增产 多增 提速`)
export const DOWN_VERBS = words(`
  下降 降低 减少 压减 压缩 缩减 削减 缩小 递减 降 下调 压降 缩短 减轻 核减 收窄 节约 回落 再降 减排`)

/** Words before a number that set its bound; 突破 and 超过 are verbs of a level too. */
export const BOUNDS_BEFORE: Readonly<Record<string, Bound>> = {
  突破: 'at-least',
  超过: 'at-least',
  超: 'at-least',
  超出: 'at-least',
  跨过: 'at-least',
  跨越: 'at-least',
  迈上: 'at-least',
  迈过: 'at-least',
  冲刺: 'at-least',
  不低于: 'at-least',
  不少于: 'at-least',
  不小于: 'at-least',
  高于: 'at-least',
  大于: 'at-least',
  优于: 'at-least',
  快于: 'at-least',
  多于: 'at-least',
  至少: 'at-least',
  不下: 'at-least',
  '>': 'at-least',
  不超过: 'at-most',
  不超: 'at-most',
  不高于: 'at-most',
  不大于: 'at-most',
  不突破: 'at-most',
  不多于: 'at-most',
  低于: 'at-most',
  小于: 'at-most',
  少于: 'at-most',
  至多: 'at-most',
  最多: 'at-most',
  '<': 'at-most',
  约: 'around',
  大约: 'around',
  约为: 'around',
  近: 'around',
  接近: 'around',
  将近: 'around',
  逼近: 'around',
  左右: 'around',
}

/** Words after a number and its unit that set its bound. */
export const BOUNDS_AFTER: Readonly<Record<string, Bound>> = {
  以上: 'at-least',
  及以上: 'at-least',
  之上: 'at-least',
  以内: 'at-most',
  之内: 'at-most',
  以下: 'at-most',
  及以下: 'at-most',
  之下: 'at-most',
  左右: 'around',
  上下: 'around',
  目标以上: 'at-least',
}

/** Words between verb and number that say nothing of the measure: 年均, 分别, 再, 要. */
export const TAIL_ADVERBS = words(`
  年均 月均 日均 平均 每年 每年都 年度 分别 均 都 各 累计 共 总计 合计 总共 共计 再 又 也 要 将 可 可以 能 能够 须 应 应当 必须 力争 争取 确保
  保证 努力 继续 全部 逐年 同比 基本 总体 有望 预计 预期 拟 计划 逐步 稳步 平稳 大幅 明显 进一步 率先 全年 今年 明年
  合理 严格 还 只 仅 就 已 已经 新 总 有 的 约束性 预期性 名义 实际 当年 一律 普遍 统一 则 由 从 持续 不断 有效 有序`)

/** Strength of the commitment by the words of its clause; the first list that applies counts. */
export const STRENGTH_WORDS: readonly (readonly [Strength, readonly string[]])[] = [
  ['explore', words('探索 谋划 研究 鼓励 引导 支持有条件')],
  ['aim', words('力争 争取 努力 争创 力求 争 冲刺 争当 有望')],
  ['must', words('确保 必须 坚决 保证 务必 严格控制 不得 严守 守住')],
]

/** Time and stance before an indicator, which are no part of its name. */
export const HEAD_ADVERBS = words(`
  力争 争取 确保 保证 努力 务必 必须 坚决 坚持 推动 促进 促使 使 让 要 将 能 到 届时 全年 今年 年内 当年 明年 本年 今后五年 未来五年 五年 五年内
  五年间 每年 其中 同时 并 并且 还 还要 再 进一步 继续 加快 大力 积极 全面 深入 稳步 有序 扎实 持续 重点 着力 切实 逐步 滚动 不断 高质量
  高标准 高水平 高起点 高效 全力 尽快 抓紧 率先 精心 统筹 有力 有效 分类 分批 分步 集中 加强 加大 基本 提前 总共 累计 共 计划 拟 预计 预期
  年底前 年底 上半年 下半年 一季度 期末 以及 和 及 与 以 为 对 在 由 从 将 把 从严 合理 严格 普遍 实现 保持 保障 做到 达成 我们 一律 较好
  优化 各类 新一轮 主动 适时 适度 因地制宜 建议 目标是 目标为 分别是 分别为 即 是 按照 根据 通过 另 另外 此外 也 至 主要目标 预期目标 用于`)

/** Nouns that begin like a stance word: 对 is taken off 「对困难群体」 but not off 「对外贸易」. */
export const HEAD_NOUNS: readonly RegExp[] = [
  /^(?:对外|对口|由于|从业|并网|能源|能耗|和美|及时|为民|要素|再生|再贷款|再制造|以旧|以上|在校|在岗|在建|在册|在营|共同|共享|共建|与会)/,
  /^(?:到位|到期|使用|让利|即时|基本(?:养老|医疗|公共|农田|建设|药物|殡葬|单元)|保障(?:性|房|水平|人口|金|范围)|集中(?:供|式|连片|居住))/,
  /^重点(?:项目|工程|企业|群体|领域|人群|产业|水|县|镇|流域|行业|城市|实验室|高校|建设|片区|村|人才|工业|物种|地区)/,
  /^(?:计划(?:生育|投资|总投资)|高标准农田|高质量(?:就业|发明|发展|专利)|高水平(?:大学|人才|医院|创新|科研|学校|研究|平台|学科|高校|师资))/,
  /^(?:有效(?:发明|投资|灌溉|期|专利|率)|综合|累计[^完实建新培引改]|统筹区|优化率|持续率|主动率|按时|为主|将军|将来|是非|另类|同时在线|期末|期望|年底结存|实现率)/,
  /^(?:各类(?:市场主体|经营主体|人才|企业|学校|园区)|加强版|使命|让渡|基本面|预期寿命|全面小康)/,
]

/** Verbs right before a number that only say that it is done: with a count the work is an addition, with a share a level. */
export const DONE_VERBS = words(`完成 实现 达成`)

/** What a figure covers, when it stands before the indicator. */
export const SCOPES = words('全市 全省 全县 全区 全州 全盟 全旗 全国 全镇 全域 我国 我省 我市 我县 我区 全社会')

/**
 * Verbs that do something countable: their object and its number are a task (measure addition). `CHAIN` verbs can follow
 * another one directly (改造提升, 提能升级建设); the others end the verb.
 */
export const ACTION_VERBS = words(`
  新增 新建 改建 新改建 新改扩建 新（改、扩）建 新(改、扩)建 扩建 改扩建 新扩建 新建改建 新建续建 续建 新引进 引进 引入 引育 招引 新招引 新认定 认定
  新培育 培育 培养 培训 打造 建成 建成投用 建成投产 建设 建立 建好 筹建 创建 争创 创成 创评 完成 实施 推进 推动 滚动推进 开展 举办 承办
  开行 开通 新开通 开工 新开工 开工建设 更新 改造 提升 整治 治理 修复 供应 供给 安排 投入 筹集 筹措 落实 发放 救助 帮扶 招聘 招录 招收 新设
  设立 组建 盘活 腾出 化解 处置 清理 淘汰 关停 退出 布局 配置 提供 办理 办好 收储 出让 发展 新发展 扶持 支持 孵化 储备 谋划 签约 落地
  集聚 吸引 遴选 选派 选聘 评选 推广 制定 修订 制修订 制（修）订 发布 出台 种植 绿化 营造 栽植 搬迁 安置 转移 解决 资助 惠及 创办 增设
  争取 提质 升级 扩容 提档 提能 新上 上马 启动 投用 投产 竣工 竣工投产 达产 入库 纳规 新入库 新入统 入统 上云 改善 除险加固 加固 拓宽 硬化
  铺设 敷设 架设 安装 加装 购置 维护 维护提升 取得 推介 支持 斩获 采购 更换 拆除 拆迁 征收 收购 回购 流转 托管 整合 规范 复垦 新垦 垦造 储备 增储 化减 消化 去化 销售 交付
  建造 续建 修建 修缮 维修 养护 疏浚 清淤 补充 扩面 扩招 招生 新招 输送 选树 命名 申报 获批 备案 登记 注册 新注册 新登记 孵育 设置 增加 减少
  压减 减免 减负 压缩 压降 兑现 授信 投放 发行 上市 挂牌 股改 募集 新设立 编制 组织 选育 创作 推出 展演 演出 放映 送 配送 配备 配送 覆盖
  服务 免费 补助 补贴 奖补 招才引智 引才 集聚 新集聚 招商 到位 引资 签订 吸纳 帮助 扶助 供养 托底 建档 摸排 排查 检查 抽检 监测 查处 化解
  打通 贯通 通车 联通 接入 接通 点亮 亮化 美化 植树 造林 新造林 补植 抚育 封育 退耕 还林 种草 治沙 养殖 投放 增殖 播种 收获 生产 开采 探明 承接
  培训 轮训 普及 普惠 开放 开设 增开 优化 调整 延长 压实 拓展 做精做强 做大做强 做强 做大 巩固 提标 扩大 召开 现场办公 组织召开 滚动实施
  抓好 抓实 攻克 突破 转化 实现 达成 研发 开发 新开发 采用 引培 培引 评定 新评定 入选 创新 获得 新获 再造 新办 办成 办结 压茬推进 统筹推进 创优 拿出 筹建 增效 提质增效 
  重点打造 重点推进 重点实施 重点培育 提速建设 加快建设 加快推进 支持建设 培育引进 培育壮大 引进培育 提档升级 提质升级 提能升级 提质扩容 改造提升
  提升改造 更新改造 改造更新 新建和改造提升 新建改造 维修改造 提标改造 扩容提质 扩能改造 治理修复 创建培育 培育打造 布局建设 规划建设 开发建设 建设改造
  布设 创响 迭代 新开 争列 争取落户 供地 列入 梳理 归集 汇聚 输出 试点 试行 推行`)

/** Nouns that begin like an action verb; the verb is then part of the name. */
export const NOUN_AFTER_VERB =
  /^(?:总值|总额|产值|用地|项目|工程|标准|规模|单位|基地|中心|平台|面积|资金|任务|行动|计划|率|量|度|数|者|力|费|额|率先|机构|人员|型|主体|体系|园|区(?!域)|点|站|式|业|税|站点|社区|场景|网点|机制|人口|贸易|消费|投资|企业|服务业|大厅|券|线|性|权|期|生|带|器|产业|市场|示范|案例|村|镇|的)/

/** Growth in the indicator's own name. */
export const GROWTH_NAMES = /(?:减负|减免|减税|减税降费|涨幅|增幅|增速|增长率|增长速度|降幅|下降率|降低率|递增率|增长)$/
