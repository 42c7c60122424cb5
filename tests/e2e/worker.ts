import type { FrameLocator, Page } from 'playwright-core'

/** The phone: a document of its own, or the frame in the workbench. */
export type Phone = Page | FrameLocator

/** A person with a phone, in the words of what they do. Everything is found by role or by what is printed. */
export class Worker {
  constructor(readonly phone: Phone) {}

  /** 扫一扫 on the home page, and the printed code with this title. */
  async scan(title: string) {
    await this.phone.getByRole('button', { name: '扫一扫' }).click()
    await this.phone.getByRole('dialog', { name: '扫一扫' }).getByRole('button', { name: title }).click()
  }

  async see(text: string | RegExp) {
    await this.phone.getByText(text).filter({ visible: true }).first().waitFor()
  }

  async tap(name: string | RegExp) {
    await this.phone.getByRole('button', { name }).filter({ visible: true }).first().click()
  }

  /** A field, by what is said to a screen reader. */
  async write(label: string | RegExp, text: string) {
    const field = this.phone.locator('input, textarea').and(this.phone.getByLabel(label))
    await field.filter({ visible: true }).first().fill(text)
    await field.filter({ visible: true }).first().blur()
  }

  async tab(name: string) {
    await this.phone.getByRole('tab', { name }).filter({ visible: true }).first().click()
  }

  /** The first time: consent, name, phone through WeChat, kind of work. */
  async register(name: string) {
    await this.see('报名前，请先确认')
    await this.phone.getByPlaceholder('请填写真实姓名').fill(name)
    await this.tap(/微信手机号/)
    await this.tap('允许')
    await this.see('微信已提供')
    await this.phone.getByRole('radio', { name: '外卖骑手' }).click()
    await this.phone.getByRole('checkbox', { name: /同意/ }).click()
    await this.tap('同意并继续')
  }

  /** From an activity's page to the answer. */
  async confirm() {
    await this.see('确认报名')
    await this.phone.getByRole('checkbox', { name: '我已阅读并同意以上规则' }).click()
    await this.tap('确认报名')
  }

  async signUp() {
    await this.tap('立即报名')
    await this.confirm()
  }

  async back() {
    await this.phone.getByRole('button', { name: '返回' }).filter({ visible: true }).first().click()
  }
}
