import { randomUUID } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { makeAnchor } from '../../shared/review/make-anchor.ts'
import { importText, PLAN, type TestApp, testApp, VERSION } from './app.test-helper.ts'

const line = (text: string, number: number) => text.split('\n')[number] ?? ''

/** An anchor to one line of a text, as the review of its row makes it. */
function anchorOf(text: string, number: number) {
  const quote = line(text, number)
  const start = text.indexOf(quote)
  return makeAnchor(text, 'right', { start, end: start + quote.length })
}

const accepted = {
  subject: 'row' as const,
  anchor: anchorOf(PLAN.consultation, 3),
  status: 'accepted' as const,
  reason: '与省规划衔接',
  basis: { kind: 'upper-document' as const, reference: '省规划纲要第三章' },
}

async function opened(app: TestApp = testApp()) {
  const left = await importText(app, PLAN.first, { stage: 'first-draft' })
  const right = await importText(app, PLAN.consultation, { documentId: left.documentId, stage: 'consultation' })
  const pair = { leftVersionId: left.versionId, right: { type: 'version' as const, versionId: right.versionId } }
  const { comparisonId } = await app.call('review:open', pair)
  /** As listed once the counting is done. */
  const progress = async () => {
    await app.app.idle()
    const { documents } = await app.call('library:list', {})
    return documents[0]?.versions.find(({ id }) => id === right.versionId)?.progress
  }
  return { app, pair, comparisonId, progress, left, right }
}

describe('decisions', () => {
  test('are signed, kept and found again after a restart', async () => {
    const { app, pair, comparisonId } = await opened()
    await app.call('settings:set', { settings: { reviewer: '李明' } })
    const { decision } = await app.call('review:decide', { comparisonId, decision: accepted })
    expect(decision).toMatchObject({ ...accepted, comparisonId, reviewer: '李明' })
    const again = await app.restart().call('review:open', pair)
    expect(again).toEqual({ comparisonId, decisions: [decision], annotations: [] })
  })

  test('are all kept, the newest last; taken back they are gone from the review', async () => {
    const { app, pair, comparisonId } = await opened()
    const first = await app.call('review:decide', { comparisonId, decision: accepted })
    const second = await app.call('review:decide', {
      comparisonId,
      decision: { ...accepted, status: 'rejected', basis: null },
    })
    const decisions = async () => (await app.call('review:open', pair)).decisions.map(({ id }) => id)
    expect(await decisions()).toEqual([first.decision.id, second.decision.id])
    await app.call('review:withdraw', { decisionId: second.decision.id })
    expect(await decisions()).toEqual([first.decision.id])
  })

  test('make the progress of the version: 待定 does not count, taking back counts back', async () => {
    const { app, comparisonId, progress } = await opened()
    const total = (await progress())?.total
    expect(total).toBeGreaterThanOrEqual(2)
    expect(await progress()).toEqual({ handled: 0, total })
    const { decision } = await app.call('review:decide', { comparisonId, decision: accepted })
    expect(await progress()).toEqual({ handled: 1, total })
    await app.call('review:decide', {
      comparisonId,
      decision: { ...accepted, anchor: anchorOf(PLAN.consultation, 5), status: 'pending' },
    })
    expect(await progress()).toEqual({ handled: 1, total })
    await app.call('review:withdraw', { decisionId: decision.id })
    expect(await progress()).toEqual({ handled: 0, total })
  })

  test('tell the pages when the new progress can be listed', async () => {
    const { app, comparisonId, progress } = await opened()
    const told = () => app.platform.events.filter(({ event }) => event === 'library-changed').length
    const before = told()
    const { decision } = await app.call('review:decide', { comparisonId, decision: accepted })
    expect(await progress()).toMatchObject({ handled: 1 })
    expect(told()).toBe(before + 1)
    await app.call('review:withdraw', { decisionId: decision.id })
    expect(await progress()).toMatchObject({ handled: 0 })
    expect(told()).toBe(before + 2)
    // Listing what is counted counts nothing.
    await app.app.idle()
    expect(told()).toBe(before + 2)
  })

  test('on a finding keep its code and are no progress of the rows', async () => {
    const { app, pair, comparisonId, progress } = await opened()
    const decision = { ...accepted, subject: 'finding' as const, finding: 'inconsistent-value' as const }
    await app.call('review:decide', { comparisonId, decision })
    expect(await progress()).toMatchObject({ handled: 0 })
    expect((await app.restart().call('review:open', pair)).decisions).toMatchObject([decision])
  })

  test('on a draft hold for the version it is sealed as', async () => {
    const app = testApp()
    const base = await importText(app, PLAN.first, { stage: 'first-draft' })
    const { draft } = await app.call('draft:open', { baseVersionId: base.versionId })
    const from = PLAN.first.indexOf('1400')
    const changes = [{ from, to: from + 4, insert: '1500' }]
    await app.call('draft:save', { draftId: draft.id, revision: 0, changes, length: PLAN.first.length })
    const pair = { leftVersionId: base.versionId, right: { type: 'draft' as const, draftId: draft.id } }
    const { comparisonId } = await app.call('review:open', pair)
    const anchor = anchorOf(PLAN.first.replace('1400', '1500'), 3)
    await app.call('review:decide', { comparisonId, decision: { ...accepted, anchor } })
    const sealed = await app.call('draft:seal', { draftId: draft.id, version: VERSION })
    const right = { type: 'version' as const, versionId: sealed.versionId }
    const review = await app.call('review:open', { leftVersionId: base.versionId, right })
    expect(review).toMatchObject({ comparisonId, decisions: [{ status: 'accepted' }] })
    const listed = async () => (await app.call('library:list', {})).documents[0]?.versions[0]?.progress
    // The first list does not wait for the comparison; it has the counting begun.
    expect(await listed()).toBeNull()
    await app.app.idle()
    expect(await listed()).toEqual({ handled: 1, total: 1 })
  })

  test('a version that was never reviewed has no progress', async () => {
    const app = testApp()
    const { documentId } = await importText(app, PLAN.first, { stage: 'first-draft' })
    await importText(app, PLAN.issued, { documentId, stage: 'issued' })
    const versions = (await app.call('library:list', {})).documents[0]?.versions
    expect(versions?.map(({ progress }) => progress)).toEqual([null, null])
  })
})

describe('remarks', () => {
  test('are answered, settled, rewritten and removed', async () => {
    const { app, pair, comparisonId } = await opened()
    const remark = { anchor: accepted.anchor, replyTo: null, text: '请统计局核' }
    const { annotation } = await app.call('review:annotate', { comparisonId, annotation: remark })
    const answer = { ...remark, replyTo: annotation.id, text: '已核' }
    const { annotation: reply } = await app.call('review:annotate', { comparisonId, annotation: answer })
    await app.call('review:update-annotation', { annotationId: annotation.id, text: '请统计局再核', resolved: true })
    const review = await app.call('review:open', pair)
    expect(review.annotations).toEqual([{ ...annotation, text: '请统计局再核', resolved: true }, reply])
    await app.call('review:remove-annotation', { annotationId: reply.id })
    expect((await app.call('review:open', pair)).annotations).toHaveLength(1)
  })
})

test('a review of nothing is not-found', async () => {
  const { app, pair } = await opened()
  const nothing = randomUUID()
  const open = app.call('review:open', { ...pair, leftVersionId: nothing })
  await expect(open).rejects.toMatchObject({ code: 'not-found' })
  const decide = app.call('review:decide', { comparisonId: nothing, decision: accepted })
  await expect(decide).rejects.toMatchObject({ code: 'not-found' })
  await expect(app.call('review:withdraw', { decisionId: nothing })).rejects.toMatchObject({ code: 'not-found' })
})
