import type { Locator, Page } from '@playwright/test'

/** 文库: the list on the left, the timeline of one document, the bar that starts a comparison. */
export class LibraryPage {
  readonly page: Page
  readonly list: Locator
  readonly search: Locator
  readonly timeline: Locator
  readonly compareButton: Locator
  readonly pickBar: Locator

  constructor(page: Page) {
    this.page = page
    this.list = page.getByRole('complementary', { name: '文件' })
    this.search = this.list.getByRole('textbox')
    this.timeline = page.getByRole('list', { name: '版本' })
    this.compareButton = page.getByRole('button', { name: '开始比对' })
    this.pickBar = page.locator('.pick')
  }

  /** The rows of the list, by their short titles. */
  rows(): Locator {
    return this.list.locator('li button')
  }

  row(title: string): Locator {
    return this.rows().filter({ hasText: title })
  }

  async show(title: string): Promise<void> {
    await this.row(title).click()
  }

  /** A version's card (or 底稿) by the name of its stage. */
  card(stage: string): Locator {
    return this.timeline.getByRole('article', { name: stage, exact: true })
  }

  /** Chooses an entry of a card's menu. */
  async choose(stage: string, entry: string): Promise<void> {
    await this.card(stage).getByRole('button', { name: '更多操作' }).click()
    await this.page.getByRole('menuitem', { name: entry }).click()
  }

  async removeDocument(): Promise<void> {
    await this.page.getByRole('button', { name: '文件的更多操作' }).click()
    await this.page.getByRole('menuitem', { name: '移除文件' }).click()
  }

  dialog(title: string): Locator {
    return this.page.getByRole('dialog', { name: title })
  }
}
