import { expect, test } from '../fixtures/app.ts'
import { ComparePage } from '../pages/compare-page.ts'
import { Frame } from '../pages/frame.ts'
import { SettingsPage } from '../pages/settings-page.ts'

/** The sample plan beside the plan before it, with the findings on the right. */
async function openPlans(page: ComparePage['page']): Promise<ComparePage> {
  const compare = new ComparePage(page)
  await compare.ready()
  await compare.choose('底本', '“十四五”规划纲要 · 印发稿')
  await compare.tab('检查').click()
  return compare
}

test.describe('检查', () => {
  test('what the last plan promised and the draft is silent about leads to the words there', async ({ page }) => {
    const compare = await openPlans(page)
    const own = compare.inspector.getByRole('region', { name: '本稿', exact: true })
    const beside = compare.inspector.getByRole('region', { name: '对照底本（上期规划）' })
    await expect(own.getByText(/提质七大行动”称有 7 项/)).toBeVisible()
    await expect(beside.getByRole('listitem')).toHaveCount(3)
    await beside.getByRole('button', { name: /每万人口发明专利拥有量.*底本第 \d+ 段/ }).click()
    await expect(compare.line('left', '每万人口发明专利拥有量达到32件')).toBeInViewport()
    await expect(compare.chip(/检查发现：上期规划的目标“每万人口发明专利拥有量”/)).toBeVisible()
  })

  test('evidence of a report’s target leads to the plan, in the other pane', async ({ page }) => {
    const compare = new ComparePage(page)
    await compare.ready()
    await compare.choose('本稿', '2025年政府工作报告 · 印发稿')
    await compare.choose('底本', '“十四五”规划纲要 · 印发稿')
    await compare.tab('检查').click()
    const beside = compare.inspector.getByRole('region', { name: '对照底本（所在规划期的规划）' })
    const finding = beside
      .getByRole('listitem')
      .filter({ hasText: '“货物进出口总额”2025年目标 138亿元，没有达到规划的 150亿元' })
    await finding.getByRole('button', { name: /提示|疑点/ }).click()
    await expect(compare.line('right', '138亿元').first()).toBeInViewport()
    await finding.getByRole('button', { name: /^到底本第 \d+ 段：.*150亿元/ }).click()
    await expect(compare.line('left', '150亿元').first()).toBeInViewport()
  })

  test('a check is switched off where it is seen, counted, and switched on again in Settings', async ({ app }) => {
    let compare = await openPlans(app.page)
    const entry = () => compare.inspector.getByText(/提质七大行动”称有 7 项/)
    await compare.inspector.getByRole('button', { name: '关闭“数目不符”检查' }).click()
    await expect(entry()).toHaveCount(0)
    await expect(compare.inspector).toContainText('已关闭 1 类检查，隐藏 1 条发现')
    await new Frame(app.page).undo()
    await expect(entry()).toBeVisible()
    await compare.inspector.getByRole('button', { name: '关闭“上期目标没有延续”检查' }).first().click()
    await expect(compare.inspector).toContainText('已关闭 1 类检查，隐藏 3 条发现')
    const page = await app.restart()
    await new Frame(page).navigation.getByRole('button', { name: '比对' }).click()
    compare = await openPlans(page)
    await expect(compare.inspector).toContainText('已关闭 1 类检查，隐藏 3 条发现')
    await new Frame(page).openSettings()
    const check = page.getByRole('switch', { name: '上期目标没有延续' })
    await expect(check).toHaveAttribute('aria-checked', 'false')
    await check.click()
    await new Frame(page).navigation.getByRole('button', { name: '比对' }).click()
    await openPlans(page)
    await expect(compare.inspector.getByRole('region', { name: '对照底本（上期规划）' })).toBeVisible()
    await expect(compare.inspector).not.toContainText('已关闭')
  })

  test('a phrase that is added is found at once, and no more when the built-in list is restored', async ({ page }) => {
    const frame = new Frame(page)
    const settings = new SettingsPage(page)
    await new ComparePage(page).ready()
    await frame.openSettings()
    await settings.phrases.click()
    await page.getByRole('button', { name: '新增提法' }).click()
    await page.getByRole('textbox', { name: '规范提法', exact: true }).fill('科技研发投入强度')
    await page.getByRole('textbox', { name: '不规范写法' }).fill('研发经费投入强度；科研投入强度')
    await page.getByRole('button', { name: /^保存/ }).click()
    await page.getByRole('textbox', { name: '查找提法' }).fill('科研投入')
    await expect(page.getByRole('row', { name: /研发经费投入强度；科研投入强度 科技研发投入强度/ })).toBeVisible()
    await page.keyboard.press('Escape')
    const compare = new ComparePage(page)
    const departure = /“研发经费投入强度”应为“科技研发投入强度”/
    await frame.navigation.getByRole('button', { name: '比对' }).click()
    await compare.ready()
    await compare.tab('检查').click()
    await expect(compare.inspector.getByText(departure).first()).toBeVisible()
    await frame.openSettings()
    await settings.phrases.click()
    await page.getByRole('button', { name: '恢复内置提法表' }).click()
    await page.keyboard.press('Escape')
    await frame.navigation.getByRole('button', { name: '比对' }).click()
    await compare.ready()
    await compare.tab('检查').click()
    await expect(compare.inspector.getByText(departure)).toHaveCount(0)
  })

  test('the phrase list leaves as CSV and comes in again', async ({ app }) => {
    await new ComparePage(app.page).ready()
    await new Frame(app.page).openSettings()
    await new SettingsPage(app.page).phrases.click()
    const saved = await app.saveFile(() => app.page.getByRole('button', { name: '导出 CSV…' }).click())
    expect(saved.name).toBe('提法表.csv')
    expect(saved.bytes.toString('utf8')).toMatch(/^\uFEFF规范提法,不规范提法,说明\n/)
    const chooser = app.page.waitForEvent('filechooser')
    await app.page.getByRole('button', { name: '导入 CSV…' }).click()
    const csv = Buffer.from('规范提法,不规范提法,说明\n山海协作,山海合作|山海协同,\n')
    await (await chooser).setFiles([{ name: '提法.csv', mimeType: 'text/csv', buffer: csv }])
    await expect(new Frame(app.page).messages.last()).toContainText('新增 1 条')
    await expect(app.page.getByRole('row', { name: /山海合作；山海协同 山海协作/ })).toBeVisible()
  })

  test('speaks English, and the tab and the list have no serious accessibility violation', async ({ page }) => {
    test.slow()
    const frame = new Frame(page)
    const compare = await openPlans(page)
    await expect(compare.inspector.getByRole('region', { name: '对照底本（上期规划）' })).toBeVisible()
    expect(await frame.seriousViolations()).toEqual([])
    await frame.openSettings()
    await new SettingsPage(page).choice('English').click()
    await expect(page.getByRole('switch', { name: 'Counts announced and delivered' })).toBeVisible()
    await page.getByRole('button', { name: 'Edit the phrase list…' }).click()
    await expect(page.getByRole('columnheader', { name: 'Departures' })).toBeVisible()
    expect(await frame.seriousViolations()).toEqual([])
    await page.keyboard.press('Escape')
    await page.getByRole('navigation', { name: 'Main navigation' }).getByRole('button', { name: 'Compare' }).click()
    await page.getByRole('tab', { name: /^Checks/ }).click()
    await expect(page.getByRole('region', { name: 'Against the baseline (the plan before)' })).toBeVisible({
      timeout: 45_000,
    })
  })
})
