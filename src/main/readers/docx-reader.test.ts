import { strToU8, zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { DuigaoError } from '../../shared/contract/errors.ts'
import { type DocxSource, item, level, makeDocx, p, table } from './docx/make-docx.test-helper.ts'
import { readDocx } from './docx-reader.ts'

const read = (source: DocxSource) => readDocx(makeDocx(source), '方案.docx')
const lines = (source: DocxSource) => read(source).lines.map((line) => line.text)
const codeOf = (run: () => unknown) => {
  try {
    run()
  } catch (error) {
    return error instanceof DuigaoError ? error.code : error
  }
  return 'no error'
}

describe('readDocx', () => {
  it('reads runs, tabs, breaks and special signs', () => {
    const body =
      '<w:p><w:r><w:t>生产总值</w:t></w:r><w:r><w:tab/><w:t>增长6%</w:t><w:br/><w:t>左右</w:t></w:r><w:r><w:noBreakHyphen/><w:sym w:font="Wingdings" w:char="F0FE"/></w:r></w:p>'
    expect(lines({ body })).toEqual(['生产总值\t增长6%', '左右-☑'])
  })

  it('takes headings from styles, their ancestors and direct outline levels', () => {
    const styles = [
      '<w:style w:type="paragraph" w:styleId="1"><w:name w:val="heading 1"/><w:pPr><w:outlineLvl w:val="0"/></w:pPr></w:style>',
      '<w:style w:type="paragraph" w:styleId="gw"><w:name w:val="公文标题"/><w:basedOn w:val="1"/></w:style>',
      '<w:style w:type="paragraph" w:styleId="t"><w:name w:val="Title"/></w:style>',
    ].join('')
    const body = [
      p('云溪市方案', '<w:pStyle w:val="t"/>'),
      p('总体要求', '<w:pStyle w:val="gw"/>'),
      p('工作目标', '<w:outlineLvl w:val="2"/>'),
      p('正文。', '<w:outlineLvl w:val="9"/>'),
    ].join('')
    expect(read({ body, styles }).lines).toEqual([
      { text: '云溪市方案', kind: 'title' },
      { text: '总体要求', kind: 'heading', level: 1 },
      { text: '工作目标', kind: 'heading', level: 3 },
      { text: '正文。' },
    ])
  })

  it('knows the levels of the built-in headings where the file does not state them', () => {
    const styles =
      '<w:style w:type="paragraph" w:styleId="H2"><w:name w:val="heading 2"/></w:style><w:style w:type="paragraph" w:styleId="x"><w:name w:val="heading 2 copy"/></w:style>'
    const body = p('目标', '<w:pStyle w:val="H2"/>') + p('正文', '<w:pStyle w:val="x"/>')
    expect(read({ body, styles }).lines).toEqual([{ text: '目标', kind: 'heading', level: 2 }, { text: '正文' }])
  })

  it('survives styles that are based on each other', () => {
    const style = (id: string, parent: string) =>
      `<w:style w:type="paragraph" w:styleId="${id}"><w:name w:val="${id}"/><w:basedOn w:val="${parent}"/></w:style>`
    expect(lines({ body: p('正文', '<w:pStyle w:val="a"/>'), styles: style('a', 'b') + style('b', 'a') })).toEqual([
      '正文',
    ])
  })
})

describe('numbers that Word generates', () => {
  const numbering = [
    `<w:abstractNum w:abstractNumId="0">${level(0, 'chineseCountingThousand', '第%1章')}${level(1, 'chineseCounting', '（%2）')}${level(2, 'decimal', '%3.', '<w:suff w:val="nothing"/>')}${level(3, 'decimal', '%1.%4', '<w:isLgl/>')}</w:abstractNum>`,
    `<w:abstractNum w:abstractNumId="1">${level(0, 'decimalEnclosedCircle', '%1')}${level(1, 'ideographTraditional', '%2、')}${level(2, 'bullet', '\uf06c')}</w:abstractNum>`,
    '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>',
    '<w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num>',
    '<w:num w:numId="3"><w:abstractNumId w:val="0"/></w:num>',
    '<w:num w:numId="4"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="9"/></w:lvlOverride></w:num>',
  ].join('')

  it('are written before the text, restart under a new parent and go on in another list of the same kind', () => {
    const body = [
      item('总则', 1),
      item('目的', 1, 1),
      item('依据', 1, 1),
      item('细项', 1, 2),
      item('职责', 1),
      item('市级', 1, 1),
      item('附则', 3),
      item('末章', 4),
      item('终章', 4),
    ].join('')
    expect(lines({ body, numbering })).toEqual([
      '第一章 总则',
      '（一）目的',
      '（二）依据',
      '1.细项',
      '第二章 职责',
      '（一）市级',
      '第三章 附则',
      '第九章 末章',
      '第十章 终章',
    ])
  })

  it('know circles, stems, bullets and legal numbering', () => {
    const body = [item('水库', 2), item('甲类', 2, 1), item('要点', 2, 2), item('章', 1), item('条款', 1, 3)].join('')
    expect(lines({ body, numbering })).toEqual(['①水库', '甲、甲类', '•要点', '第一章 章', '1.1 条款'])
  })

  it('come from the paragraph style too, and not for empty paragraphs or numId 0', () => {
    const styles =
      '<w:style w:type="paragraph" w:styleId="h"><w:name w:val="h"/><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
    const style = '<w:pStyle w:val="h"/>'
    const body = [
      p('总则', style),
      p('', style),
      p('说明', `${style}<w:numPr><w:numId w:val="0"/></w:numPr>`),
      p('附则', style),
    ].join('')
    expect(lines({ body, numbering, styles })).toEqual(['第一章 总则', '', '说明', '第二章 附则'])
  })
})

describe('tables', () => {
  it('are rows with their cells in order', () => {
    const body = table([p('指标'), p('2025年')], [p('森林覆盖率'), `${p('45%')}${p('以上')}`])
    expect(read({ body }).lines).toEqual([
      { text: '指标 | 2025年', kind: 'table-row' },
      { text: '森林覆盖率 | 45% 以上', kind: 'table-row' },
    ])
  })

  it('keep columns in place where cells are merged, and escape bars', () => {
    const wide = `<w:tcPr><w:gridSpan w:val="2"/></w:tcPr>${p('经济|发展')}`
    const down = (text: string, restart: boolean) =>
      `<w:tcPr><w:vMerge${restart ? ' w:val="restart"' : ''}/></w:tcPr>${p(text)}`
    const body = table(
      [wide, p('属性')],
      [down('绿色', true), p('能耗'), p('约束性')],
      [down('', false), p('水耗'), p('预期性')],
    )
    expect(lines({ body })).toEqual(['经济\\|发展 |  | 属性', '绿色 | 能耗 | 约束性', ' | 水耗 | 预期性'])
  })

  it('of one column are boxes of paragraphs', () => {
    const body = table([`${p('专栏1 重大工程')}${p('建设水库2座。')}`])
    expect(read({ body }).lines).toEqual([{ text: '专栏1 重大工程' }, { text: '建设水库2座。' }])
  })
})

describe('tracked changes', () => {
  const body = [
    '<w:p><w:r><w:t>增长</w:t></w:r><w:del><w:r><w:delText>6%</w:delText></w:r></w:del><w:ins><w:r><w:t>6.5%</w:t></w:r></w:ins></w:p>',
    '<w:p><w:moveFrom><w:r><w:t>移走的话。</w:t></w:r></w:moveFrom><w:r><w:t>留下。</w:t></w:r></w:p>',
    '<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr><w:r><w:t>前半</w:t></w:r></w:p>',
    '<w:p><w:r><w:t>后半</w:t></w:r></w:p>',
    '<w:tbl><w:tr><w:trPr><w:del/></w:trPr><w:tc><w:p><w:r><w:t>删行</w:t></w:r></w:p></w:tc><w:tc><w:p/></w:tc></w:tr></w:tbl>',
  ].join('')

  it('are accepted, and what was deleted is counted', () => {
    const { lines, dropped } = read({ body })
    expect(lines.map((line) => line.text)).toEqual(['增长6.5%', '留下。', '前半后半'])
    expect(dropped).toEqual([
      { reason: 'deleted-revision', text: '6%' },
      { reason: 'moved-revision', text: '移走的话。' },
      { reason: 'deleted-revision', text: '删行' },
    ])
  })
})

describe('text outside the paragraphs', () => {
  it('puts notes after their paragraph and counts heads, remarks, contents and hidden text', () => {
    const source: DocxSource = {
      body: [
        p('目录项', '<w:pStyle w:val="toc"/>'),
        '<w:p><w:r><w:t>到2025年达标</w:t></w:r><w:r><w:footnoteReference w:id="2"/></w:r><w:r><w:rPr><w:vanish/></w:rPr><w:t>内部</w:t></w:r><w:r><w:t>。</w:t></w:r></w:p>',
        p('结束。'),
      ].join(''),
      styles: '<w:style w:type="paragraph" w:styleId="toc"><w:name w:val="toc 1"/></w:style>',
      footnotes: `<w:footnote w:id="0" w:type="separator">${p('线')}</w:footnote><w:footnote w:id="2">${p('以普查为准。')}</w:footnote>`,
      comments: `<w:comment w:id="1" w:author="甲">${p('请核')}</w:comment>`,
      header1: p('云溪市文件'),
    }
    const { lines, dropped } = read(source)
    expect(lines).toEqual([{ text: '到2025年达标。' }, { text: '注1：以普查为准。', kind: 'note' }, { text: '结束。' }])
    expect(dropped.map(({ reason, text }) => `${reason} ${text}`)).toEqual([
      'table-of-contents 目录项',
      'hidden-text 内部',
      'header-footer 云溪市文件',
      'comment 请核',
    ])
  })

  it('reads a text box once, although Word writes it twice', () => {
    const box = `<w:txbxContent>${p('框内文字')}</w:txbxContent>`
    const body = `<w:p><w:r><w:t>正文</w:t></w:r><w:r><mc:AlternateContent><mc:Choice Requires="wps">${box}</mc:Choice><mc:Fallback><w:pict><v:textbox>${box}</v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r></w:p>`
    expect(lines({ body })).toEqual(['正文', '框内文字'])
  })
})

describe('files that are no Word documents', () => {
  it('are refused by what is wrong with them', () => {
    expect(codeOf(() => readDocx(strToU8('hello'), '坏.docx'))).toBe('file-damaged')
    expect(codeOf(() => readDocx(zipSync({ 'a.txt': strToU8('x') }), '坏.docx'))).toBe('file-damaged')
    expect(codeOf(() => readDocx(zipSync({ 'xl/workbook.xml': strToU8('<a/>') }), '表'))).toBe('file-unsupported')
    expect(codeOf(() => readDocx(makeDocx({ body: p('') }), '空.docx'))).toBe('file-empty')
    const whole = makeDocx({ body: p('正文') })
    expect(codeOf(() => readDocx(whole.slice(0, whole.length - 40), '断.docx'))).toBe('file-damaged')
  })

  it('are refused when their XML is broken or defines entities', () => {
    const word = (xml: string) => zipSync({ 'word/document.xml': strToU8(xml) })
    expect(codeOf(() => readDocx(word('<w:document><w:body>'), '坏.docx'))).toBe('file-damaged')
    const bomb =
      '<!DOCTYPE d [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><w:document><w:body><w:p>&b;</w:p></w:body></w:document>'
    expect(codeOf(() => readDocx(word(bomb), '弹.docx'))).toBe('file-damaged')
    expect(codeOf(() => readDocx(word(`<w:document><w:body>${'<w:p>'.repeat(2000)}`), '深.docx'))).toBe('file-damaged')
  })

  it('are refused when they unpack to far more than they are', () => {
    const bomb = zipSync({ 'word/document.xml': new Uint8Array(20 * 1024 * 1024) })
    expect(codeOf(() => readDocx(bomb, '弹.docx'))).toBe('file-damaged')
    const large = zipSync({ 'word/document.xml': new Uint8Array(50 * 1024 * 1024) }, { level: 0 })
    expect(codeOf(() => readDocx(large, '大.docx'))).toBe('file-too-large')
  })
})

describe('fields, controls and embedded documents', () => {
  const field = (code: string, result: string) =>
    `<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>${code}</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>${result}</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>`

  it('drops tables of contents and lone page numbers, keeps other results', () => {
    const body = [
      `<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> TOC \\o "1-3" </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>一、目标</w:t></w:r></w:p>`,
      `<w:p><w:r><w:t>二、任务</w:t></w:r>${field(' PAGEREF a ', '3')}</w:p>`,
      `<w:p><w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>`,
      `<w:p>${field(' PAGE ', '3')}</w:p>`,
      `<w:p><w:r><w:t>见第</w:t></w:r>${field(' PAGE ', '5')}<w:r><w:t>页表</w:t></w:r>${field(' REF b ', '2')}</w:p>`,
    ].join('')
    const raw = read({ body })
    expect(raw.lines.map((line) => line.text).filter((text) => text !== '')).toEqual(['见第5页表2'])
    expect(raw.dropped.map(({ reason, text }) => `${reason} ${text}`)).toEqual([
      'table-of-contents 一、目标',
      'table-of-contents 二、任务',
      'table-of-contents 3',
      'page-number 3',
    ])
  })

  it('drops the prompt of an empty content control, phonetic guides, and the contents that Word builds', () => {
    const control = (properties: string, content: string) =>
      `<w:sdt><w:sdtPr>${properties}</w:sdtPr><w:sdtContent>${content}</w:sdtContent></w:sdt>`
    const gallery = '<w:docPartObj><w:docPartGallery w:val="Table of Contents"/></w:docPartObj>'
    const ruby =
      '<w:r><w:ruby><w:rt><w:r><w:t>zhèn</w:t></w:r></w:rt><w:rubyBase><w:r><w:t>圳</w:t></w:r></w:rubyBase></w:ruby></w:r>'
    const body = [
      control(gallery, p('目录') + p('一、目标 1')),
      `<w:p><w:r><w:t>由</w:t></w:r>${control('<w:showingPlcHdr/>', '<w:r><w:t>单击输入</w:t></w:r>')}${ruby}</w:p>`,
      control('', p('负责。')),
    ].join('')
    const raw = read({ body })
    expect(raw.lines.map((line) => line.text)).toEqual(['由圳', '负责。'])
    expect(raw.dropped).toEqual([
      { reason: 'table-of-contents', text: '目录 一、目标 1' },
      { reason: 'placeholder', text: '单击输入' },
      { reason: 'phonetic', text: 'zhèn' },
    ])
  })

  it('hides text whose style hides it', () => {
    const styles =
      '<w:style w:type="character" w:styleId="h"><w:name w:val="h"/><w:rPr><w:vanish/></w:rPr></w:style><w:style w:type="paragraph" w:styleId="ph"><w:name w:val="ph"/><w:rPr><w:vanish/></w:rPr></w:style>'
    const body = `<w:p><w:r><w:t>明</w:t></w:r><w:r><w:rPr><w:rStyle w:val="h"/></w:rPr><w:t>暗</w:t></w:r><w:r><w:rPr><w:rStyle w:val="h"/><w:vanish w:val="0"/></w:rPr><w:t>示</w:t></w:r></w:p>${p('整段', '<w:pStyle w:val="ph"/>')}`
    const raw = read({ body, styles })
    expect(raw.lines.map((line) => line.text)).toEqual(['明示', ''])
    expect(raw.dropped.map((piece) => piece.text)).toEqual(['暗', '整段'])
  })

  it('follows relationships to parts of any name, in strict files too, and to none outside', () => {
    const rel = (id: string, type: string, target: string, mode = '') =>
      `<Relationship Id="${id}" Type="http://purl.oclc.org/ooxml/officeDocument/relationships/${type}" Target="${target}"${mode}/>`
    const strict = 'xmlns:w="http://purl.oclc.org/ooxml/wordprocessingml/main" xmlns:r="r"'
    const parts = {
      '_rels/.rels': `<Relationships>${rel('a', 'officeDocument', '/doc/main2.xml')}</Relationships>`,
      'doc/_rels/main2.xml.rels': `<Relationships>${rel('s', 'styles', 'look.xml')}${rel('x', 'header', 'http://192.0.2.1/h.xml', ' TargetMode="External"')}${rel('e', 'aFChunk', '../chunks/part.html')}${rel('n', 'aFChunk', '../chunks/part.rtf')}</Relationships>`,
      'doc/main2.xml': `<w:document ${strict}><w:body>${p('总则', '<w:pStyle w:val="1"/>')}<w:altChunk r:id="e"/></w:body></w:document>`,
      'doc/look.xml': `<w:styles ${strict}><w:style w:type="paragraph" w:styleId="1"><w:name w:val="heading 1"/><w:pPr><w:outlineLvl w:val="0"/></w:pPr></w:style></w:styles>`,
      'chunks/part.html': '<p>嵌入的话。</p>',
      'chunks/part.rtf': '{\\rtf1 x}',
    }
    const bytes = zipSync(Object.fromEntries(Object.entries(parts).map(([name, xml]) => [name, strToU8(xml)])))
    const raw = readDocx(bytes, '严格.docx', (_, part) =>
      part.endsWith('.html') ? { lines: [{ text: '嵌入的话。' }], dropped: [] } : null,
    )
    expect(raw.lines).toEqual([{ text: '总则', kind: 'heading', level: 1 }, { text: '嵌入的话。' }])
    expect(raw.warnings.map((warning) => warning.code)).toEqual(['embedded-document'])
  })
})

describe('numbers of lists', () => {
  const abstract = (levels: string) => `<w:abstractNum w:abstractNumId="0">${levels}</w:abstractNum>`
  const start = (index: number, value: number) =>
    `<w:lvlOverride w:ilvl="${index}"><w:startOverride w:val="${value}"/></w:lvlOverride>`

  it('restart at the start their instance states', () => {
    const numbering = `${abstract(level(0, 'decimal', '%1.') + level(1, 'decimal', '（%2）'))}<w:num w:numId="1"><w:abstractNumId w:val="0"/>${start(1, 5)}</w:num>`
    const body = [item('甲', 1), item('乙', 1, 1), item('丙', 1, 1), item('丁', 1), item('戊', 1, 1)].join('')
    expect(lines({ body, numbering })).toEqual(['1.甲', '（5）乙', '（6）丙', '2.丁', '（5）戊'])
  })

  it('take the level that is bound to the style of the paragraph', () => {
    const numbering = `${abstract(level(0, 'decimal', '%1.') + level(1, 'chineseCounting', '（%2）', '<w:pStyle w:val="sub"/>'))}<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>`
    const styles =
      '<w:style w:type="paragraph" w:styleId="sub"><w:name w:val="sub"/><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
    expect(lines({ body: item('总', 1) + p('分', '<w:pStyle w:val="sub"/>'), numbering, styles })).toEqual([
      '1.总',
      '（一）分',
    ])
  })
})

describe('notes in tables', () => {
  it('come after the table, numbered through', () => {
    const cell = (text: string, id: number) =>
      `<w:p><w:r><w:t>${text}</w:t></w:r><w:r><w:footnoteReference w:id="${id}"/></w:r></w:p>`
    const body = table([cell('产值', 1), cell('850', 2)]) + p('后文')
    const footnotes = [1, 2].map((id) => `<w:footnote w:id="${id}">${p(`口径${id}`)}</w:footnote>`).join('')
    expect(lines({ body, footnotes })).toEqual(['产值 | 850', '注1：口径1', '注2：口径2', '后文'])
  })

  it('that only deleted text refers to are counted with it', () => {
    const body = `<w:p><w:r><w:t>文</w:t></w:r><w:del><w:r><w:footnoteReference w:id="1"/></w:r></w:del></w:p>`
    expect(read({ body, footnotes: `<w:footnote w:id="1">${p('旧注')}</w:footnote>` }).dropped).toEqual([
      { reason: 'deleted-revision', text: '旧注' },
    ])
  })
})
