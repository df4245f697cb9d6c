import { describe, expect, it } from 'vitest'
import { findTitle } from './find-title.ts'
import { parseOutline } from './parse.ts'

const BODY =
  '过去一年，面对复杂严峻的形势，全市上下坚持稳中求进，经济运行总体平稳，社会大局保持和谐稳定，民生福祉持续增进。'

/** The kinds of the first lines, and the title they make. */
function head(...lines: readonly string[]): { kinds: string; title: string } {
  const text = [...lines, BODY].join('\n')
  const blocks = parseOutline(text)
  const kinds = blocks.slice(0, lines.length).map(({ kind, label }) => `${kind}${label === null ? '' : '!'}`)
  return { kinds: kinds.join(' '), title: findTitle(text, blocks) }
}

describe('the head of a document', () => {
  it('joins a title that was broken in two', () => {
    expect(head('云溪市国民经济和社会发展第十四个五年规划', '和二〇三五年远景目标纲要')).toEqual({
      kinds: 'title title',
      title: '云溪市国民经济和社会发展第十四个五年规划和二〇三五年远景目标纲要',
    })
    expect(head('关于加快推进云溪市先进制造业集群', '的实施意见').kinds).toBe('title title')
  })

  it('takes in the issuer above a title', () => {
    expect(head('云溪市人民政府办公室', '关于印发云溪市数字经济发展规划的通知', '云政办发〔2021〕35号').kinds).toBe(
      'title title paragraph',
    )
    expect(head('中华人民共和国', '国民经济和社会发展第七个五年计划').title).toBe(
      '中华人民共和国国民经济和社会发展第七个五年计划',
    )
  })

  it('leaves marks of the file and of the press alone', () => {
    expect(head('市七届人大四次会议文件（1）', '政府工作报告', '2025年1月16日')).toEqual({
      kinds: 'paragraph title paragraph',
      title: '政府工作报告',
    })
    expect(head('新华社云溪1月16日电', '政府工作报告').title).toBe('政府工作报告')
  })

  it('takes the dash above a date for no item', () => {
    expect(head('政府工作报告', '——2025年1月16日在云溪市第七届人民代表大会第四次会议上', '市长 李明').kinds).toBe(
      'title paragraph paragraph',
    )
  })

  it('says a title once that the page and the document bear', () => {
    expect(head('云溪市2025年政府工作报告', '政府工作报告', '2025年1月16日').title).toBe('云溪市2025年政府工作报告')
  })

  it('does not take the speaker for the title', () => {
    expect(head('云溪市市长 李 明', '各位代表：').kinds).toBe('paragraph paragraph')
  })

  it('puts the number of an attachment above its title', () => {
    expect(head('附件3：', '工作人员体能测评标准', '及实施规范')).toEqual({
      kinds: 'paragraph! title title',
      title: '工作人员体能测评标准及实施规范',
    })
  })
})
