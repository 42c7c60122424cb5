import type { OpenPage } from './open-page'
import type { AppConfig } from './registry'

interface Actions {
  back(): void
  switchTab(path: string): void
}

/** WeChat's own navigation and tab bars, plain, for apps and pages that do not draw theirs. */
export class Chrome {
  private readonly title = document.createElement('h1')
  private readonly backButton = button('‹')
  private readonly bar = document.createElement('header')
  private readonly tabs = document.createElement('nav')

  constructor(app: AppConfig, frame: HTMLElement, pages: HTMLElement, { back, switchTab }: Actions) {
    this.bar.className = 'phone-navigation-bar'
    this.backButton.setAttribute('aria-label', '返回')
    this.backButton.onclick = back
    this.bar.append(this.backButton, this.title)
    this.tabs.className = 'phone-tab-bar'
    for (const { pagePath, text } of app.tabBar?.custom ? [] : (app.tabBar?.list ?? [])) {
      const tab = button(text)
      tab.dataset.path = pagePath
      tab.onclick = () => switchTab(pagePath)
      this.tabs.append(tab)
    }
    frame.append(this.bar, pages, this.tabs)
  }

  follow(top: OpenPage, depth: number, isTab: boolean): void {
    this.bar.hidden = top.window.navigationStyle === 'custom'
    this.backButton.hidden = depth < 2
    this.title.textContent = top.window.navigationBarTitleText ?? ''
    this.tabs.hidden = !isTab || !this.tabs.childElementCount
    for (const tab of this.tabs.children)
      tab.toggleAttribute('aria-current', (tab as HTMLElement).dataset.path === top.route)
  }

  setTitle(title: string): void {
    this.title.textContent = title
  }
}

function button(text: string): HTMLButtonElement {
  const element = document.createElement('button')
  element.textContent = text
  return element
}
