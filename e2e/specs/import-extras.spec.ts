import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { expect, test } from '../fixtures/app.ts'
import { countyReport, indicatorBook, reviewedWord } from '../fixtures/import-files.ts'
import { Frame } from '../pages/frame.ts'
import { ImportPage } from '../pages/import-page.ts'
import { LibraryPage } from '../pages/library-page.ts'

const chooseButton = (page: Page) => page.getByRole('button', { name: '选择文件', exact: true }).first()

test.describe('文件带来的内容', () => {
  let folder: string
  const file = (name: string, content: string | Uint8Array) => {
    const path = join(folder, name)
    writeFileSync(path, content)
    return path
  }
  test.beforeEach(async ({ places, page }) => {
    folder = places.folder
    await page.setViewportSize({ width: 1920, height: 1080 })
    await new Frame(page).openLibrary()
  })

  test('of a workbook a sheet and a range are chosen; a wrong range says so at the field', async ({ app }) => {
    const { page } = app
    await app.chooseFiles([file('指标.xlsx', indicatorBook())], () => chooseButton(page).click())
    const screen = new ImportPage(page)
    await expect(screen.cleanLines.filter({ hasText: '森林覆盖率' })).toHaveCount(1)
    await screen.choose('工作表', '主要指标')
    await expect(screen.cleanLines.filter({ hasText: '数据来自县统计局年报' })).toHaveCount(0)
    await screen.field('范围').fill('B2:')
    await expect(screen.options.getByRole('alert')).toContainText('B2:')
    await expect(screen.field('范围')).toHaveAttribute('aria-invalid', 'true')
    await expect(screen.cleanLines.filter({ hasText: '森林覆盖率' })).toHaveCount(1)
    await screen.field('范围').fill('A1:D3')
    await expect(screen.cleanLines.filter({ hasText: '森林覆盖率' })).toHaveCount(0)
    await expect(screen.cleanLines.filter({ hasText: '研发经费投入强度' })).toHaveCount(1)
    await expect(screen.options.getByRole('alert')).toHaveCount(0)
    await expect(screen.options).toContainText('所选范围之外')
    await expect(screen.balance).toContainText('无遗漏')
  })

  test('tracked changes become two versions, remarks become annotations that can be answered', async ({ app }) => {
    test.slow()
    const { page } = app
    await app.chooseFiles([file('征求意见稿.docx', await reviewedWord())], () => chooseButton(page).click())
    const screen = new ImportPage(page)
    const frame = new Frame(page)
    await expect(screen.notices).toContainText('文件含 3 处修订（张三、李四）')
    await expect(screen.notices).toContainText('2 条批注将作为批注导入')
    await expect(screen.cleanLines.filter({ hasText: '力争达到2.4%' })).toHaveCount(1)
    await page.getByRole('button', { name: '看批注' }).click()
    await expect(page.getByRole('list', { name: '批注' }).getByRole('listitem')).toHaveCount(2)
    await page.getByRole('button', { name: '全社会研发经费投入强度' }).click()
    await expect(page.locator('.pointed')).toHaveText('全社会研发经费投入强度')
    expect(await frame.seriousViolations()).toEqual([])
    await page.getByRole('radio', { name: '另存修订前为一个版本' }).click()
    await screen.save.click()

    const library = new LibraryPage(page)
    await expect(library.timeline.getByRole('article')).toHaveCount(2)
    await library.compareButton.click()
    await page.getByRole('tab', { name: /批注/ }).click()
    const thread = page.locator('.thread').filter({ hasText: '口径请与统计局核对' })
    await expect(thread).toContainText('王五')
    await expect(thread).toContainText('2025-11-05')
    await expect(thread).toContainText('来自文件')
    await expect(thread.getByRole('button', { name: '删除' })).toHaveCount(0)
    await thread.getByRole('button', { name: '回复' }).click()
    await thread.getByRole('textbox').fill('已核对，按报送口径')
    await page.keyboard.press('Control+Enter')
    await expect(thread).toContainText('已核对，按报送口径')
    await thread.getByRole('button', { name: '解决' }).click()
    await expect(thread).toContainText('已解决')
  })

  test('a text nearly the same is proposed as the next version, which can be declined', async ({ app }) => {
    const { page } = app
    const screen = new ImportPage(page)
    await app.chooseFiles([file('征求意见稿.txt', countyReport(1))], () => chooseButton(page).click())
    await screen.field('标题').fill('报告起草稿')
    await screen.choose('阶段', '征求意见稿')
    await screen.save.click()
    const revised = countyReport(1).replace('完成投资10亿元', '完成投资12.5亿元')
    await app.chooseFiles([file('新稿.txt', revised)], () => chooseButton(page).click())
    await expect(screen.notices).toContainText('与《报告起草稿》征求意见稿相同，仅')
    await expect(screen.options).toContainText('作为该文件的新版本')
    await page.getByRole('radio', { name: '另建文件' }).click()
    await expect(screen.field('标题')).toBeVisible()
    await page.getByRole('radio', { name: '作为新版本' }).click()
    await screen.choose('阶段', '送审稿')
    await screen.save.click()
    await expect(new LibraryPage(page).timeline.getByRole('article')).toHaveCount(2)
  })

  test('the evidence of a guess and the examples of a step lead to their place', async ({ app }) => {
    const { page } = app
    const text = countyReport(1).replace('\n三、', '\n— 3 —\n三、')
    await app.chooseFiles([file('报告.txt', text)], () => chooseButton(page).click())
    const screen = new ImportPage(page)
    await screen.options
      .getByRole('button', { name: /^据“望江县/ })
      .first()
      .click()
    await expect(page.locator('.clean-title .pointed')).toContainText('望江县')
    await screen.options.getByRole('button', { name: /^去除版头、页码/ }).click()
    await screen.options.getByRole('list', { name: '去除版头、页码的例子' }).getByRole('button').first().click()
    await expect(page.locator('.raw-pointed')).toContainText('— 3 —')
  })
})
