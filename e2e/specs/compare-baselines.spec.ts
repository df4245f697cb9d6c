import { expect, test } from '../fixtures/app.ts'
import { ComparePage } from '../pages/compare-page.ts'
import { Frame } from '../pages/frame.ts'

/** In the samples the draft goes 初稿 → 讨论稿 → 征求意见稿, beside the plan before and two yearly reports. */
const PROPOSED = ['“十四五”规划纲要', '2025年政府工作报告', '初稿', '讨论稿', '2026年政府工作报告']
const RESEARCH = '——创新动能加快集聚'

test.describe('几份底本', () => {
  test.beforeEach(async ({ page }) => {
    await new ComparePage(page).ready()
  })

  test('another baseline takes the left side; the row in hand stays where it is, and so does what was typed', async ({
    page,
  }) => {
    const compare = new ComparePage(page)
    await page.setViewportSize({ width: 1920, height: 1080 })
    await compare.placeCaret('建成省级以上创新平台120家')
    await compare.type('左右')
    const line = compare.line('right', RESEARCH)
    const before = (await line.boundingBox())?.y ?? 0
    await compare.switch('初稿').click()
    await expect(compare.leftHead).toContainText('初稿')
    await expect(compare.line('left', RESEARCH)).toContainText('每万人口发明专利拥有量达到45件')
    expect(Math.abs(((await line.boundingBox())?.y ?? 0) - before)).toBeLessThan(2)
    await expect(compare.spine.locator('[aria-current="true"]')).toBeInViewport()
    expect(await compare.misalignment()).toBeLessThan(1)
    await expect(line).toContainText('120家左右')
    await page.keyboard.press('Control+z')
    await expect(line).not.toContainText('120家左右')
  })

  test('F9 goes through them in time, also while one types, and the app comes back to the last one', async ({
    page,
  }) => {
    const compare = new ComparePage(page)
    await compare.right.focus()
    await page.keyboard.press('F9')
    await expect(compare.leftHead).toContainText('2026年政府工作报告')
    await page.keyboard.press('F9')
    await page.keyboard.press('F9')
    await expect(compare.leftHead).toContainText('2025年政府工作报告')
    await page.keyboard.press('Shift+F9')
    await expect(compare.leftHead).toContainText('“十四五”规划纲要')
    await new Frame(page).openLibrary()
    await page.getByRole('navigation', { name: '主导航' }).getByRole('button', { name: '比对' }).click()
    await compare.ready()
    await expect(compare.leftHead).toContainText('“十四五”规划纲要')
  })

  test('decisions belong to the pair: each baseline has its own', async ({ page }) => {
    const compare = new ComparePage(page)
    await compare.dock.getByRole('radio', { name: '采纳', exact: true }).click()
    await expect(compare.bar).toContainText(/已处理 1\//)
    await page.keyboard.press('Shift+F9')
    await expect(compare.leftHead).toContainText('初稿')
    await expect(compare.bar).toContainText(/已处理 0\//)
    await page.keyboard.press('F9')
    await expect(compare.leftHead).toContainText('讨论稿')
    await expect(compare.bar).toContainText(/已处理 1\//)
  })

  test('the list is proposed, changed by the user, kept over a restart, and can be had back', async ({ app }) => {
    const compare = new ComparePage(app.page)
    const list = await compare.openBaselines()
    await expect(list.getByRole('listitem')).toHaveText(PROPOSED.map((name) => new RegExp(`^${name}`)))
    await expect(list).toContainText('按文库内容推荐')
    await list.getByRole('button', { name: '移出2025年政府工作报告' }).click()
    await expect(list.getByRole('listitem')).toHaveCount(4)
    await expect(list.getByRole('button', { name: '移出讨论稿' })).toBeDisabled()
    const again = new ComparePage(await app.restart())
    await again.open('讨论稿', '征求意见稿')
    const kept = await again.openBaselines()
    await expect(kept.getByRole('listitem')).toHaveCount(4)
    await kept.getByRole('combobox', { name: '添加一份底本' }).click()
    await app.page.keyboard.insertText('2025年')
    await app.page.keyboard.press('Enter')
    await expect(kept.getByRole('listitem')).toHaveCount(5)
    await kept.getByRole('button', { name: '恢复推荐' }).click()
    await expect(kept).toContainText('按文库内容推荐')
  })
})

test.describe('历次表述', () => {
  test.beforeEach(async ({ page }) => {
    await new ComparePage(page).ready()
    await page.keyboard.press('Control+Alt+h')
  })

  test('what each baseline said of the row in hand, oldest first, with figures and verdicts', async ({ page }) => {
    const compare = new ComparePage(page)
    await compare.placeCaret('建成省级以上创新平台120家')
    const history = compare.history
    await expect(history.getByRole('listitem')).toHaveCount(PROPOSED.length + 1)
    await expect(history.getByRole('listitem').first()).toContainText('2021—2025')
    const discussed = compare.past('讨论稿')
    await expect(discussed.locator('del').first()).toHaveText('3.2%')
    await expect(discussed.locator('ins').first()).toHaveText('力争')
    await expect(discussed.getByRole('button', { name: /研发经费投入强度，.*3.2% 到 3%以上/ })).toBeVisible()
    await expect(compare.past('“十四五”规划纲要').getByRole('button', { name: /研发经费投入强度/ })).toContainText(
      '2.8%以上',
    )
    await expect(compare.past('2025年政府工作报告')).toContainText('改写较大，只有相关的段')
    await expect(compare.past('2025年政府工作报告')).toContainText('2.6%以上 → 3%以上 见第 17 段')
    await expect(history.getByRole('listitem').last()).toContainText('本稿')
    await expect(history.getByRole('listitem').last()).toContainText('力争达到3%以上')
  })

  test('it follows the caret, and the draft while one types', async ({ page }) => {
    const compare = new ComparePage(page)
    await compare.placeCaret('劳动年龄人口平均受教育年限达到11.6年')
    await expect(compare.past('讨论稿')).toContainText('劳动年龄人口平均受教育年限')
    await compare.placeCaret('建成省级以上创新平台120家')
    await expect(compare.past('讨论稿')).toContainText('省级以上创新平台120家')
    await compare.type('（含培育）')
    await expect(compare.past('讨论稿').locator('ins').last()).toHaveText('（含培育）')
  })

  test('one click opens a baseline at that place', async ({ page }) => {
    const compare = new ComparePage(page)
    await compare.placeCaret('建成省级以上创新平台120家')
    await compare
      .past('“十四五”规划纲要')
      .getByRole('button', { name: /^在“十四五”规划纲要中打开/ })
      .first()
      .click()
    await expect(compare.leftHead).toContainText('“十四五”规划纲要')
    await expect(compare.line('left', '研发经费投入强度达到2.8%以上').first()).toBeInViewport()
    await expect(compare.past('“十四五”规划纲要')).toContainText('在左侧')
    await expect(compare.past('讨论稿')).toContainText('创新平台')
  })

  test('light and dark, narrow, without serious violations, and in English', async ({ page }) => {
    const compare = new ComparePage(page)
    const frame = new Frame(page)
    await compare.placeCaret('建成省级以上创新平台120家')
    await expect(compare.past('讨论稿').locator('ins').first()).toBeVisible()
    expect(await frame.seriousViolations()).toEqual([])
    await compare.openBaselines()
    expect(await frame.seriousViolations()).toEqual([])
    await page.keyboard.press('Escape')
    await frame.command('深色主题')
    await page.setViewportSize({ width: 1366, height: 768 })
    expect(await frame.seriousViolations()).toEqual([])
    await frame.command('English')
    await expect(page.getByRole('list', { name: 'What earlier documents said, oldest first' })).toContainText(
      'rewritten: related paragraphs only',
    )
    await expect(page.locator('.cmp-insp')).not.toContainText(/相同|本稿/)
  })
})
