import { expect, test } from '../fixtures/app.ts'
import { ComparePage } from '../pages/compare-page.ts'
import { Frame } from '../pages/frame.ts'

test.describe('比对', () => {
  test.beforeEach(async ({ page }) => {
    await new ComparePage(page).ready()
  })

  test('the first run shows a changed target, in the text and in the inspector', async ({ page }) => {
    const compare = new ComparePage(page)
    await expect(compare.inspector.getByRole('heading', { name: '地区生产总值增速' })).toBeVisible()
    await expect(compare.inspector).toContainText('5.5%')
    await expect(compare.chip(/地区生产总值增速，下调/)).toHaveAttribute('aria-pressed', 'true')
    await expect(compare.line('left', '综合实力稳步提升').locator('.cm-del').first()).toBeVisible()
    await expect(compare.line('left', '综合实力稳步提升').locator('.cm-ins')).toHaveCount(0)
    await expect(compare.line('right', '综合实力稳步提升').locator('.cm-ins').first()).toBeVisible()
    await expect(compare.line('right', '综合实力稳步提升').locator('.cm-number[data-glyph="▼"]')).toBeVisible()
  })

  test('rows stay level while scrolling, after resizing and with everything open', async ({ page }) => {
    const compare = new ComparePage(page)
    expect(await compare.misalignment()).toBeLessThan(1)
    await page.setViewportSize({ width: 1600, height: 900 })
    await expect.poll(() => compare.misalignment()).toBeLessThan(1)
    await compare
      .folds()
      .first()
      .click({ modifiers: ['Alt'] })
    await expect(compare.folds()).toHaveCount(0)
    await compare.scroller.evaluate((scroller) => scroller.scrollTo(0, 0))
    for (let step = 1; step <= 8; step += 1) {
      const before = await compare.scroller.evaluate((scroller) => scroller.scrollTop)
      await compare.scroller.evaluate((scroller) => scroller.scrollBy(0, 500))
      await expect.poll(() => compare.misalignment()).toBeLessThan(1)
      // Nothing may take the reader back: rows that are measured on the way change it by their own height at most.
      const after = await compare.scroller.evaluate((scroller) => scroller.scrollTop)
      expect(after - before, `step ${step}`).toBeGreaterThan(300)
    }
  })

  test('F7 and Shift+F7 go from change to change, round the ends', async ({ page }) => {
    const compare = new ComparePage(page)
    const first = await compare.position()
    await page.keyboard.press('F7')
    expect(await compare.position()).toBe(first + 1)
    await page.keyboard.press('Shift+F7')
    await page.keyboard.press('Shift+F7')
    expect(await compare.position()).toBe(first - 1)
    for (let at = first - 1; at > 1; at -= 1) await page.keyboard.press('Shift+F7')
    expect(await compare.position()).toBe(1)
    await page.keyboard.press('Shift+F7')
    const last = await compare.position()
    expect(last).toBeGreaterThan(first)
    await expect(compare.spine.locator('[aria-current="true"]')).toBeInViewport()
  })

  test('F8 goes from target to target, also within a paragraph', async ({ page }) => {
    const compare = new ComparePage(page)
    const before = await compare.position()
    await page.keyboard.press('F8')
    expect(await compare.position()).toBe(before)
    await expect(compare.inspector.getByRole('heading', { name: '地区生产总值', exact: true })).toBeVisible()
    await expect(async () => {
      await page.keyboard.press('F8')
      expect(await compare.position()).toBe(before + 1)
    }).toPass()
    await expect(compare.inspector.getByRole('heading', { name: '研发经费投入强度' })).toBeVisible()
  })

  test('filters carry their counts when off, and what they hide is not stepped through', async ({ page }) => {
    const compare = new ComparePage(page)
    await expect(compare.filter('编号')).not.toBeChecked()
    const total = Number(/\/(\d+)/.exec((await compare.bar.textContent()) ?? '')?.[1])
    const numbering = Number(/\d+/.exec((await compare.filter('编号').textContent()) ?? '')?.[0])
    expect(numbering).toBeGreaterThan(0)
    await compare.filter('编号').click()
    await expect(compare.bar).toContainText(`/${total + numbering}`)
    await compare.filter('编号').click()
    for (const name of ['指标', '措辞']) await compare.filter(name).click()
    await compare.filter('实质').click()
    await expect(compare.bar).toContainText('没有改动')
    await expect(compare.filter('实质')).toHaveText(/实质\s*\d\d/)
    await expect(compare.right.locator('.cm-ins')).toHaveCount(0)
  })

  test('unchanged paragraphs are folded; a click opens one run in place', async ({ page }) => {
    const compare = new ComparePage(page)
    const count = await compare.folds().count()
    const fold = compare.folds().first()
    await expect(fold).toContainText(/\d+ 段没有改动/)
    await fold.click()
    await expect(compare.folds()).toHaveCount(count - 1)
    expect(await compare.misalignment()).toBeLessThan(1)
  })

  test('a move is told on both sides; its link swaps places and offers the way back', async ({ page }) => {
    const compare = new ComparePage(page)
    await expect(compare.right).toContainText('此处原文已移走')
    await compare.left.locator('.cm-move-link').getByRole('button').first().click()
    await expect(compare.line('right', '安全底线更加牢固')).toBeInViewport()
    await expect(compare.right.locator('.cm-move-link').first()).toContainText(/移自\s*底本第/)
    await compare.inspector.getByRole('button', { name: '返回' }).click()
    await expect(compare.line('left', '安全底线更加牢固')).toBeInViewport()
  })

  test('the outline leads to its section and says what changed there', async ({ page }) => {
    await page.setViewportSize({ width: 1920, height: 1080 })
    const compare = new ComparePage(page)
    const outline = page.getByRole('complementary', { name: '提纲' })
    await outline.getByRole('button', { name: /^七、.*\d+ 处改动/ }).click()
    await expect(compare.line('right', '七、').first()).toBeInViewport()
    await expect(outline.getByRole('button', { name: /^七、/ })).toHaveAttribute('aria-current', 'true')
  })

  test('the lists of the inspector lead to their places', async ({ page }) => {
    const compare = new ComparePage(page)
    await compare.tab('指标').click()
    await compare.inspector
      .getByRole('button', { name: /货物进出口总额|进出口总额/ })
      .first()
      .click()
    await expect(compare.chip(/进出口总额.*取消/)).toHaveAttribute('aria-pressed', 'true')
    await expect(compare.chip(/进出口总额.*取消/)).toBeInViewport()
  })

  test('F6 goes round the regions and the spine answers to the arrow keys', async ({ page }) => {
    const compare = new ComparePage(page)
    await compare.left.focus()
    await page.keyboard.press('F6')
    await expect(compare.spine.locator('.tagbtn:focus')).toHaveCount(1)
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Enter')
    await expect(compare.spine.locator('.tagbtn:focus')).toHaveAttribute('aria-current', 'true')
    await page.keyboard.press('F6')
    await expect(compare.right).toBeFocused()
    await page.keyboard.press('F6')
    await expect(compare.inspector.locator(':focus')).toHaveCount(1)
    await page.keyboard.press('Shift+F6')
    await expect(compare.right).toBeFocused()
  })

  test('light and dark, without serious violations', async ({ page }) => {
    const frame = new Frame(page)
    expect(await frame.seriousViolations()).toEqual([])
    await frame.command('深色主题')
    await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark')
    expect(await frame.seriousViolations()).toEqual([])
  })

  test('in English, down to what the panes draw', async ({ page }) => {
    await new Frame(page).command('English')
    await expect(page.getByRole('toolbar', { name: 'Filters and navigation' })).toBeVisible()
    await expect(page.locator('.cmp-pane.r .cm-fold').first()).toContainText('unchanged paragraphs')
    await expect(page.locator('.cm-cell').first()).toContainText(/Not in the baseline|Deleted in the draft|Moved away/)
    await expect(page.locator('.cmp-insp')).not.toContainText(/[下上]调/)
  })
})
