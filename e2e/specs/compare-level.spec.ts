import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from '../fixtures/app.ts'
import { longReports } from '../fixtures/long-reports.ts'
import { ComparePage } from '../pages/compare-page.ts'
import { Frame } from '../pages/frame.ts'
import { ImportPage } from '../pages/import-page.ts'
import { LibraryPage } from '../pages/library-page.ts'

test('long texts full of empty places stay level wherever the reader goes', async ({ app, places }) => {
  test.setTimeout(120_000)
  const { page } = app
  await page.setViewportSize({ width: 1600, height: 1000 })
  const { before, after } = longReports()
  const [left, right] = [join(places.folder, '讨论稿.txt'), join(places.folder, '征求意见稿.txt')]
  writeFileSync(left, before)
  writeFileSync(right, after)
  await new Frame(page).openLibrary()
  await app.chooseFiles([left, right], () => page.getByRole('button', { name: '选择文件' }).first().click())
  const screen = new ImportPage(page)
  await expect(screen.field('标题')).toHaveValue('望江县政府工作报告')
  await page.keyboard.press('Control+Enter')
  await expect(screen.entry('征求意见稿.txt')).toContainText('待核对')
  await screen.select('征求意见稿.txt')
  await expect(screen.options).toContainText('望江县政府工作报告')
  await page.keyboard.press('Control+Enter')

  const library = new LibraryPage(page)
  await library.show('望江县政府工作报告')
  await expect(library.card('讨论稿').locator('.role.l')).toHaveText('底本')
  await library.compareButton.click()
  const compare = new ComparePage(page)
  await compare.ready()

  const heights = async () => {
    const [l, r] = await Promise.all([compare.left.boundingBox(), compare.right.boundingBox()])
    return Math.abs((l?.height ?? 0) - (r?.height ?? -9999))
  }
  const isLevel = async () => {
    await expect.poll(heights).toBeLessThan(1)
    await expect.poll(() => compare.misalignment()).toBeLessThan(1)
  }
  await isLevel()
  await page.mouse.move(1000, 600)
  for (let step = 0; step < 12; step += 1) {
    await page.mouse.wheel(0, 900)
    await isLevel()
  }
  for (let step = 0; step < 12; step += 1) {
    await page.keyboard.press('F7')
    await isLevel()
  }
  await compare.scroller.evaluate((scroller) => scroller.scrollTo(0, scroller.scrollHeight))
  await isLevel()
})
