import { asynchronous } from './asynchronous'
import { expectParameter } from './parameters'
import type { Phone } from './phone'

interface Target {
  url: string
}

export function navigation({ host }: Phone) {
  const to = (go: (url: string) => Promise<void>) => (target: Target) => {
    expectParameter('url', target.url, 'String')
    return go(target.url)
  }
  return asynchronous({
    navigateTo: to(url => host.navigateTo(url)),
    redirectTo: to(url => host.redirectTo(url)),
    switchTab: to(url => host.switchTab(url)),
    reLaunch: to(url => host.reLaunch(url)),
    navigateBack: ({ delta = 1 }: { delta?: number }) => host.navigateBack(delta),
  })
}
