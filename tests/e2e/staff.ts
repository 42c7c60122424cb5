import type { Page } from 'playwright-core'
import { Worker } from './worker'

/** A person of staff with a phone. */
export class Staff extends Worker {
  constructor(readonly page: Page) {
    super(page)
  }

  /** A sheet over the page. */
  sheet(name: string | RegExp) {
    return this.page.getByRole('dialog', { name }).filter({ visible: true }).first()
  }

  async done(sheet: string | RegExp) {
    await this.sheet(sheet).getByRole('button', { name: '完成' }).click()
  }

  async open(path: string) {
    const at = new URL(this.page.url())
    at.searchParams.set('path', `/${path}`)
    await this.page.goto(at.href)
  }
}
