import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { Page } from '@playwright/test'
import { expect, test } from '../fixtures/app.ts'
import { archive, countyReport } from '../fixtures/import-files.ts'
import { Frame } from '../pages/frame.ts'
import { ImportPage } from '../pages/import-page.ts'
import { LibraryPage } from '../pages/library-page.ts'

const PICTURE = Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a)
const BROKEN_OFF = `${countyReport(9, '临溪县')}\n（下转 4 版）`

const chooseButton = (page: Page) => page.getByRole('button', { name: '选择文件', exact: true }).first()

test.describe('导入一批文件', () => {
  let folder: string
  const file = (path: string, content: string | Uint8Array) => {
    const full = join(folder, path)
    mkdirSync(dirname(full), { recursive: true })
    writeFileSync(full, content)
    return full
  }
  test.beforeEach(async ({ places, page }) => {
    folder = places.folder
    await page.setViewportSize({ width: 1920, height: 1080 })
    await new Frame(page).openLibrary()
  })

  test('a folder is read with all that lies in it; what is no document is listed with the reason', async ({ app }) => {
    const { page } = app
    file('历年/2021.txt', countyReport(1))
    file('历年/旧稿/2022.txt', countyReport(2, '临溪县'))
    file('历年/封面.png', PICTURE)
    file('历年/Thumbs.db', PICTURE)
    const frame = new Frame(page)
    await app.chooseFiles([join(folder, '历年')], () => frame.command('导入文件夹'))
    const screen = new ImportPage(page)
    await expect(screen.entries).toHaveCount(2)
    await expect(screen.entry('2022.txt')).toContainText('待核对')
    await expect(page.locator('.import-bar')).toContainText('来自 历年')
    await expect(screen.skipped).toHaveCount(0)
    await page.getByRole('button', { name: '跳过 1 个' }).click()
    await expect(screen.skipped).toHaveText(['封面.png不是文档，没有读取'])
  })

  test('a folder is dropped: what lies deep in it comes too', async ({ page }) => {
    file('历年/2021.txt', countyReport(1))
    file('历年/旧稿/更早/2020.txt', countyReport(3, '临溪县'))
    file('历年/录像.mp4', PICTURE)
    const session = await page.context().newCDPSession(page)
    const data = { items: [], files: [join(folder, '历年')], dragOperationsMask: 1 }
    for (const type of ['dragEnter', 'dragOver', 'drop'] as const)
      await session.send('Input.dispatchDragEvent', { type, x: 700, y: 500, data })
    const screen = new ImportPage(page)
    await expect(screen.entries).toHaveCount(2)
    await expect(screen.entry('2020.txt').getByRole('button').first()).toHaveAttribute(
      'title',
      '历年/旧稿/更早/2020.txt',
    )
    await expect(page.getByRole('button', { name: '跳过 1 个' })).toBeVisible()
  })

  test('an archive comes apart into its files', async ({ app }) => {
    const { page } = app
    const zip = archive({ '2021.txt': countyReport(1), '旧稿/2022.txt': countyReport(2, '临溪县'), '图.png': PICTURE })
    await app.chooseFiles([file('历年.zip', zip), file('坏.zip', 'PK')], () => chooseButton(page).click())
    const screen = new ImportPage(page)
    await expect(screen.entries).toHaveCount(3)
    await expect(screen.entry('2022.txt')).toContainText('待核对')
    await expect(screen.entry('坏.zip')).toHaveClass(/bad/)
    await page.getByRole('button', { name: '跳过 1 个' }).click()
    await expect(screen.skipped).toContainText(['图.png'])
  })

  test('all without warnings are saved in one go; the others stay to be checked; one step takes it back', async ({
    app,
  }) => {
    const { page } = app
    const paths = [
      file('甲.txt', countyReport(1)),
      file('截断.txt', BROKEN_OFF),
      file('乙.txt', countyReport(2, '清川县')),
      file('甲的副本.txt', countyReport(1)),
    ]
    await app.chooseFiles(paths, () => chooseButton(page).click())
    const screen = new ImportPage(page)
    await page.getByRole('button', { name: '导入无提醒的 3 个' }).click()
    await expect(screen.entry('乙.txt')).toContainText('已入库')
    // The same text a second time: by now the library holds it, so it is for the user to say.
    await expect(screen.entry('甲的副本.txt')).toContainText('待核对　文库已有')
    await expect(screen.entry('截断.txt')).toContainText('1 条提醒')
    const frame = new Frame(page)
    await expect(frame.messages.filter({ hasText: '已导入 2 个文件' })).toBeVisible()
    await frame.undo()
    await expect(screen.entry('甲.txt').first()).toContainText('待核对')
    await expect(screen.entry('乙.txt')).toContainText('待核对')
    await frame.openLibrary()
    await expect(new LibraryPage(page).rows().filter({ hasText: '望江县' })).toHaveCount(0)
  })

  test('the queue is walked with the keyboard; what is taken out can be had back', async ({ app }) => {
    const { page } = app
    const names = ['甲.txt', '乙.txt', '丙.txt']
    const paths = names.map((name, index) => file(name, countyReport(index + 1, `${name[0]}县`)))
    await app.chooseFiles(paths, () => chooseButton(page).click())
    const screen = new ImportPage(page)
    await expect(screen.entry('丙.txt')).toContainText('待核对')
    await screen.select('甲.txt')
    await page.keyboard.press('ArrowDown')
    await expect(screen.entry('乙.txt').getByRole('button').first()).toBeFocused()
    await expect(screen.cleanLines.first()).toContainText('乙县')
    await page.keyboard.press('Delete')
    await expect(screen.entries).toHaveCount(2)
    await expect(screen.cleanLines.first()).toContainText('丙县')
    await page.keyboard.press('Control+z')
    await expect(screen.entries).toHaveCount(3)
    await expect(screen.cleanLines.first()).toContainText('乙县')
    await page.keyboard.press('Alt+ArrowUp')
    await expect(screen.cleanLines.first()).toContainText('甲县')
    await page.getByRole('button', { name: '全部取消' }).click()
    await expect(page.getByRole('heading', { name: '还没有要导入的文件' })).toBeVisible()
    await new Frame(page).undo()
    await expect(screen.entries).toHaveCount(3)
  })

  test('on a narrow window the queue lies over the preview on demand', async ({ app }) => {
    const { page } = app
    await page.setViewportSize({ width: 1366, height: 768 })
    const paths = [file('甲.txt', countyReport(1)), file('乙.txt', countyReport(2, '临溪县'))]
    await app.chooseFiles(paths, () => chooseButton(page).click())
    const screen = new ImportPage(page)
    const opener = page.getByRole('button', { name: /甲\.txt 1\/2/ })
    await opener.click()
    await expect(screen.entry('乙.txt')).toContainText('待核对')
    expect(await new Frame(page).seriousViolations()).toEqual([])
    await screen.select('乙.txt')
    await expect(screen.queue).toBeHidden()
    await expect(screen.cleanLines.first()).toContainText('临溪县')
    await page.getByRole('button', { name: '上一个文件' }).click()
    await expect(screen.cleanLines.first()).toContainText('望江县')
  })
})
