import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { strFromU8, unzipSync } from 'fflate'
import { expect, test } from '../fixtures/app.ts'
import { consultedAsWord, DISCUSSED_BLOCKS, discussedAsColumn } from '../fixtures/plan-texts.ts'
import { ComparePage } from '../pages/compare-page.ts'
import { Frame } from '../pages/frame.ts'
import { ImportPage } from '../pages/import-page.ts'
import { LibraryPage } from '../pages/library-page.ts'

const chooseButton = (page: Page) => page.getByRole('button', { name: '选择文件' }).first()
const CORPUS = process.env.DUIGAO_CORPUS

/** Picks 讨论稿 as the baseline and opens it beside `right`, unless the library already offers them. */
async function openComparison(page: Page, right: '征求意见稿' | '底稿'): Promise<ComparePage> {
  const library = new LibraryPage(page)
  await library.show('望江县“十五五”规划纲要')
  await expect(library.card(right)).toBeVisible()
  const picked = library.card(right).locator('.role.r')
  if (right === '底稿' && (await picked.count()) === 0) await library.choose('底稿', '设为本稿')
  await expect(picked).toHaveText('本稿')
  const baseline = library.card('讨论稿').getByRole('button', { name: '设为底本' })
  if ((await baseline.count()) > 0) await baseline.click()
  await expect(library.card('讨论稿').locator('.role.l')).toHaveText('底本')
  await library.compareButton.click()
  const compare = new ComparePage(page)
  await compare.ready()
  return compare
}

test('the main job: import a column and a Word file, compare, edit, decide, annotate, restart, export', async ({
  app,
  places,
}) => {
  test.setTimeout(120_000)
  await app.page.setViewportSize({ width: 1920, height: 1080 })
  const text = join(places.folder, '望江讨论稿.txt')
  const word = join(places.folder, '望江征求意见稿.docx')
  writeFileSync(text, discussedAsColumn())
  writeFileSync(word, await consultedAsWord())

  await test.step('bring both in as versions of one document', async () => {
    const { page } = app
    await new Frame(page).openLibrary()
    await app.chooseFiles([text, word], () => chooseButton(page).click())
    const screen = new ImportPage(page)
    await expect(screen.cleanLines).toHaveText([...DISCUSSED_BLOCKS])
    await expect(screen.balance).toContainText('无遗漏')
    await expect(screen.field('标题')).toHaveValue('望江县“十五五”规划纲要')
    await page.keyboard.press('Control+Enter')
    await expect(screen.entry('望江征求意见稿.docx')).toContainText('待核对')
    await screen.select('望江征求意见稿.docx')
    await expect(screen.cleanLines.nth(1)).toHaveText('一、主要目标')
    await expect(screen.options, 'taken for a version of the same document').toContainText('望江县“十五五”规划纲要')
    await page.keyboard.press('Control+Enter')
    await expect(new LibraryPage(page).card('征求意见稿')).toContainText('指标 2')
  })

  await test.step('see the changed targets and the moved paragraph', async () => {
    const compare = await openComparison(app.page, '征求意见稿')
    await expect(compare.chip(/研发经费投入强度，下调.*2\.6% 到 2\.4%/)).toBeVisible()
    await expect(compare.chip(/高新技术企业，上调，40家 到 50家/)).toBeVisible()
    await expect(compare.line('right', '全社会研发经费投入强度').locator('.cm-ins').first()).toContainText('力争')
    await expect(compare.tags(/移/).first()).toBeVisible()
    expect(await compare.misalignment()).toBeLessThan(1)
  })

  await test.step('write: a new change appears while typing', async () => {
    const compare = new ComparePage(app.page)
    await compare.select('right', '58%')
    await compare.type('60%')
    await expect(compare.chip(/城镇化率，上调，58%左右 到 60%左右/)).toBeVisible()
  })

  await test.step('decide with a reason, and annotate', async () => {
    const compare = new ComparePage(app.page)
    await compare
      .tags(/指标变动/)
      .first()
      .click()
    await compare.dock.getByRole('radio', { name: '采纳', exact: true }).click()
    await compare.dock.getByRole('textbox', { name: '理由' }).fill('近三年均值只有2.3%')
    await app.page.keyboard.press('Control+Enter')
    await compare.select('right', '突破320亿元')
    await app.page.keyboard.press('Control+Alt+m')
    await app.page.keyboard.insertText('请统计局核实')
    await app.page.keyboard.press('Control+Enter')
    await expect(compare.right.getByRole('button', { name: '批注，1 条' })).toBeVisible()
    await expect(compare.bar).toContainText('已处理 1/')
  })

  await test.step('restart and find everything again', async () => {
    const page = await app.restart()
    await new Frame(page).openLibrary()
    const compare = await openComparison(page, '底稿')
    await expect(compare.chip(/城镇化率，上调/)).toBeVisible()
    await expect(compare.tags(/已采纳/)).toBeVisible()
    await expect(compare.right.getByRole('button', { name: '批注，1 条' })).toBeVisible()
  })

  await test.step('export, and read the files back', async () => {
    const compare = new ComparePage(app.page)
    const table = await app.saveFile(async () => {
      await compare.bar.getByRole('button', { name: '导出' }).click()
      await app.page.getByRole('button', { name: /修改对照表/ }).click()
    })
    expect(table.name).toMatch(/修改对照表\.docx$/)
    const xml = strFromU8(unzipSync(table.bytes)['word/document.xml'] ?? new Uint8Array())
    const words = xml.replaceAll(/<\/w:p>/g, '\n').replaceAll(/<[^>]+>/g, '')
    expect(words).toMatch(/▼ 下调：\S*研发经费投入强度 2\.6% → 2\.4%/)
    expect(words).toContain('理由：近三年均值只有2.3%')
    expect(words).toContain('移自底本')
    expect(words).not.toContain('二、重点任务\n二、重点任务')
    const struck = [...xml.matchAll(/<w:r>(?:(?!<\/w:r>).)*<w:strike\/>(?:(?!<\/w:r>).)*<\/w:r>/g)].join('')
    expect(struck).toContain('2.6')
    const report = await app.saveFile(async () => {
      await compare.bar.getByRole('button', { name: '导出' }).click()
      await app.page.getByRole('button', { name: 'HTML 报告' }).click()
    })
    const html = report.bytes.toString('utf8')
    expect(html).toContain('请统计局核实')
    expect(html).not.toMatch(/<script|https?:\/\//)
  })
})

test('the newspaper text the app was conceived for comes in whole', async ({ app }) => {
  test.skip(CORPUS === undefined, 'DUIGAO_CORPUS names no folder of real documents')
  const folder = join(CORPUS ?? '', 'seed')
  const squeeze = (line: string) => line.replaceAll(/\s/g, '')
  const expected = readFileSync(join(folder, 'expected-blocks.txt'), 'utf8').split('\n').filter(Boolean).map(squeeze)
  await app.page.setViewportSize({ width: 1920, height: 1080 })
  await new Frame(app.page).openLibrary()
  const file = join(folder, 'yongkang-2021-report-excerpt.txt')
  await app.chooseFiles([file], () => chooseButton(app.page).click())
  const screen = new ImportPage(app.page)
  await screen.cleanLines.first().hover({ timeout: 30_000 })
  // Only the rows in sight are drawn: the text is read while scrolling through it.
  const seen = new Set<string>()
  await expect(async () => {
    for (const line of await screen.cleanLines.allTextContents()) seen.add(squeeze(line))
    await app.page.mouse.wheel(0, 400)
    expect(seen.size).toBeGreaterThanOrEqual(expected.length)
  }).toPass({ timeout: 30_000 })
  expect([...seen]).toEqual(expected)
  await expect(screen.balance).toContainText('无遗漏')
  await expect(screen.warnings.filter({ hasText: '原文截断' })).toBeVisible()
})
