import { expect, test } from '../fixtures/app.ts'

test('starts on a new library and finds it again', async ({ app }) => {
  await expect(app.page.locator('#root')).not.toBeEmpty()
  await app.restart()
  await expect(app.page.locator('#root')).not.toBeEmpty()
})

test('starts again after it was killed', async ({ app }) => {
  await expect(app.page.locator('#root')).not.toBeEmpty()
  await app.kill()
  await app.restart()
  await expect(app.page.locator('#root')).not.toBeEmpty()
})
