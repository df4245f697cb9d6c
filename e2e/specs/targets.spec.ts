import { readDocument } from '../../src/main/services/read-document.ts'
import { expect, test } from '../fixtures/app.ts'
import { ComparePage } from '../pages/compare-page.ts'
import { Frame } from '../pages/frame.ts'
import { TargetsPage } from '../pages/targets-page.ts'

test.describe('指标', () => {
  test.beforeEach(async ({ page }) => {
    await new ComparePage(page).ready()
    await new TargetsPage(page).open()
  })

  test('shows what changed between the two drafts beside what was planned and reported', async ({ page }) => {
    const targets = new TargetsPage(page)
    await expect(targets.columns).toHaveCount(5)
    const gdp = targets.row('地区生产总值')
    await expect(gdp).toContainText('上调 25 亿元')
    await expect(targets.figure('地区生产总值', '征求意见稿')).toHaveAccessibleName(/突破1400亿元，测算不符$/)
    await expect(targets.figure('地区生产总值', '讨论稿')).toHaveAccessibleName(/1375亿元$/)
    await expect(targets.figure('地区生产总值', '十四五规划')).toHaveAccessibleName(/1020亿元$/)
    await expect(targets.row('研发经费投入强度')).toContainText('约束→预期')
    await expect(targets.row('研发经费投入强度')).toContainText('◇ 属性')
  })

  test('filters by change and finds an indicator by a synonym', async ({ page }) => {
    const targets = new TargetsPage(page)
    await targets.filter('有变动').click()
    await expect(targets.row('森林覆盖率')).toHaveCount(0)
    await expect(targets.row('地区生产总值')).toBeVisible()
    await targets.filter('全部').click()
    await targets.search('gdp')
    await expect(targets.row('地区生产总值')).toBeVisible()
    await expect(targets.row('研发经费投入强度')).toHaveCount(0)
    await targets.search('没有这个指标')
    await expect(page.getByText('没有符合条件的指标')).toBeVisible()
    await page.getByRole('button', { name: '显示全部' }).click()
    await expect(targets.row('研发经费投入强度')).toBeVisible()
  })

  test('a number leads to its sentence: in Compare for the two drafts, else in its own text', async ({ page }) => {
    const targets = new TargetsPage(page)
    await targets.search('森林覆盖率')
    await targets.figure('森林覆盖率', '十四五规划').getByRole('button').click()
    const dialog = page.getByRole('dialog')
    await expect(dialog.locator('mark')).toHaveText(/森林覆盖率达到52%/)
    await expect(dialog.locator('mark')).toBeInViewport()
    await page.keyboard.press('Escape')
    await targets.search('粮食综合')
    await targets.figure('粮食综合生产能力', '征求意见稿').getByRole('button').click()
    const compare = new ComparePage(page)
    await compare.ready()
    await expect(compare.inspector).toContainText('粮食综合生产能力')
    await expect(compare.line('right', '粮食综合生产能力稳定在40万吨以上')).toBeInViewport()
    await page.keyboard.press('Alt+ArrowLeft')
    await targets.ready()
    await expect(targets.panel.getByRole('heading', { level: 2 })).toContainText('粮食综合生产能力')
  })

  test('words far down are drawn before the browser has told the new panes that they are on the screen', async ({
    page,
  }) => {
    await page.addInitScript(() => {
      const Native = window.IntersectionObserver
      window.IntersectionObserver = class extends Native {
        constructor(callback: IntersectionObserverCallback, options?: IntersectionObserverInit) {
          super((entries, observer) => setTimeout(() => callback(entries, observer), 3000), options)
        }
      }
    })
    await page.reload()
    const targets = new TargetsPage(page)
    const compare = new ComparePage(page)
    await targets.open()
    await targets.search('粮食综合')
    await targets.figure('粮食综合生产能力', '征求意见稿').getByRole('button').click()
    await compare.ready()
    await expect(compare.line('right', '粮食综合生产能力稳定在40万吨以上')).toBeInViewport({ timeout: 2000 })
  })

  test('what checks find beside the other documents marks its cell, and leads to both sentences', async ({ page }) => {
    const targets = new TargetsPage(page)
    await targets.filter('有提示').click()
    await expect(targets.figure('进出口总额', '2025 报告')).toHaveAccessibleName(/138亿元，偏离进度$/)
    // Dropped without a word: the mark stands in the empty cell of the draft.
    await expect(targets.figure('每万人口发明专利拥有量', '征求意见稿')).toHaveAccessibleName(/无，没有接续$/)
    await targets.row('老旧小区改造（城镇）（新增）').getByRole('rowheader').click()
    const finding = targets.panel.getByRole('region', { name: '偏离进度' })
    await expect(finding).toContainText('每年平均 320÷5=64个')
    await finding.getByRole('button', { name: /^定位：2025 报告/ }).click()
    await expect(page.getByRole('dialog').locator('mark')).toHaveText('城镇老旧小区50个')
    await page.keyboard.press('Escape')
    await finding.getByRole('button', { name: /^定位：十四五规划/ }).click()
    await expect(page.getByRole('dialog').locator('mark')).toHaveText('城镇老旧小区320个')
  })

  test('a total over several years is shown with what is left, written out, each figure one click from its sentence', async ({
    page,
  }) => {
    const targets = new TargetsPage(page)
    await targets.search('二氧化碳')
    const row = targets.row('单位地区生产总值二氧化碳排放降低')
    await row.getByRole('rowheader').click()
    await expect(row).toContainText('3.7%/ 3.7%')
    await expect(targets.panel).toContainText('1-(1-17%)^1/5≈3.66%')
    await targets.panel
      .getByRole('list', { name: '各年实际数与总数的出处' })
      .getByRole('button', { name: '17%' })
      .click()
    const compare = new ComparePage(page)
    await compare.ready()
    await expect(compare.line('right', '单位地区生产总值二氧化碳排放累计降低17%').first()).toBeInViewport()
  })

  test('a group of indicators alone, with its own counts', async ({ page }) => {
    const targets = new TargetsPage(page)
    await targets.category('绿色')
    await expect(targets.row('森林覆盖率')).toBeVisible()
    await expect(targets.row('地区生产总值')).toHaveCount(0)
    await expect(targets.table.getByRole('rowheader', { name: /^绿色/ })).toHaveCount(1)
    await targets.category('全部')
    await expect(targets.row('地区生产总值')).toBeVisible()
  })

  test('what the document says twice is corrected in both places at once, and undone in one step', async ({ page }) => {
    const targets = new TargetsPage(page)
    await targets.search('能耗')
    const row = targets.row('单位地区生产总值能耗降低')
    await row.getByRole('rowheader').click()
    await targets.panel.getByRole('button', { name: /^改正这一项：本稿/ }).click()
    await page.getByRole('radio', { name: '数值不对' }).click()
    await page.getByRole('textbox', { name: '正确数值' }).fill('15')
    const twins = page.getByRole('group', { name: '本文件还有 1 处同样的表述，一并改正' })
    await expect(twins.getByRole('checkbox')).toBeChecked()
    await page.getByRole('button', { name: '改正 2 处' }).click()
    // The words stand in the other version, too, and hold there as well.
    await expect(row.getByTitle('已改正')).toHaveCount(2)
    await expect(new Frame(page).status).toContainText('改正 2 处')
    const said = targets.panel.getByRole('region', { name: '改正记录' }).getByRole('listitem')
    await expect(said).toHaveCount(1)
    await expect(said).toContainText('改为 15%（2 处）')
    await page.keyboard.press('Control+z')
    await expect(row.getByTitle('已改正')).toHaveCount(0)
    await expect(new Frame(page).status).not.toContainText('改正')
  })

  test('in English every word of the interface is English', async ({ page }) => {
    await new Frame(page).command('English')
    const table = page.getByRole('grid', { name: 'Matrix of indicators' })
    await expect(table.getByRole('rowheader', { name: /^Economy/ })).toBeVisible()
    const own = await page
      .locator('.tgt-bar, .tgt-groups, .tgt-names small, .grp, .tgt-stats, .tgt-note')
      .allInnerTexts()
    expect(own.filter((words) => /[\u4e00-\u9fff]/.test(words.replaceAll(/亿元|万元/g, '')))).toEqual([])
  })

  test('a wrong target is corrected, counted, seen in Compare, and the correction undone', async ({ page }) => {
    const targets = new TargetsPage(page)
    await targets.row('地区生产总值').getByRole('rowheader').click()
    await targets.panel.getByRole('button', { name: /^改正这一项：本稿/ }).click()
    await page.getByRole('radio', { name: '数值不对' }).click()
    await page.getByRole('textbox', { name: '正确数值' }).fill('1450')
    await page.getByRole('button', { name: /^改正/ }).last().click()
    await expect(targets.row('地区生产总值')).toContainText('上调 75 亿元')
    await expect(targets.panel.getByRole('region', { name: '改正记录' })).toContainText('改为 1450亿元')
    await expect(new Frame(page).status).toContainText('改正 2 处')
    await targets.figure('地区生产总值', '征求意见稿').getByRole('button').click()
    const compare = new ComparePage(page)
    await compare.ready()
    await expect(compare.inspector).toContainText('1450亿元')
    await page.keyboard.press('Control+3')
    await targets.panel.getByRole('button', { name: /^撤销这条改正/ }).click()
    await expect(targets.row('地区生产总值')).toContainText('上调 25 亿元')
    await expect(new Frame(page).status).not.toContainText('改正')
  })

  test('what is no target leaves the table, and Ctrl+Z brings it back', async ({ page }) => {
    const targets = new TargetsPage(page)
    await targets.search('本地配套率')
    const row = targets.row('整机企业本地配套率')
    await row.getByRole('rowheader').click()
    await targets.panel.getByRole('button', { name: /^改正这一项：本稿/ }).click()
    await page.getByRole('radio', { name: '不是目标' }).click()
    await page.getByRole('radio', { name: '不是目标' }).press('Control+Enter')
    await expect(row).toHaveCount(0)
    await expect(new Frame(page).status).toContainText('改正 1 处')
    await page.keyboard.press('Control+z')
    await expect(targets.figure('整机企业本地配套率', '征求意见稿')).toHaveAccessibleName(/45%$/)
  })

  test('the rows shown leave as a workbook that is read back', async ({ app }) => {
    const targets = new TargetsPage(app.page)
    await targets.filter('有变动').click()
    const count = await targets.count('有变动')
    const saved = await app.saveFile(async () => {
      await app.page.getByRole('button', { name: '导出', exact: true }).click()
      await app.page.getByRole('menuitem', { name: /Excel/ }).click()
    })
    expect(saved.name).toBe('指标对照表.xlsx')
    const { text } = await readDocument(saved.bytes, saved.name)
    const lines = text.split('\n').filter((line) => /[▲▼＋✕△▽◇]/.test(line))
    expect(lines).toHaveLength(count)
    expect(text).toContain('▲ 上调 25 亿元')
    expect(text).not.toContain('森林覆盖率')
  })

  test('columns are added, moved out of sight and remembered', async ({ app }) => {
    const targets = new TargetsPage(app.page)
    await app.page.getByRole('button', { name: '加一列文件' }).click()
    await app.page.getByRole('textbox', { name: '文件名、阶段或年份' }).fill('初稿')
    await app.page.getByRole('checkbox', { name: /初稿/ }).click()
    await app.page.getByRole('button', { name: '完成' }).click()
    await expect(targets.columns).toHaveCount(6)
    await targets.columns.filter({ hasText: '2025 报告' }).click()
    await app.page.getByRole('menuitem', { name: '移除这一列' }).click()
    await expect(targets.columns).toHaveCount(5)
    const page = await app.restart()
    const again = new TargetsPage(page)
    await again.open()
    await expect(again.columns).toHaveCount(5)
    await expect(again.columns.filter({ hasText: '初稿' })).toHaveCount(1)
    await expect(again.columns.filter({ hasText: '2025 报告' })).toHaveCount(0)
  })

  test('arrows move through the figures, Enter opens the sentence, F7 goes to the next change', async ({ page }) => {
    const targets = new TargetsPage(page)
    await targets.figure('地区生产总值', '讨论稿').focus()
    await page.keyboard.press('ArrowRight')
    await expect(targets.figure('地区生产总值', '征求意见稿')).toBeFocused()
    await page.keyboard.press('ArrowDown')
    await expect(targets.figure('地区生产总值增速', '征求意见稿')).toBeFocused()
    await page.keyboard.press('F7')
    await expect(targets.panel.getByRole('heading', { level: 2 })).toContainText('人均地区生产总值')
    await targets.figure('地区生产总值', '十四五规划').focus()
    await page.keyboard.press('Enter')
    await expect(page.getByRole('dialog').locator('mark')).toHaveText('达到1020亿元')
  })

  test('the chart is saved as a picture, and its figures are a table too', async ({ app }) => {
    const targets = new TargetsPage(app.page)
    await expect(targets.panel.getByRole('img', { name: /地区生产总值，2020 至 2030 年/ })).toBeVisible()
    for (const [item, start] of [
      ['PNG 图片', [0x89, 0x50, 0x4e, 0x47]],
      ['SVG 矢量图', [0x3c, 0x73, 0x76, 0x67]],
    ] as const) {
      const saved = await app.saveFile(async () => {
        await targets.panel.getByRole('button', { name: '存为图片' }).click()
        await app.page.getByRole('menuitem', { name: item }).click()
      })
      expect([...saved.bytes.subarray(0, 4)]).toEqual(start)
      expect(saved.bytes.byteLength).toBeGreaterThan(2000)
    }
    await targets.panel.getByRole('button', { name: '数据表' }).click()
    await expect(targets.panel.getByRole('row', { name: /2025 实际 1028/ })).toBeVisible()
  })

  test('the keyboard alone: a group, a row, its finding, the sentence, and back', async ({ page }) => {
    const targets = new TargetsPage(page)
    await targets.bar.getByRole('button', { name: /^分组/ }).focus()
    await page.keyboard.press('Enter')
    await expect(page.getByRole('menuitem', { name: /^全部/ })).toBeFocused()
    await page.keyboard.press('ArrowDown')
    await expect(page.getByRole('menuitem', { name: /^经济/ })).toBeFocused()
    await page.keyboard.press('Enter')
    await expect(targets.bar.getByRole('button', { name: '分组：经济' })).toBeFocused()
    await expect(targets.row('研发经费投入强度')).toHaveCount(0)
    await targets.figure('地区生产总值', '2026 报告').focus()
    const finding = targets.panel.getByRole('region', { name: '偏离进度' })
    await expect(finding).toContainText('2026 报告')
    for (let tab = 0; tab < 40; tab += 1) {
      await page.keyboard.press('Tab')
      if (
        await finding.getByRole('button', { name: /^定位：2026 报告/ }).evaluate((it) => it === document.activeElement)
      )
        break
    }
    await page.keyboard.press('Enter')
    await expect(page.getByRole('dialog').locator('mark')).toHaveText('达到1345亿元左右')
    await page.keyboard.press('Escape')
    await expect(finding.getByRole('button', { name: /^定位：2026 报告/ })).toBeFocused()
  })

  test('no serious accessibility violation in a total, in findings, and while correcting', async ({ page }) => {
    test.slow()
    const targets = new TargetsPage(page)
    const frame = new Frame(page)
    await targets.search('老旧小区')
    await targets.rows().first().getByRole('rowheader').click()
    await expect(targets.panel.getByRole('region', { name: '偏离进度' })).toBeVisible()
    expect(await frame.seriousViolations()).toEqual([])
    await targets.search('能耗')
    await targets.rows().first().getByRole('rowheader').click()
    await targets.panel.getByRole('button', { name: /^改正这一项：本稿/ }).click()
    await expect(page.getByRole('group', { name: /一并改正/ })).toBeVisible()
    expect(await frame.seriousViolations()).toEqual([])
  })

  for (const theme of ['浅色主题', '深色主题', '高对比度主题']) {
    test(`no serious accessibility violation, ${theme}`, async ({ page }) => {
      test.slow()
      const frame = new Frame(page)
      if (theme !== '浅色主题') await frame.command(theme)
      await new TargetsPage(page).ready()
      expect(await frame.seriousViolations()).toEqual([])
    })
  }
})
