import { expect, test } from '../fixtures/app.ts'
import { ComparePage } from '../pages/compare-page.ts'
import { Frame } from '../pages/frame.ts'

test.describe('审阅', () => {
  test.beforeEach(async ({ page }) => {
    await new ComparePage(page).ready()
  })

  test('a decision with reason and basis is counted, logged and undone', async ({ page }) => {
    const compare = new ComparePage(page)
    const first = await compare.position()
    await compare.dock.getByRole('radio', { name: '不采纳' }).click()
    await expect(compare.bar).toContainText('已处理 1/')
    await expect(compare.tags(/指标变动，不采纳/)).toBeVisible()
    await compare.dock.getByRole('textbox', { name: '理由' }).fill('增速目标应与省纲要衔接')
    await compare.dock.getByRole('combobox', { name: '依据类别' }).click()
    await page.getByText('上级文件', { exact: true }).click()
    await compare.dock.getByRole('textbox', { name: '文号或出处' }).fill('省发改〔2025〕12号')
    await page.keyboard.press('Control+Enter')
    await expect.poll(() => compare.position()).toBe(first + 1)
    await page.keyboard.press('Shift+F7')
    await expect(compare.inspector.getByText('增速目标应与省纲要衔接').last()).toBeVisible()
    await expect(compare.inspector.locator('.log li')).toHaveCount(1)
    await compare.tags(/指标变动，不采纳/).focus()
    // The reason was kept in one or in several pieces; then comes the decision itself.
    await expect(async () => {
      await page.keyboard.press('Control+z')
      await expect(compare.bar).toContainText('已处理 0/', { timeout: 1000 })
    }).toPass()
    await expect(compare.dock.getByRole('textbox', { name: '理由' })).toHaveValue('')
    await page.keyboard.press('Control+y')
    await expect(compare.bar).toContainText('已处理 1/')
  })

  test('the signs on the spine decide without moving the text', async ({ page }) => {
    const compare = new ComparePage(page)
    const top = () => compare.line('right', '综合实力稳步提升').evaluate((line) => line.getBoundingClientRect().top)
    const before = await top()
    await compare.spine.getByRole('button', { name: '采纳', exact: true }).click()
    await expect(compare.tags(/已采纳/)).toBeVisible()
    expect(await top()).toBe(before)
    await compare.dock.getByRole('radio', { name: '待定' }).click()
    await expect(compare.bar).toContainText('已处理 0/')
  })

  test('a remark on a selection: answered, resolved, removed and taken back', async ({ page }) => {
    const compare = new ComparePage(page)
    await compare.select('right', '突破1400亿元')
    await page.keyboard.press('Control+Alt+m')
    await page.keyboard.insertText('请统计局核实口径')
    await page.keyboard.press('Control+Enter')
    const sign = compare.right.getByRole('button', { name: '批注，1 条' })
    await expect(sign).toBeVisible()
    await expect(compare.right.locator('.cm-note')).not.toHaveCount(0)
    await compare.inspector.getByRole('button', { name: '回复' }).click()
    await compare.inspector.getByRole('textbox', { name: '回复内容' }).fill('已核实，按现价计算')
    await page.keyboard.press('Control+Enter')
    await expect(compare.right.getByRole('button', { name: '批注，2 条' })).toBeVisible()
    await compare.inspector.getByRole('button', { name: '解决' }).click()
    await expect(compare.inspector).toContainText('已解决')
    await compare.inspector.getByRole('button', { name: '删除' }).click()
    await expect(compare.right.locator('.cm-note')).toHaveCount(0)
    await new Frame(page).undo()
    await expect(compare.right.getByRole('button', { name: '批注，2 条' })).toBeVisible()
    await expect(compare.inspector).toContainText('已核实，按现价计算')
  })

  test('decisions, remarks and edits are all there after a restart', async ({ app }) => {
    const compare = new ComparePage(app.page)
    await compare.dock.getByRole('radio', { name: '采纳', exact: true }).click()
    await compare.dock.getByRole('textbox', { name: '理由' }).fill('与预期一致')
    await compare.select('right', '突破1400亿元')
    await app.page.keyboard.press('Control+Alt+m')
    await app.page.keyboard.insertText('请核实')
    await app.page.keyboard.press('Control+Enter')
    await expect(compare.right.getByRole('button', { name: '批注，1 条' })).toBeVisible()
    await compare.placeCaret('达到全省平均水平')
    await compare.type('并力争超过')
    const page = await app.restart()
    const again = new ComparePage(page)
    await again.open('“十五五”规划纲要 · 讨论稿', '“十五五”规划纲要 · 底稿')
    await expect(again.line('right', '达到全省平均水平并力争超过')).toBeVisible()
    await expect(again.tags(/已采纳/)).toBeVisible()
    await expect(again.dock.getByRole('textbox', { name: '理由' })).toHaveValue('与预期一致')
    await expect(again.right.getByRole('button', { name: '批注，1 条' })).toBeVisible()
  })

  test('the comparison is exported and its place told', async ({ app }) => {
    const compare = new ComparePage(app.page)
    const saved = await app.saveFile(async () => {
      await compare.bar.getByRole('button', { name: '导出' }).click()
      await app.page.getByRole('button', { name: 'HTML 报告' }).click()
    })
    expect(saved.name).toMatch(/\.html$/)
    expect(new TextDecoder().decode(saved.bytes)).toContain('综合实力稳步提升')
    await expect(new Frame(app.page).messages.last()).toContainText('已导出')
  })
})
