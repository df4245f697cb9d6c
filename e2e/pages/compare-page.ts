import { expect, type Locator, type Page } from '@playwright/test'
import { settled } from './settled.ts'

/** 比对: two panes, the spine between them, outline, ruler, inspector with the decision dock. */
export class ComparePage {
  readonly page: Page
  readonly bar: Locator
  readonly left: Locator
  readonly right: Locator
  readonly spine: Locator
  readonly inspector: Locator
  readonly dock: Locator
  readonly scroller: Locator

  constructor(page: Page) {
    this.page = page
    this.bar = page.getByRole('toolbar', { name: '筛选与导航' })
    this.left = page.getByRole('textbox', { name: '底本正文，只读' })
    this.right = page.getByRole('textbox', { name: '本稿正文，可编辑' })
    this.spine = page.getByRole('group', { name: '改动', exact: true })
    this.inspector = page.getByRole('complementary', { name: '详情' })
    this.dock = page.getByRole('region', { name: '处理意见' })
    this.scroller = page.getByRole('group', { name: '正文' })
  }

  /** Waits until both texts have been compared, and what the screen then shows is drawn. */
  async ready(): Promise<void> {
    // Starting the program, reading both texts and comparing them: on a busy machine more than an expectation's usual time.
    await expect(this.page.getByRole('contentinfo').last()).toContainText('精确比对', { timeout: 45_000 })
    await settled(this.page)
  }

  /** The tags on and near the screen, by what they say aloud. */
  tags(name?: string | RegExp): Locator {
    return name === undefined ? this.spine.locator('.tagbtn') : this.spine.getByRole('button', { name })
  }

  filter(name: string): Locator {
    return this.bar.getByRole('checkbox', { name: new RegExp(`^${name}`) })
  }

  tab(name: string): Locator {
    return this.inspector.getByRole('tab', { name: new RegExp(`^${name}`) })
  }

  get leftHead(): Locator {
    return this.page.locator('.cmp-heads .hd').first().locator('.cmp-select')
  }

  /** A baseline in the switch above the left pane. */
  switch(name: string): Locator {
    return this.page.getByRole('group', { name: '换为' }).getByRole('button', { name })
  }

  /** The list of baselines, opened. */
  async openBaselines(): Promise<Locator> {
    await this.page.getByRole('button', { name: '底本：增减、换用' }).click()
    const list = this.page.getByRole('dialog', { name: '底本' })
    await expect(list.getByRole('listitem').first()).toBeVisible()
    await settled(this.page)
    return list
  }

  /** 历次表述 of the row in hand. */
  get history(): Locator {
    return this.inspector.getByRole('list', { name: '历次表述，由旧到新' })
  }

  /** What one baseline said. */
  past(name: string): Locator {
    return this.history.getByRole('listitem', { name, exact: true })
  }

  /** The button of a target change or a finding under a paragraph. */
  chip(words: string | RegExp): Locator {
    return this.scroller.locator('.cm-chips').getByRole('button', { name: words })
  }

  folds(): Locator {
    return this.right.locator('.cm-fold')
  }

  /** A paragraph of a pane. */
  line(side: 'left' | 'right', words: string): Locator {
    return this[side].locator('.cm-line').filter({ hasText: words })
  }

  /** What the bar says of where one is: 第 8 处. */
  async position(): Promise<number> {
    return Number(/\d+/.exec((await this.bar.getByText(/^第 \d+ 处$/).textContent()) ?? '')?.[0])
  }

  /** Puts the caret behind `words` in the draft, as a click there would. */
  async placeCaret(words: string): Promise<void> {
    await this.select('right', words)
    await this.page.keyboard.press('ArrowRight')
  }

  /** Selects `words` in a pane the way a mouse does. */
  async select(side: 'left' | 'right', words: string): Promise<void> {
    // Not by focus(): the browser would scroll to the caret.
    await this[side].evaluate((content) => content.focus({ preventScroll: true }))
    await this[side].evaluate((content, wanted) => {
      for (const line of content.querySelectorAll('.cm-line')) {
        const at = (line.textContent ?? '').indexOf(wanted)
        if (at < 0) continue
        const range = document.createRange()
        const walker = document.createTreeWalker(line, NodeFilter.SHOW_TEXT)
        let passed = 0
        for (let node = walker.nextNode(); node; node = walker.nextNode()) {
          const { length } = node as Text
          if (passed <= at && at < passed + length) range.setStart(node, at - passed)
          if (passed < at + wanted.length && at + wanted.length <= passed + length)
            range.setEnd(node, at + wanted.length - passed)
          passed += length
        }
        const selection = document.getSelection()
        selection?.removeAllRanges()
        selection?.addRange(range)
        return
      }
      throw new Error(`not on the screen: ${wanted}`)
    }, words)
    // CodeMirror reads the selection from an event of its own turn.
    await this.page.waitForTimeout(50)
  }

  /** Puts another text on a side, by the words of its entry: `“十五五”规划纲要 · 讨论稿`. */
  async choose(side: '底本' | '本稿', words: string): Promise<void> {
    await this.page.getByRole('combobox', { name: `选择${side}` }).click()
    await this.page.keyboard.insertText(words)
    await this.page.locator('.ant-select-item-option').filter({ hasText: words }).first().click()
    await expect(this.page.locator('.cmp-heads .hd').nth(side === '底本' ? 0 : 1)).toContainText(words.slice(-2))
    await this.ready()
  }

  /** From any screen to the comparison of these two texts. */
  async open(left: string, right: string): Promise<void> {
    await this.page.getByRole('navigation', { name: '主导航' }).getByRole('button', { name: '比对' }).click()
    await this.ready()
    await this.choose('本稿', right)
    await this.choose('底本', left)
  }

  get sealButton(): Locator {
    return this.page.getByRole('button', { name: '定稿', exact: true })
  }

  /** Types and waits until the text is safe. */
  async type(text: string): Promise<void> {
    await this.page.keyboard.insertText(text)
    await this.saved()
  }

  async saved(): Promise<void> {
    await expect(this.page.getByRole('contentinfo').last()).toContainText('已自动保存')
  }

  /** The largest distance in pixels between a paragraph of the draft on the screen and the row that the spine draws for it; each must be a row of its own. */
  async offRow(): Promise<number> {
    return this.scroller.evaluate((scroller) => {
      const { top, bottom } = scroller.getBoundingClientRect()
      const tops = (selector: string) =>
        [...scroller.querySelectorAll(selector)].map((element) => element.getBoundingClientRect().top)
      const rows = tops('.cmp-spine .srow')
      const lines = tops('.cmp-pane.r .cm-line').filter((y) => y >= top && y < bottom)
      return Math.max(0, ...lines.map((y) => Math.min(...rows.map((row) => Math.abs(row - y)))))
    })
  }

  /** The largest distance in pixels between lines of the same words on both sides, among those on the screen. */
  async misalignment(): Promise<number> {
    return this.scroller.evaluate((scroller) => {
      const { top, bottom } = scroller.getBoundingClientRect()
      const lines = (side: string) =>
        [...scroller.querySelectorAll(`.cmp-pane.${side} .cm-line`)].map((line) => ({
          words: line.textContent ?? '',
          y: line.getBoundingClientRect().top,
          moved: line.classList.contains('cm-above'),
        }))
      const right = new Map(lines('r').map((line) => [line.words, line]))
      const distances = lines('l').flatMap(({ words, y, moved }) => {
        const other = right.get(words)
        const shown = y >= top && y < bottom
        return shown && !moved && words.length > 10 && other && !other.moved ? [Math.abs(other.y - y)] : []
      })
      return Math.max(0, ...distances)
    })
  }
}
