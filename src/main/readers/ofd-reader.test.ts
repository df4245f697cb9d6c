import { strToU8, zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { contentXml, makeOfd, type OfdPrint } from './ofd/make-ofd.test-helper.ts'
import { readOfd } from './ofd-reader.ts'

const error = (code: string) => expect.objectContaining({ code })
const LINES = [
  '全市坚持以项目建设为抓手，统筹推进产业集聚、城乡融',
  '合和民生改善，主要指标保持在合理区间，发展质量稳步',
  '提升。下一阶段，要把稳增长摆在更加突出的位置。',
]
const body = (top: number): OfdPrint[] =>
  LINES.map((text, index) => ({ text, x: index === 0 ? 40 : 30, y: top + index * 9 }))

describe('readOfd', () => {
  it('places characters by their distances and keeps lines with their indents', () => {
    const raw = readOfd(
      makeOfd([{ prints: [{ text: '关于做好要素保障的函', x: 60, y: 30, size: 8 }, ...body(50)] }]),
      'a.ofd',
    )
    expect(raw.format).toBe('ofd')
    expect(raw.structured).toBe(false)
    const lines = raw.lines.map((line) => line.text).filter((text) => text !== '')
    expect(lines.map((line) => line.trim())).toEqual(['关于做好要素保障的函', ...LINES])
    expect(lines[1]).toBe(`　　${LINES[0]}`)
  })

  it('reads a ruled table row by row', () => {
    const strokes = [
      ...[100, 110, 120].map((y) => [30, y, 130, y] as const),
      ...[30, 80, 130].map((x) => [x, 100, x, 120] as const),
    ]
    const prints = [
      ...body(50),
      { text: '指标', x: 32, y: 107 },
      { text: '目标', x: 82, y: 107 },
      { text: '绿色工厂', x: 32, y: 117 },
      { text: '30家', x: 82, y: 117 },
    ]
    const rows = readOfd(makeOfd([{ prints, strokes }]), 'a.ofd').lines.filter((line) => line.kind === 'table-row')
    expect(rows.map((row) => row.text)).toEqual(['指标 | 目标', '绿色工厂 | 30家'])
  })

  it('takes a drawn seal for no table', () => {
    const strokes = Array.from({ length: 40 }, (_, i) => [100 + i, 100, 100 + i, 130] as const)
    const across = Array.from({ length: 10 }, (_, i) => [100, 100 + i * 3, 140, 100 + i * 3] as const)
    const prints = [...body(50), { text: '清川市人民政府', x: 102, y: 118 }]
    const raw = readOfd(makeOfd([{ prints, strokes: [...strokes, ...across] }]), 'a.ofd')
    expect(raw.lines.map((line) => line.text).join('')).toContain('清川市人民政府')
    expect(raw.lines.some((line) => line.kind === 'table-row')).toBe(false)
  })

  it('drops what a template shows on several pages, watermarks and remarks, and keeps a template of one page', () => {
    const template = [{ text: '清川市公文', x: 20, y: 15 }]
    const annotations = {
      'Doc_0/Annots/Annotations.xml':
        '<ofd:Annotations xmlns:ofd="http://www.ofdspec.org/2016"><ofd:Page PageID="1"><ofd:FileLoc>Page_0/Annotation.xml</ofd:FileLoc></ofd:Page></ofd:Annotations>',
      'Doc_0/Annots/Page_0/Annotation.xml': contentXml({ prints: [{ text: '已阅', x: 10, y: 10 }] }),
    }
    const askew = { text: '征求意见稿', x: 50, y: 150, size: 20, ctm: '0.7 0.7 -0.7 0.7 0 0' }
    const two = makeOfd(
      [
        { prints: [...body(50), askew], template: true },
        { prints: body(80), template: true },
      ],
      {
        template,
        extra: annotations,
      },
    )
    expect(readOfd(two, 'a.ofd').dropped).toEqual([
      { reason: 'header-footer', text: '清川市公文' },
      { reason: 'watermark', text: '征求意见稿' },
      { reason: 'header-footer', text: '清川市公文' },
      { reason: 'comment', text: '已阅' },
    ])
    const one = makeOfd([{ prints: body(50), template: true }], { template })
    expect(readOfd(one, 'a.ofd').lines[0]?.text.trim()).toBe('清川市公文')
  })

  it('refuses pictures only, encryption, damage and bombs, each with its reason', () => {
    expect(() => readOfd(makeOfd([{ prints: [] }]), 'a.ofd')).toThrow(error('file-no-text'))
    const locked = makeOfd([{ prints: body(50) }], { extra: { 'Encryptions.xml': '<a/>' } })
    expect(() => readOfd(locked, 'a.ofd')).toThrow(error('file-encrypted'))
    const broken = makeOfd([{ prints: body(50) }], { extra: { 'Doc_0/Document.xml': '<ofd:Document><a>' } })
    expect(() => readOfd(broken, 'a.ofd')).toThrow(error('file-damaged'))
    expect(() => readOfd(zipSync({ 'OFD.xml': strToU8('<a/>') }), 'a.ofd')).toThrow(error('file-damaged'))
    const bomb = zipSync({ 'OFD.xml': new Uint8Array(40 * 1024 * 1024) })
    expect(() => readOfd(bomb, 'a.ofd')).toThrow(error('file-damaged'))
    const entities = '<!DOCTYPE a [<!ENTITY b "bbbb">]><a>&b;</a>'
    expect(() => readOfd(zipSync({ 'OFD.xml': strToU8(entities) }), 'a.ofd')).toThrow(error('file-damaged'))
  })

  it('reads an absurd number of shortened distances in no time', () => {
    const xml = contentXml({ prints: body(50) }).replace(/DeltaX="g \d+/, 'DeltaX="g 999999999')
    const raw = readOfd(
      makeOfd([{ prints: [], template: true }], { extra: { 'Doc_0/Tpls/Content.xml': xml } }),
      'a.ofd',
    )
    expect(raw.lines.map((line) => line.text.trim())).toEqual(LINES)
  })
})
