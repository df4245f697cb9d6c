import { expect, test } from '../fixtures/app.ts'
import { ComparePage } from '../pages/compare-page.ts'

const PLAN = '“十五五”规划纲要'
const DISCUSSION = `${PLAN} · 讨论稿`
const DRAFT = `${PLAN} · 底稿`

test.describe('改稿', () => {
  test.beforeEach(async ({ page }) => {
    await new ComparePage(page).ready()
  })

  test('a number typed over shows its target change while one types, and undo takes it back', async ({ page }) => {
    const compare = new ComparePage(page)
    await expect(compare.chip(/森林覆盖率/)).toHaveCount(0)
    await compare.line('right', '绿色底色更加鲜明').scrollIntoViewIfNeeded()
    await compare.select('right', '52%')
    await compare.type('54%')
    await expect(compare.chip(/森林覆盖率，上调，52% 到 54%/)).toBeVisible()
    await expect(compare.inspector.getByRole('heading', { name: '森林覆盖率' })).toBeVisible()
    expect(await compare.misalignment()).toBeLessThan(1)
    await page.keyboard.press('Control+z')
    await expect(compare.chip(/森林覆盖率/)).toHaveCount(0)
    await page.keyboard.press('Control+y')
    await expect(compare.chip(/森林覆盖率，上调/)).toBeVisible()
  })

  test('the first keystroke makes a draft; it is there after the program was killed', async ({ app }) => {
    const compare = new ComparePage(app.page)
    await compare.placeCaret('达到全省平均水平')
    await compare.type('并力争超过')
    await expect(compare.sealButton).toBeEnabled()
    await app.kill()
    const page = await app.restart()
    const again = new ComparePage(page)
    await again.open(DISCUSSION, DRAFT)
    await expect(again.line('right', '达到全省平均水平并力争超过')).toBeVisible()
  })

  test('a version whose draft exists goes on with that draft, and both edits are in it', async ({ app }) => {
    const compare = new ComparePage(app.page)
    await compare.placeCaret('达到全省平均水平')
    await compare.type('并力争超过')
    const page = await app.restart()
    const again = new ComparePage(page)
    await again.open(DISCUSSION, `${PLAN} · 征求意见稿`)
    await expect(page.getByText('这一版已有未定稿的底稿')).toBeVisible()
    await expect(again.line('right', '并力争超过')).toHaveCount(0)
    await again.placeCaret('建成省级以上创新平台120家')
    await again.type('以上')
    await expect(again.line('right', '达到全省平均水平并力争超过')).toBeVisible()
    await expect(again.line('right', '建成省级以上创新平台120家以上')).toBeVisible()
    await expect(page.getByText('这一版已有未定稿的底稿')).toHaveCount(0)
  })

  test('a draft of another version is said, and typing waits for the choice', async ({ app }) => {
    const compare = new ComparePage(app.page)
    await compare.placeCaret('达到全省平均水平')
    await compare.type('并力争超过')
    const { page } = app
    await compare.choose('底本', `${PLAN} · 初稿`)
    await compare.choose('本稿', DISCUSSION)
    await expect(page.getByText('这份文件已有另一份底稿')).toBeVisible()
    await compare.placeCaret('建成省级以上创新平台120家')
    await page.keyboard.insertText('不该写进去')
    await expect(page.getByRole('alert')).toContainText('这份文件已有另一份底稿')
    await expect(compare.right).not.toContainText('不该写进去')
    await page.getByRole('button', { name: '先把它定稿，再从本版起草' }).click()
    await expect(page.getByText('这份文件已有另一份底稿')).toHaveCount(0)
    await compare.type('可以写了')
    await expect(compare.right).toContainText('可以写了')
  })

  test('an input method composes undisturbed, and only its result is compared', async ({ page }) => {
    const compare = new ComparePage(page)
    await compare.placeCaret('达到全省平均水平')
    const ime = await page.context().newCDPSession(page)
    for (const text of ['bi', 'bing', 'bingchao']) {
      await ime.send('Input.imeSetComposition', { text, selectionStart: text.length, selectionEnd: text.length })
      await page.waitForTimeout(400)
    }
    await expect(compare.line('right', '达到全省平均水平bingchao')).toBeVisible()
    await ime.send('Input.insertText', { text: '并超过' })
    await compare.saved()
    await expect(compare.line('right', '达到全省平均水平并超过。')).toBeVisible()
    await expect(compare.line('right', '综合实力稳步提升').locator('.cm-ins', { hasText: '并超过' })).toBeVisible()
  })

  test('取底本文字 gives a paragraph its old words', async ({ page }) => {
    const compare = new ComparePage(page)
    await page.keyboard.press('Alt+ArrowRight')
    await expect(compare.line('right', '综合实力稳步提升')).toContainText(
      '达到1375亿元；人均地区生产总值高于全省平均水平',
    )
    await expect(compare.inspector).toContainText('这一段没有改动')
    await compare.saved()
  })

  test('what is deleted beside a fold opens it first', async ({ page }) => {
    const compare = new ComparePage(page)
    const count = await compare.folds().count()
    await compare.select('right', '——综合实力')
    await page.keyboard.press('ArrowLeft')
    const before = await compare.right.textContent()
    await page.keyboard.press('Backspace')
    await expect(compare.folds()).toHaveCount(count - 1)
    expect((await compare.right.textContent())?.length).toBeGreaterThan(before?.length ?? 0)
    await expect(compare.sealButton).toBeDisabled()
  })

  test('a long draft stays level with its rows wherever one scrolls', async ({ page }) => {
    const compare = new ComparePage(page)
    const long = Array.from(
      { length: 700 },
      (_, index) => `第${index + 1}项由各镇分头落实，${'逐月通报进展，'.repeat((index * 7) % 23)}年底前办结。`,
    )
    await compare.right.focus()
    await page.keyboard.press('Control+a')
    await page.keyboard.insertText(long.join('\n'))
    await expect(page.getByRole('contentinfo').last()).toContainText('全文 700 段')
    for (let step = 1; step <= 6; step += 1) {
      await compare.scroller.evaluate(
        (scroller, share) => scroller.scrollTo(0, scroller.scrollHeight * share),
        step / 8,
      )
      await expect(compare.right).toContainText('年底前办结')
      await expect.poll(() => compare.offRow(), { message: `step ${step}` }).toBeLessThan(1)
    }
  })

  test('a draft is sealed as a version', async ({ page }) => {
    const compare = new ComparePage(page)
    await compare.placeCaret('达到全省平均水平')
    await compare.type('并力争超过')
    await compare.sealButton.click()
    const dialog = page.getByRole('dialog', { name: '定稿' })
    await expect(dialog).toContainText('送审稿')
    await dialog.getByRole('button', { name: '定稿' }).click()
    await expect(page.locator('.cmp-heads')).toContainText('送审稿')
    await compare.ready()
    await expect(compare.line('right', '达到全省平均水平并力争超过')).toBeVisible()
  })
})
