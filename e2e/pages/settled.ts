import type { Page } from '@playwright/test'

/** Waits for what is on its way to end: a list that is still opening takes no click where it will stand, colours between two themes have no contrast worth the name. */
export async function settled(page: Page): Promise<void> {
  await page.evaluate(async () => {
    await new Promise((next) => requestAnimationFrame(() => requestAnimationFrame(next)))
    const ending = document.getAnimations().filter(({ effect }) => effect?.getComputedTiming().iterations !== Infinity)
    await Promise.allSettled(ending.map(({ finished }) => finished))
  })
}
