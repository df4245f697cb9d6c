/**
 * What web pages put around an article. Lines are compared without blanks. Lists and not rules: add what a new site brings.
 */

/** Lines that only a web page has. Two of them at the top, or one at the bottom, show that the text was copied from a page. */
const PAGE_MARKS: readonly RegExp[] = [
  /版权所有|[Cc]opyright|技术支持[：:]/,
  /返回顶部|关闭(?:窗口|本页|页面)|打印(?:本页|此页)|扫一扫在手机|扫一扫分享|智能问答|网站无障碍|无障碍(?:浏览|阅读|版|栏)|关怀版|繁體版/,
  /^(?:(?:相关报道|相关链接|相关附件|相关新闻|标签云|阅读排行|热门推荐|分享到?)[：:>＞]*)+$|^(?:上一篇|下一篇)[：:]/,
  /您(?:当前|现在)?(?:所在)?的?(?:所在)?位置|您访问的链接即将离开/,
  /Publicdomain|本作品(?:是|在)中华人民共和国/,
  /^(?:下载|打印|全屏|收藏|加大|还原|减小|字体|放大|缩小)$|【?字[号体][：:]/,
  /^(?:时间|发布时间|发布日期)[：:].*(?:阅读|来源|作者)[：:]|^(?:访问量|浏览次数|点击数|阅读次数|阅读量)[：:]/,
  /^(?:索引号|公开方式|公开时限|公开范围|责任部门|生成日期|发文单位|关联稿件)[：:]/,
  /^来源URL[：:]|^(?:原文链接|网址|链接)[：:]https?:/,
]

/** Sentences of licences, of any length. */
export const LONG_MARK =
  /维基文库社群|著作权法》?第五条.{0,4}第[一二]项|具有立法、行政、司法性质的文件，及其官方正式译文/

/** Lines beside an article that stand for nothing in it, once it is sure that the text comes from a page. */
export const PAGE_LINES: readonly RegExp[] = [
  /^[|>＞»/\\✖X×【】［］\][]+$/,
  /^(?:大|中|小|首页|网站首页|正文|分享|繁|简|EN|English|登录|注册|搜索|导航|菜单)[：:]?[】\]]?$/,
  /^(?:时间|发布时间|发布日期|发文时间|日期|来源|信息来源|文章来源|作者|编辑|责任编辑|阅读|评论|点击|浏览|标题|正文|内容摘要|摘要|标签|附件下载)[：:]/,
  /^(?:当前)?位置[：:]|^首页[>＞»]|[>＞»].*[>＞»]/,
  /^\d{4}[-./]\d{1,2}[-./]\d{1,2}(?:\d{1,2}[:：]\d{1,2}(?:[:：]\d{1,2})?)?$|^\d{4}年\d{1,2}月\d{1,2}日(?:星期.|\d{1,2}[:：时].*)$/,
  /本报记者.{0,12}摄|记者.{0,12}摄$|^图文解读|^扫描?二维码/,
  /^\d{1,6}$|^false$|^true$|^[0-9a-f]{32}[：:]?$/,
]

/** The line of a page mark is short; a paragraph may speak of 版权 too. */
const MAX_MARK = 40

/** What only the foot of a page has; its lines hold many of these and are long. */
const FOOT = /ICP备\d|公网安备|网站标识码|版权所有[：:©]|技术支持[：:]/
const MAX_FOOT = 300

/** The line under the title of a page: when and whence, how often it was read, tools. It names several fields and can be long. */
const UNDER_TITLE =
  /^(?:时间|日期|发布时间|发布日期|发文时间|来源|信息来源)[：:][^。]*(?:来源|作者|阅读|浏览|点击|访问|字[体号])[^。：:]{0,4}[：:]/
const MAX_UNDER_TITLE = 120

/** An address on a line of its own, perhaps with its name. */
const ADDRESS = /^[^，。]{0,6}[：:]?https?:\/\/\S+$/

/** True for a line (without blanks) that only a web page has. */
export function isPageMark(text: string): boolean {
  if (LONG_MARK.test(text) || ADDRESS.test(text)) return true
  if (text.length <= MAX_FOOT && FOOT.test(text) && !text.includes('。')) return true
  if (text.length <= MAX_UNDER_TITLE && UNDER_TITLE.test(text) && !text.includes('。')) return true
  return text.length <= MAX_MARK && PAGE_MARKS.some((mark) => mark.test(text))
}

/** Who offers the text, behind the last sentence. */
export const CREDIT =
  /(?<=[。！？”）])\s*[（(]?(?:来自|摘自|转自)\s*[\u4e00-\u9fff]{2,10}(?:网|数据库|平台|公众号)[）)]?$/
