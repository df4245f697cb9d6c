import { expect, type Locator, type Page } from '@playwright/test'

/** 指标: the matrix, its bar, the panel of the row in hand. */
export class TargetsPage {
  readonly page: Page
  readonly bar: Locator
  readonly table: Locator
  readonly panel: Locator

  constructor(page: Page) {
    this.page = page
    this.bar = page.getByRole('toolbar', { name: '显示哪些指标' })
    this.table = page.getByRole('grid', { name: '指标对照表' })
    this.panel = page.getByRole('complementary', { name: '指标详情' })
  }

  /** From any screen. */
  async open(): Promise<void> {
    await this.page.getByRole('navigation', { name: '主导航' }).getByRole('button', { name: '指标' }).click()
    await this.ready()
  }

  async ready(): Promise<void> {
    // Reading every document of the table: on a busy machine more than an expectation's usual time.
    await expect(this.table).toBeVisible({ timeout: 45_000 })
    await expect(this.panel.getByRole('heading', { level: 2 })).toBeVisible()
  }

  filter(name: string): Locator {
    return this.bar.getByRole('radio', { name: new RegExp(`^${name}`) })
  }

  /** How many indicators a filter counts. */
  async count(name: string): Promise<number> {
    return Number(/\d+$/.exec((await this.filter(name).textContent()) ?? '')?.[0])
  }

  async search(words: string): Promise<void> {
    await this.bar.getByRole('textbox', { name: '指标名或同义词' }).fill(words)
  }

  /** Shows one group of indicators, or 全部. */
  async category(name: string): Promise<void> {
    await this.bar.getByRole('button', { name: /^分组/ }).click()
    await this.page.getByRole('menuitem', { name: new RegExp(`^${name}`) }).click()
  }

  /** The rows of indicators that are drawn, without head and categories. */
  rows(): Locator {
    return this.table.locator('.tgt-line:not(.grp)')
  }

  row(name: string): Locator {
    return this.rows().filter({ has: this.page.getByRole('rowheader', { name, exact: true }) })
  }

  /** The figure of a row in the column of a document. */
  figure(row: string, document: string): Locator {
    return this.row(row).getByRole('gridcell', { name: new RegExp(`，${document}，`) })
  }

  get columns(): Locator {
    return this.table.getByRole('columnheader').getByRole('button')
  }
}
