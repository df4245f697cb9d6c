import type { Locator, Page } from '@playwright/test'

/** 导入: the queue, one file as found and as cleaned, what was done to it and what it is. */
export class ImportPage {
  readonly page: Page
  readonly queue: Locator
  /** The files that are read, and those that are only listed. */
  readonly entries: Locator
  readonly skipped: Locator
  readonly rawLines: Locator
  readonly cleanLines: Locator
  readonly warnings: Locator
  /** Warnings, and what to do with what the file brings along. */
  readonly notices: Locator
  readonly options: Locator
  readonly balance: Locator
  readonly save: Locator

  constructor(page: Page) {
    this.page = page
    this.queue = page.getByRole('complementary', { name: '队列' })
    this.entries = page.locator('.queue-item')
    this.skipped = page.locator('.queue-skipped li')
    this.rawLines = page.locator('.raw-line')
    this.cleanLines = page.locator('.clean > p')
    this.warnings = page.locator('.warning')
    this.notices = page.getByRole('group', { name: '提醒与选项' })
    this.options = page.getByRole('complementary', { name: '清理与文件信息' })
    this.balance = page.locator('.balance')
    this.save = this.options.getByRole('button', { name: /^导入/ })
  }

  entry(name: string): Locator {
    return this.entries.filter({ hasText: name })
  }

  async select(name: string): Promise<void> {
    await this.entry(name).getByRole('button').first().click()
  }

  step(name: string): Locator {
    return this.options.getByRole('switch', { name })
  }

  /** The line of a step: its switch, example and count. */
  stepLine(name: string): Locator {
    return this.options.getByRole('listitem').filter({ has: this.page.getByRole('switch', { name }) })
  }

  field(label: string): Locator {
    return this.options.getByLabel(label, { exact: true })
  }

  /** Chooses an entry of one of the form's lists. */
  async choose(label: string, entry: string): Promise<void> {
    await this.field(label).click()
    await this.page.locator('.ant-select-item-option').filter({ hasText: entry }).click()
  }
}
