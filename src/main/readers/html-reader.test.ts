import { describe, expect, it } from 'vitest'
import { countNonBlank } from '../../shared/text/characters.ts'
import type { RawDocument } from '../../shared/text/raw-document.ts'
import { looksLikePage } from './html/looks-like-page.ts'
import { readHtml } from './html-reader.ts'
import { readMht } from './mht-reader.ts'

const LONG =
  '到2029年，全市规模以上工业增加值年均增长6%以上，建成省级以上绿色工厂30家，单位产值能耗继续下降。各县区要按照分工抓好落实，按季报告进展。'
const SECOND =
  '坚持产业立市。实施链长制，做强新材料、智能装备两条主链，新引进亿元以上项目40个，技改投资占比保持在三成左右。'

const read = (html: string) => readHtml(Buffer.from(html), 'page.html')
const texts = (raw: RawDocument) => raw.lines.map((line) => line.text)
const reasons = (raw: RawDocument) => [...new Set(raw.dropped.map((piece) => piece.reason))].toSorted()

function sitePage(article: string): string {
  return `<!DOCTYPE html><html><head><title>清川市2029年工业要点_清川市人民政府</title><script>var a = "<p>脚本</p>"</script></head><body>
<div class="header"><ul class="nav"><li><a href="/">首页</a></li><li><a href="/zw">政务公开</a></li><li><a href="/fw">办事服务</a></li></ul></div>
<div class="crumb">您所在的位置：<a>首页</a> &gt; <a>文件</a></div>
<div class="wrap"><h1>清川市2029年工业要点</h1><div class="info">来源：市工信局 发布时间：2029-03-01 浏览次数：88</div>
<div class="bdsharebuttonbox">分享到：<a>微信</a><a>微博</a></div>
<div id="zoom">${article}</div></div>
<div class="footer">主办：清川市人民政府 备案号：清ICP备00000000号</div></body></html>`
}

describe('readHtml', () => {
  it('keeps the article and its title, and counts the frame as dropped', () => {
    const raw = read(sitePage(`<p>　　${LONG}</p><p>一、总体要求</p><p>${SECOND}</p>`))
    expect(raw.lines).toEqual([
      { text: '清川市2029年工业要点', kind: 'title' },
      { text: `　　${LONG}` },
      { text: '一、总体要求' },
      { text: SECOND },
    ])
    expect(raw.structured).toBe(true)
    expect(reasons(raw)).toEqual(['page-title', 'web-clutter'])
    expect(raw.dropped.some((piece) => piece.text.includes('脚本'))).toBe(false)
  })

  it('accounts for every visible character', () => {
    const html = sitePage(`<p>${LONG}</p><p style="display: none">隐藏的说明</p><p>${SECOND}</p>`)
    const raw = read(html)
    const visible = html
      .replace(/<script>.*?<\/script>/g, '')
      .replace(/<[^>]*>/g, '')
      .replace('&gt;', '>')
    const found = [...raw.lines, ...raw.dropped].reduce((sum, piece) => sum + countNonBlank(piece.text), 0)
    expect(found).toBe(countNonBlank(visible))
    expect(raw.dropped).toContainEqual({ reason: 'hidden-text', text: '隐藏的说明' })
  })

  it('marks the title inside the article and drops the heading above it', () => {
    const raw = read(sitePage(`<p>清川市2029年工业要点</p><p>${LONG}</p><p>${SECOND}</p>`))
    expect(raw.lines[0]).toEqual({ text: '清川市2029年工业要点', kind: 'title' })
    expect(raw.lines).toHaveLength(3)
  })

  it('drops the second copy of an article that stands twice on the page', () => {
    const article = `<p>${LONG}</p><p>${SECOND}</p><p>以上各项由市工信局会同有关部门落实。</p>`
    const raw = read(`<body><div class="pc">${article}</div><div class="mobile">${article}</div></body>`)
    expect(texts(raw)).toEqual([LONG, SECOND, '以上各项由市工信局会同有关部门落实。'])
    expect(reasons(raw)).toEqual(['repeated-text'])
  })

  it('reads an article whose container is invisible until its script ran', () => {
    const raw = read(
      `<body><div><a>关注我们的公众号</a> <a>返回首页</a></div><div style="display:none"><p>${LONG}</p><p>${SECOND}</p></div></body>`,
    )
    expect(texts(raw)).toEqual([LONG, SECOND])
  })

  it('keeps title and table beside the columns of an exported document', () => {
    const table = '<table><tr><td>指标</td><td>目标</td></tr><tr><td>绿色工厂</td><td>30家</td></tr></table>'
    const raw = read(
      `<body><p>工业要点</p><div style="column-count: 2"><p>${LONG}</p><p>${SECOND}</p></div>${table}</body>`,
    )
    expect(texts(raw)).toEqual(['工业要点', LONG, SECOND, '指标 | 目标', '绿色工厂 | 30家'])
  })

  it('keeps paragraphs that stand beside the largest one', () => {
    const raw = read(
      `<body><h1>要点</h1><div><p>${LONG.repeat(20)}</p></div><div><p>${LONG}${SECOND}${SECOND}${LONG}</p></div></body>`,
    )
    expect(raw.lines).toHaveLength(3)
  })

  it('writes tables as rows, merged cells once', () => {
    const raw = read(
      `<p>${LONG}</p><table><tr><th rowspan=2>指标</th><th colspan=2>2029年</th></tr><tr><td>目标</td><td>属性</td></tr>` +
        '<tr><td>绿色<br>工厂</td><td>30|家</td><td>预期性</td></tr></table>',
    )
    expect(raw.lines.slice(1)).toEqual([
      { text: '指标 | 2029年 |', kind: 'table-row' },
      { text: ' | 目标 | 属性', kind: 'table-row' },
      { text: '绿色 工厂 | 30\\|家 | 预期性', kind: 'table-row' },
    ])
  })

  it('reads through tables that lay out the page', () => {
    const raw = read(
      `<table><tr><td><a>首页</a> <a>政务公开</a> <a>办事服务</a></td></tr><tr><td><table><tr><td><p>${LONG}</p><p>${SECOND}</p></td></tr></table></td></tr></table>`,
    )
    expect(texts(raw)).toEqual([LONG, SECOND])
  })

  it('takes breaks for paragraph ends when the parts end like paragraphs, for wraps otherwise', () => {
    expect(read(`<div>　　${LONG}<br>　　${SECOND}<br></div>`).structured).toBe(true)
    const wrapped = `${LONG}${SECOND}`.match(/.{1,20}/g)?.join('<br>') ?? ''
    expect(read(`<div>${wrapped}</div>`).structured).toBe(false)
    expect(read(`<pre>${wrapped.replaceAll('<br>', '\n')}</pre>`).structured).toBe(false)
  })

  it('joins a source line break between Chinese characters without a blank', () => {
    expect(texts(read('<p>全市规模以上工业\n  增加值增长 6%\n以上，<b>完成</b>\n<i>投资</i>。</p>'))).toEqual([
      '全市规模以上工业增加值增长 6% 以上，完成投资。',
    ])
  })

  it('writes the numbers of ordered lists, not twice and not for bullets', () => {
    const raw = read(
      '<ol start=3><li>完善规划</li><li><p>加强统筹</p></li><li>5.抓好落实</li></ol><ul><li>说明</li></ul>',
    )
    expect(texts(raw)).toEqual(['3.完善规划', '4.加强统筹', '5.抓好落实', '说明'])
  })

  it('writes the numbers that lists start at, are styled with, and count down in', () => {
    const list = (attributes: string, ...items: string[]) =>
      `<ol ${attributes}>${items.map((item) => `<li>${item}</li>`).join('')}</ol>`
    const of = (attributes: string) => texts(read(list(attributes, '甲', '乙')))
    expect(of('type="a" start="26"')).toEqual(['z.甲', 'aa.乙'])
    expect(of('type="I"')).toEqual(['I.甲', 'II.乙'])
    expect(of('type="一"')).toEqual(['一、甲', '二、乙'])
    expect(of('style="list-style-type: cjk-ideographic" start="10"')).toEqual(['十、甲', '十一、乙'])
    expect(of('style="list-style: none inside"')).toEqual(['甲', '乙'])
    expect(of('reversed')).toEqual(['2.甲', '1.乙'])
    expect(texts(read('<ol reversed start=5><li>甲<li value=9 type=a>乙<li>丙</ol>'))).toEqual(['5.甲', 'i.乙', '8.丙'])
  })

  it('counts nested lists for themselves and goes on after them', () => {
    const page = '<ol><li>甲<ol type=a><li>子一<li>子二</ol></li><li>乙<ul><li>点</ul></li><li>丙</ol>'
    expect(texts(read(page))).toEqual(['1.甲', 'a.子一', 'b.子二', '2.乙', '点', '3.丙'])
  })

  it('does not take a figure at the beginning of an item for its number', () => {
    expect(texts(read('<ol><li>30个项目开工</li><li>3.5%的增速</li><li>（三）统筹</li></ol>'))).toEqual([
      '1.30个项目开工',
      '2.3.5%的增速',
      '（三）统筹',
    ])
  })

  it('reads GB18030 under its declaration, and UTF-8 that kept an old one', () => {
    const gbk = Buffer.concat([
      Buffer.from('<meta charset="gb2312"><p>'),
      Buffer.from([0xb9, 0xa4, 0xd2, 0xb5]),
      Buffer.from('</p>'),
    ])
    expect(texts(readHtml(gbk, 'a.html'))).toEqual(['工业'])
    expect(texts(read('<meta charset="gb2312"><p>工业</p>'))).toEqual(['工业'])
  })

  it('warns of characters that cannot be decoded', () => {
    const bytes = Buffer.concat([Buffer.from(`<meta charset=utf-8><p>${LONG.repeat(20)}`), Buffer.from([0xe4, 0xb8])])
    const raw = readHtml(bytes, 'a.html')
    expect(raw.warnings.map((warning) => warning.code)).toEqual(['broken-characters'])
  })

  it('reads a table of more cells than a call takes arguments', () => {
    const row = `<tr>${'<td>1</td>'.repeat(60)}</tr>`
    expect(read(`<table>${row.repeat(2500)}</table>`).lines).toHaveLength(2500)
  })

  it('refuses pages without text, binary data and endless nesting', () => {
    expect(() => read('<html><body><img src="a.png"></body></html>')).toThrow(
      expect.objectContaining({ code: 'file-empty' }),
    )
    expect(() => readHtml(new Uint8Array(4000).fill(0xff), 'a.html')).toThrow(
      expect.objectContaining({ code: 'file-not-text' }),
    )
    expect(() => read('<div>'.repeat(100_000))).toThrow(expect.objectContaining({ code: 'file-damaged' }))
  })
})

describe('readMht', () => {
  const quoted = (text: string) =>
    [...Buffer.from(text)]
      .map((byte) => `=${byte.toString(16).toUpperCase().padStart(2, '0')}`)
      .join('')
      .replace(/(.{72})/g, '$1=\r\n')

  it('reads the page of the archive with the most text and counts the other frames', () => {
    const archive = [
      'From: <Saved by Browser>',
      'MIME-Version: 1.0',
      'Content-Type: multipart/related;',
      '\ttype="text/html"; boundary="----b"',
      '',
      '------b',
      'Content-Type: text/html; charset=utf-8',
      'Content-Transfer-Encoding: quoted-printable',
      '',
      quoted('<p>栏目导航</p>'),
      '------b',
      'Content-Type: text/html',
      'Content-Transfer-Encoding: base64',
      '',
      Buffer.from(`<meta charset=utf-8><p>${LONG}</p><p>${SECOND}</p>`).toString('base64'),
      '------b--',
    ].join('\r\n')
    const raw = readMht(Buffer.from(archive), 'a.mht')
    expect(raw.format).toBe('mht')
    expect(texts(raw)).toEqual([LONG, SECOND])
    expect(raw.dropped).toEqual([{ reason: 'other-frame', text: '栏目导航' }])
    expect(looksLikePage(Buffer.from(archive))).toBe('mht')
  })

  it('refuses an archive without a page', () => {
    expect(() => readMht(Buffer.from('Content-Type: text/plain\r\n\r\nabc'), 'a.mht')).toThrow(
      expect.objectContaining({ code: 'file-damaged' }),
    )
  })
})

describe('looksLikePage', () => {
  it.each([
    ['<!DOCTYPE html><p>', 'html'],
    ['\ufeff\n<?xml version="1.0"?><!-- saved from url -->\n<HTML lang=zh>', 'html'],
    ['<p>一段文字', null],
    ['content-type: text/plain\n\n', null],
    ['', null],
  ])('%j is %s', (text, kind) => {
    expect(looksLikePage(Buffer.from(text))).toBe(kind)
  })
})
