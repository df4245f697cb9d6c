import { truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { expect, test } from '../fixtures/app.ts'
import { Frame } from '../pages/frame.ts'
import { ImportPage } from '../pages/import-page.ts'
import { LibraryPage } from '../pages/library-page.ts'

/** A report as a newspaper column prints it: broken every 16 characters, a page number in a sentence, broken off. */
const COLUMN = [
  '望江县二〇二四年政府工作报告',
  '',
  '　　二、二〇二四年的主要目标',
  '　　综合各方面因素，今年全县经济',
  '社会发展的主要目标是：地区生产总',
  '值增长6%左右，城镇新增就业3200',
  '— 3 —',
  '人，森林覆盖率稳定在 61.5% 以上，',
  '居民人均可支配收入增长高于经济增',
  '长，单位生产总值能耗降低2.5%。',
  '　　今后一年，要着力培育 标 志 性 产',
  '业链，抓好以下五方面工作。',
  '　　（下转 4 版）',
].join('\n')

const LONG = Array.from(
  { length: 12 },
  (_, index) =>
    `${'一二三四五六七八九十甲乙'[index]}、望江县推进第${index + 1}项改革，今年完成投资${index + 3}亿元，新增就业${index * 10 + 50}人。`,
).join('\n')

/** Of another county, and nowhere near the text above. */
const OTHER = Array.from(
  { length: 12 },
  (_, index) =>
    `${'一二三四五六七八九十甲乙'[index]}、临溪县抓好第${index + 1}批民生实事，年底前建成${index + 2}处设施，惠及群众${index + 4}万人以上。`,
).join('\n')

const chooseButton = (page: Page) => page.getByRole('button', { name: '选择文件' }).first()

test.describe('导入', () => {
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

  test('a newspaper column is read, checked, switched and taken into the library', async ({ app }) => {
    const { page } = app
    const paths = [file('望江日报.txt', COLUMN)]
    await app.chooseFiles(paths, () => chooseButton(page).click())
    const screen = new ImportPage(page)
    await expect(screen.rawLines.filter({ hasText: '— 3 —' })).toContainText('版头页码')
    await expect(screen.balance).toContainText('无遗漏')
    const joined = screen.cleanLines.filter({ hasText: '城镇新增就业3200人，森林覆盖率稳定在 61.5% 以上' })
    await expect(joined).toHaveCount(1)
    await expect(joined.getByRole('img', { name: '原换行处' })).not.toHaveCount(0)
    await expect(screen.stepLine('合并硬换行')).toContainText(/6\s*处/)

    await screen.step('合并硬换行').click()
    await expect(screen.cleanLines.filter({ hasText: /^值增长6%左右，城镇新增就业3200$/ })).toHaveCount(1)
    await expect(screen.stepLine('合并硬换行')).toContainText('未启用')
    await page.getByRole('button', { name: '全部还原' }).click()
    await expect(joined).toHaveCount(1)

    await expect(screen.warnings.filter({ hasText: '原文截断' })).toBeVisible()
    await screen.warnings.filter({ hasText: '原文截断' }).getByRole('button', { name: '定位' }).click()
    await expect(page.locator('.clean-broken')).toBeInViewport()

    await screen.field('标题').fill('望江县2024年政府工作报告')
    await screen.field('日期').fill('2024.1.18')
    await page.keyboard.press('Control+Enter')
    const library = new LibraryPage(page)
    await expect(page.getByRole('heading', { level: 1, name: '望江县2024年政府工作报告' })).toBeVisible()
    await expect(library.timeline).toContainText('2024-01-18')
    await expect(library.timeline).toContainText('望江日报.txt')
    await expect(library.timeline).toContainText('截断')
  })

  test('a warning leads to its place in a long text', async ({ app }) => {
    const { page } = app
    const long = Array.from(
      { length: 150 },
      (_, index) => `第${index + 1}项工作由各乡镇分别承担，${'按季度通报进展，'.repeat(index % 7)}年底前完成。`,
    )
    await app.chooseFiles([file('长文.txt', [...long, '（下转 4 版）'].join('\n'))], () => chooseButton(page).click())
    await page.getByRole('button', { name: '定位' }).click()
    await expect(page.locator('.clean-broken')).toBeInViewport({ ratio: 0.9 })
    await expect(page.locator('.clean-row:focus')).toContainText('下转 4 版')
  })

  test('files that cannot be read say why; the others go on; Ctrl+Enter leads to the next', async ({ app }) => {
    const { page } = app
    const paths = [file('甲.txt', LONG), file('空.txt', ''), file('坏.docx', 'not a zip'), file('乙.txt', OTHER)]
    await app.chooseFiles(paths, () => chooseButton(page).click())
    const screen = new ImportPage(page)
    await expect(screen.entry('空.txt')).toContainText('空')
    await expect(screen.entry('坏.docx')).toContainText(/docx|损坏/)
    await expect(screen.entry('乙.txt')).toContainText('待核对')
    await screen.select('坏.docx')
    const failure = page.getByRole('alert')
    await expect(failure).toContainText('未能读取 坏.docx')
    await expect(failure).toContainText('文库里没有写入任何内容')
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
    await failure.getByRole('button', { name: '复制' }).click()
    expect(await page.evaluate(() => navigator.clipboard.readText())).toContain('坏.docx')

    await screen.select('甲.txt')
    await expect(screen.save).toBeEnabled()
    await page.keyboard.press('Control+Enter')
    await expect(screen.entry('甲.txt')).toContainText('已入库')
    await expect(page.getByText('未能读取 空.txt')).toBeVisible()
    await failure.getByRole('button', { name: '从队列中去掉' }).click()
    await expect(page.getByText('未能读取 坏.docx')).toBeVisible()
    await failure.getByRole('button', { name: '从队列中去掉' }).click()
    await expect(screen.cleanLines.first()).toContainText('临溪县')
    await page.keyboard.press('Control+Enter')
    await expect(new LibraryPage(page).rows()).toHaveCount(6)
  })

  test('a file over the limit is refused before it is sent', async ({ app }) => {
    const { page } = app
    const path = file('录像.txt', '')
    truncateSync(path, 65 * 1024 * 1024)
    const requests: string[] = []
    page.on('request', (request) => requests.push(request.url()))
    await app.chooseFiles([path], () => chooseButton(page).click())
    await expect(page.getByRole('alert')).toContainText(/超过上限/)
    expect(requests.filter((url) => url.includes('files:add'))).toEqual([])
  })

  test('a text is pasted into the dialog', async ({ page }) => {
    await page.getByRole('button', { name: '粘贴文本' }).first().click()
    const dialog = page.getByRole('dialog', { name: '粘贴文本' })
    await expect(dialog.getByRole('button', { name: '读取' })).toBeDisabled()
    await dialog.getByRole('textbox').fill(LONG)
    await page.keyboard.press('Control+Enter')
    const screen = new ImportPage(page)
    await expect(screen.cleanLines).toHaveCount(12)
    await screen.field('标题').fill('望江县改革要点')
    await screen.save.click()
    await expect(page.getByRole('heading', { level: 1, name: '望江县改革要点' })).toBeVisible()
  })

  test('a long text pasted anywhere is imported, a short one is not', async ({ page }) => {
    const paste = (text: string) =>
      page.evaluate((content) => {
        const data = new DataTransfer()
        data.setData('text/plain', content)
        document.body.dispatchEvent(
          new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }),
        )
      }, text)
    await paste('征求意见稿')
    await expect(new LibraryPage(page).timeline).toBeVisible()
    await paste(LONG)
    await expect(new ImportPage(page).cleanLines).toHaveCount(12)
  })

  test('files are dropped anywhere on the window', async ({ page }) => {
    const drop = async (event: string) => {
      const dataTransfer = await page.evaluateHandle((content) => {
        const data = new DataTransfer()
        data.items.add(new File([content], '拖入.txt', { type: 'text/plain' }))
        return data
      }, LONG)
      await page.locator('.doc-head').dispatchEvent(event, { dataTransfer })
    }
    await drop('dragenter')
    await expect(page.getByText('松开即导入')).toBeVisible()
    await drop('drop')
    await expect(page.getByText('松开即导入')).toHaveCount(0)
    await expect(new ImportPage(page).entry('拖入.txt')).toContainText('待核对')
  })

  test('what the library holds already is announced; another text becomes a version of the document chosen', async ({
    app,
  }) => {
    const { page } = app
    const screen = new ImportPage(page)
    await app.chooseFiles([file('改革要点.txt', LONG)], () => chooseButton(page).click())
    await screen.field('标题').fill('望江县改革要点')
    await screen.choose('阶段', '讨论稿')
    await screen.save.click()
    await expect(page.getByRole('heading', { level: 1, name: '望江县改革要点' })).toBeVisible()

    await app.chooseFiles([file('改革要点（副本）.txt', LONG)], () => chooseButton(page).click())
    await expect(screen.warnings.filter({ hasText: '文库已有' })).toContainText('望江县改革要点')
    await page.getByRole('button', { name: '不再导入' }).click()
    await expect(page.getByRole('heading', { name: '还没有要导入的文件' })).toBeVisible()

    const revised = file('改革要点0312.txt', LONG.replace('投资3亿元', '投资4.5亿元'))
    await app.chooseFiles([revised], () => chooseButton(page).click())
    await screen.choose('归入', '望江县改革要点')
    await screen.choose('阶段', '征求意见稿')
    await screen.save.click()
    const library = new LibraryPage(page)
    await expect(library.card('征求意见稿')).toContainText('本稿')
    await expect(library.card('讨论稿')).toContainText('底本')
    await expect(library.card('征求意见稿')).toContainText('与上一版相比')
  })

  test('leaving and coming back loses nothing', async ({ app }) => {
    const { page } = app
    await app.chooseFiles([file('甲.txt', LONG)], () => chooseButton(page).click())
    const screen = new ImportPage(page)
    await screen.field('标题').fill('改过的标题')
    await new Frame(page).openLibrary()
    await page.keyboard.press('Alt+ArrowLeft')
    await expect(screen.field('标题')).toHaveValue('改过的标题')
  })

  for (const theme of ['浅色', '深色', '高对比度']) {
    test(`no serious accessibility violation, ${theme}`, async ({ app }) => {
      // Each look of axe at a page takes seconds on a slow machine.
      test.slow()
      const { page } = app
      const frame = new Frame(page)
      await frame.command(`${theme}主题`)
      await app.chooseFiles([file('望江日报.txt', COLUMN), file('空.txt', '')], () => chooseButton(page).click())
      const screen = new ImportPage(page)
      await expect(screen.entry('空.txt')).toContainText('空')
      expect(await frame.seriousViolations()).toEqual([])
      await screen.select('空.txt')
      expect(await frame.seriousViolations()).toEqual([])
      await page.setViewportSize({ width: 1366, height: 768 })
      expect(await frame.seriousViolations()).toEqual([])
    })
  }
})
