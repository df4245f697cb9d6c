import { AxeBuilder } from '@axe-core/playwright'
import { expect, type Locator, type Page } from '@playwright/test'
import { settled } from './settled.ts'

/** What stands around every screen: the navigation, the palette, messages. */
export class Frame {
  readonly page: Page
  readonly navigation: Locator
  readonly status: Locator
  readonly messages: Locator

  constructor(page: Page) {
    this.page = page
    this.navigation = page.getByRole('navigation', { name: '主导航' })
    this.status = page.getByRole('contentinfo').last()
    this.messages = page.locator('.toast')
  }

  async openLibrary(): Promise<void> {
    await this.navigation.getByRole('button', { name: '文库' }).click()
    await expect(this.page.getByRole('complementary', { name: '文件' })).toBeVisible()
  }

  async openSettings(): Promise<void> {
    await this.page.getByRole('button', { name: '设置', exact: true }).click()
  }

  /** Runs a command of the palette by its title, with the keyboard alone. */
  async command(title: string): Promise<void> {
    await this.page.keyboard.press('Control+k')
    await this.page.getByRole('combobox', { name: '输入命令、文件名或地区' }).fill(title)
    await this.page.keyboard.press('Enter')
  }

  /** Takes back what the newest message offers to take back. */
  async undo(): Promise<void> {
    await this.messages.last().getByRole('button', { name: '撤销' }).click()
  }

  /** What axe finds serious or worse on the page as it stands. */
  async seriousViolations(): Promise<readonly string[]> {
    await settled(this.page)
    const { violations } = await new AxeBuilder({ page: this.page }).analyze()
    return violations
      .filter(({ impact }) => impact === 'serious' || impact === 'critical')
      .map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(' | ')}`)
  }
}
