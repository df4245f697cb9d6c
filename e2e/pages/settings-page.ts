import type { Locator, Page } from '@playwright/test'

/** 设置, by the words of the language shown. */
export class SettingsPage {
  readonly page: Page
  readonly sample: Locator

  constructor(page: Page) {
    this.page = page
    this.sample = page.locator('.settings-sample')
  }

  choice(name: string): Locator {
    return this.page.getByRole('radio', { name, exact: true })
  }

  get phrases(): Locator {
    return this.page.getByRole('button', { name: '编辑提法表…' })
  }

  async reviewer(name: string): Promise<void> {
    await this.page.getByRole('textbox', { name: '署名' }).fill(name)
  }
}
