import { expect, test } from '../fixtures/app.ts'
import { Frame } from '../pages/frame.ts'
import { SettingsPage } from '../pages/settings-page.ts'
import { TargetsPage } from '../pages/targets-page.ts'

test.describe('设置', () => {
  test('theme and text size show at once and hold over a restart', async ({ app }) => {
    await new Frame(app.page).openSettings()
    const settings = new SettingsPage(app.page)
    await settings.choice('深色').click()
    await expect(app.page.locator('html')).toHaveAttribute('data-theme', 'dark')
    await app.page.getByRole('button', { name: '放大' }).click()
    await app.page.getByRole('button', { name: '放大' }).click()
    await expect(settings.sample).toHaveCSS('font-size', '18px')
    const page = await app.restart()
    await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark')
    await new Frame(page).openSettings()
    await expect(new SettingsPage(page).sample).toHaveCSS('font-size', '18px')
  })

  test('the interface changes its language at once, and back', async ({ app }) => {
    await new Frame(app.page).openSettings()
    const settings = new SettingsPage(app.page)
    await settings.choice('English').click()
    await expect(app.page.getByRole('heading', { level: 1, name: 'Settings' })).toBeVisible()
    await expect(app.page.locator('html')).toHaveAttribute('lang', 'en')
    const page = await app.restart()
    await expect(page.getByRole('navigation', { name: 'Main navigation' })).toBeVisible()
    await page.getByRole('button', { name: 'Settings', exact: true }).click()
    await new SettingsPage(page).choice('中文').click()
    await expect(page.getByRole('heading', { level: 1, name: '设置' })).toBeVisible()
  })

  test('the signature is kept as typed, even when the screen is left at once', async ({ app }) => {
    await new Frame(app.page).openSettings()
    await new SettingsPage(app.page).reviewer('规划科　王敏')
    await new Frame(app.page).openLibrary()
    await new Frame(app.page).openSettings()
    await expect(app.page.getByRole('textbox', { name: '署名' })).toHaveValue('规划科　王敏')
    const page = await app.restart()
    await new Frame(page).openSettings()
    await expect(page.getByRole('textbox', { name: '署名' })).toHaveValue('规划科　王敏')
  })

  test('an indicator of one’s own is known at once in the targets, and is gone when deleted', async ({ page }) => {
    await new Frame(page).openSettings()
    await page.getByRole('button', { name: '查看和修改…' }).click()
    await page.getByRole('button', { name: '新增指标' }).click()
    await page.getByRole('textbox', { name: '名称', exact: true }).fill('软件业收入')
    await page.getByRole('textbox', { name: '同义词', exact: true }).fill('软件业务收入；软件收入')
    await page.getByRole('textbox', { name: '类别', exact: true }).fill('创新')
    await page.getByRole('button', { name: /^保存/ }).click()
    await page.getByRole('textbox', { name: '查找名称、同义词或类别' }).fill('软件业收入')
    await expect(page.getByRole('row', { name: /软件业务收入、软件收入 创新/ })).toBeVisible()
    await page.getByRole('dialog').getByRole('button', { name: '关闭' }).last().click()
    const targets = new TargetsPage(page)
    await targets.open()
    await targets.search('软件业收入')
    await expect(targets.row('软件业收入')).toContainText('75')
    await new Frame(page).openSettings()
    await page.getByRole('button', { name: '查看和修改…' }).click()
    await page.getByRole('button', { name: '删除：软件业收入' }).click()
    await expect(page.getByText('自己改过 0 条')).toBeVisible()
  })

  test('arrows choose, Esc leads back', async ({ page }) => {
    const frame = new Frame(page)
    await frame.openLibrary()
    await page.keyboard.press('Control+,')
    const settings = new SettingsPage(page)
    await settings.choice('跟随系统').focus()
    await page.keyboard.press('ArrowRight')
    await expect(settings.choice('浅色')).toBeFocused()
    await expect(page.locator('html')).toHaveAttribute('data-theme', 'light')
    await page.keyboard.press('Escape')
    await expect(page.getByRole('complementary', { name: '文件' })).toBeVisible()
  })

  for (const theme of ['浅色', '深色', '高对比度']) {
    test(`no serious accessibility violation, ${theme}`, async ({ page }) => {
      // Each look of axe at a page takes seconds on a slow machine.
      test.slow()
      const frame = new Frame(page)
      await frame.openSettings()
      await new SettingsPage(page).choice(theme).click()
      expect(await frame.seriousViolations()).toEqual([])
    })
  }
})
