import { expect, test } from '../fixtures/app.ts'
import { Frame } from '../pages/frame.ts'
import { LibraryPage } from '../pages/library-page.ts'

const PLAN = '清川市“十五五”规划纲要'

test.describe('文库', () => {
  test('the first run opens the sample comparison, and the library holds its documents', async ({ page }) => {
    await expect(page.getByRole('main', { name: '比对' })).toBeVisible({ timeout: 30_000 })
    await new Frame(page).openLibrary()
    const library = new LibraryPage(page)
    await expect(library.rows()).toHaveCount(4)
    await expect(library.list.getByRole('heading', { level: 2 })).toHaveText([/^五年规划2/, /^政府工作报告2/])
    await expect(library.card('征求意见稿')).toContainText('与上一版相比')
    await expect(library.card('征求意见稿').getByRole('img', { name: /指标下调/ })).toBeVisible()
  })

  test('the second run opens the library', async ({ app }) => {
    await expect(app.page.getByRole('main', { name: '比对' })).toBeVisible()
    const page = await app.restart()
    await expect(new LibraryPage(page).rows()).toHaveCount(4)
  })

  test('what the first comparison needs is run beforehand, unseen, and nothing of it stays in the page', async ({
    app,
  }) => {
    await expect(app.page.getByRole('main', { name: '比对' })).toBeVisible()
    await app.page.addInitScript(() => {
      const warming = { drawn: 0, gone: false }
      Object.assign(window, { warming })
      new MutationObserver(() => {
        const lines = document.querySelectorAll('.cmp-unseen .cm-line').length
        warming.drawn = Math.max(warming.drawn, lines)
        warming.gone = warming.drawn > 0 && document.querySelector('.cmp-unseen, .cm-editor') === null
      }).observe(document, { childList: true, subtree: true })
    })
    const page = await app.restart()
    const read = () => page.evaluate(() => (window as unknown as { warming: { drawn: number; gone: boolean } }).warming)
    await expect.poll(async () => (await read()).gone, { timeout: 30_000 }).toBe(true)
    expect((await read()).drawn).toBeGreaterThan(10)
    await expect(new LibraryPage(page).rows()).toHaveCount(4)
    await expect(page.getByRole('textbox', { name: /正文/ })).toHaveCount(0)
  })

  test('words and kinds narrow the list', async ({ page }) => {
    await new Frame(page).openLibrary()
    const library = new LibraryPage(page)
    await page.keyboard.press('Control+f')
    await page.keyboard.type('十五五 征求意见稿')
    await expect(library.rows()).toHaveCount(1)
    await library.search.fill('无此文件')
    await expect(library.list).toContainText('没有相符的文件')
    await library.list.getByRole('button', { name: '显示全部' }).click()
    await library.list.getByRole('button', { name: '类别' }).click()
    await page.getByRole('checkbox', { name: /五年规划/ }).click()
    await expect(library.rows()).toHaveCount(2)
  })

  test('two sides are picked and Enter compares them', async ({ page }) => {
    const frame = new Frame(page)
    await frame.openLibrary()
    const library = new LibraryPage(page)
    await library.show(PLAN)
    await expect(library.pickBar).toContainText('讨论稿')
    await library.card('初稿').getByRole('button', { name: '设为底本' }).click()
    await expect(library.pickBar).toContainText(/底本\s*初稿.*本稿\s*征求意见稿/)
    await page.keyboard.press('Enter')
    await expect(page.getByRole('main', { name: '比对' })).toBeVisible()
    await frame.openLibrary()
    await expect(library.pickBar).toContainText(/底本\s*初稿/)
  })

  test('the baseline may come from another document', async ({ page }) => {
    await new Frame(page).openLibrary()
    const library = new LibraryPage(page)
    await library.show('“十四五”规划纲要')
    await library.card('印发稿').getByRole('button', { name: '设为底本' }).click()
    await library.show(PLAN)
    await expect(library.pickBar).toContainText('清川市“十四五”规划纲要　印发稿')
    await library.pickBar.getByRole('button', { name: '改回上一版作底本' }).click()
    await expect(library.pickBar).toContainText(/底本\s*讨论稿/)
  })

  test('details of a document and of a version are edited, taken back, and kept over a restart', async ({ app }) => {
    const library = new LibraryPage(app.page)
    await new Frame(app.page).openLibrary()
    await library.show(PLAN)
    await app.page.getByRole('button', { name: '编辑信息' }).click()
    const details = library.dialog('文件信息')
    expect(await new Frame(app.page).seriousViolations()).toEqual([])
    await details.getByLabel('标题').fill('清川市“十五五”规划纲要（修改）')
    await details.getByRole('textbox', { name: '截止年' }).fill('2020')
    await expect(details.getByRole('button', { name: '保存' })).toBeDisabled()
    await details.getByRole('textbox', { name: '截止年' }).fill('2030')
    await details.getByRole('button', { name: '保存' }).click()
    await expect(app.page.getByRole('heading', { name: '清川市“十五五”规划纲要（修改）' })).toBeVisible()
    await new Frame(app.page).undo()
    await expect(app.page.getByRole('heading', { name: /第十五个五年规划纲要$/ })).toBeVisible()

    await library.choose('初稿', '修改阶段、日期')
    const version = library.dialog('版本信息')
    await version.getByLabel('日期').fill('2025年7月9日')
    await version.getByLabel('起草单位').fill('综合科')
    await app.page.keyboard.press('Control+Enter')
    await expect(library.card('初稿')).toContainText('综合科')
    const again = new LibraryPage(await app.restart())
    await again.show(PLAN)
    await expect(again.timeline).toContainText('2025-07-09')
  })

  test('a removed version and a removed document come back by 撤销 and by Ctrl+Z', async ({ page }) => {
    const frame = new Frame(page)
    await frame.openLibrary()
    const library = new LibraryPage(page)
    await library.show(PLAN)
    await library.choose('讨论稿', '移除此版本')
    await expect(library.card('讨论稿')).toHaveCount(0)
    await frame.undo()
    await expect(library.card('讨论稿')).toBeVisible()
    await library.removeDocument()
    await expect(library.rows()).toHaveCount(3)
    await page.keyboard.press('Control+z')
    await expect(library.rows()).toHaveCount(4)
  })

  test('a draft is begun, sealed as the next stage, and another one discarded', async ({ page }) => {
    const frame = new Frame(page)
    await frame.openLibrary()
    const library = new LibraryPage(page)
    await library.show(PLAN)
    const comparison = page.getByRole('main', { name: '比对' })
    await library.card('征求意见稿').getByRole('button', { name: '起草新稿' }).click()
    await expect(comparison).toBeVisible()
    await frame.openLibrary()
    await expect(library.card('底稿')).toContainText('在征求意见稿之后起草')
    await library.card('底稿').getByRole('button', { name: '定稿为新版本' }).click()
    await library.dialog('定稿为新版本').getByRole('button', { name: '定稿', exact: true }).click()
    await expect(library.card('送审稿')).toContainText('本稿')
    await expect(library.card('底稿')).toHaveCount(0)

    await library.choose('送审稿', '在此版之上起草')
    await expect(comparison).toBeVisible()
    await frame.openLibrary()
    await library.choose('底稿', '放弃底稿')
    await library.dialog('放弃这份底稿？').getByRole('button', { name: '放弃底稿' }).click()
    await expect(library.card('底稿')).toHaveCount(0)
  })

  test('a version opens to be read', async ({ page }) => {
    await new Frame(page).openLibrary()
    const library = new LibraryPage(page)
    await library.show(PLAN)
    await library.card('初稿').getByRole('button', { name: '打开' }).click()
    const reader = page.getByRole('dialog')
    await expect(reader.getByRole('region', { name: '正文' })).toContainText('一、')
    await page.keyboard.press('Escape')
    await expect(reader).toHaveCount(0)
  })

  test('an empty library offers to import or to open the samples', async ({ page }) => {
    const frame = new Frame(page)
    await frame.openLibrary()
    const library = new LibraryPage(page)
    for (const left of [3, 2, 1]) {
      await library.removeDocument()
      await expect(library.rows()).toHaveCount(left)
    }
    await library.removeDocument()
    await expect(page.getByRole('heading', { name: '文库里还没有文件' })).toBeVisible()
    expect(await frame.seriousViolations()).toEqual([])
    await page.getByRole('button', { name: '打开示例文库' }).click()
    await expect(page.getByRole('main', { name: '比对' })).toBeVisible()
    await frame.openLibrary()
    await expect(library.rows()).toHaveCount(4)
  })

  test('everything is reached by keyboard', async ({ page }) => {
    await expect(page.getByRole('main', { name: '比对' })).toBeVisible()
    const library = new LibraryPage(page)
    await page.keyboard.press('Control+1')
    await expect(library.rows().first()).toBeVisible()
    await library.rows().first().focus()
    await page.keyboard.press('ArrowDown')
    await expect(library.row('“十四五”规划纲要')).toBeFocused()
    await page.keyboard.press('Enter')
    await expect(page.getByRole('heading', { level: 1 })).toContainText('第十四个五年规划')
    await new Frame(page).command('十五个五年规划')
    await expect(page.getByRole('heading', { level: 1 })).toContainText('第十五个五年规划')
    await page.keyboard.press('Alt+ArrowLeft')
    await expect(page.getByRole('main', { name: '比对' })).toBeVisible()
  })

  for (const theme of ['浅色', '深色', '高对比度'] as const) {
    test(`no serious accessibility violation, ${theme}`, async ({ page }) => {
      // Each look of axe at a page takes seconds on a slow machine.
      test.slow()
      const frame = new Frame(page)
      await frame.openLibrary()
      await frame.command(`${theme}主题`)
      await expect(page.locator('html')).toHaveAttribute(
        'data-theme',
        { 浅色: 'light', 深色: 'dark', 高对比度: 'high-contrast' }[theme],
      )
      expect(await frame.seriousViolations()).toEqual([])
      await page.setViewportSize({ width: 1920, height: 1080 })
      await expect(page.getByRole('complementary', { name: '待办与可选底本' })).toBeVisible()
      expect(await frame.seriousViolations()).toEqual([])
    })
  }
})
