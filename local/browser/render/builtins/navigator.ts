import { currentHost } from '../current-host'
import { fail } from '../fail'
import type { Builtin, Control } from './builtin'
import { followHover, hoverProperties } from './hover'

export const navigator: Builtin = {
  properties: {
    ...hoverProperties({ hoverClass: 'navigator-hover', start: 50, stay: 600 }),
    target: { type: String, value: 'self' },
    url: String,
    openType: { type: String, value: 'navigate' },
    delta: { type: Number, value: 1 },
  },
  create(self) {
    followHover(self)
    self.el.addEventListener('click', () => {
      go(self).then(
        () => self.triggerEvent('success', {}),
        (error: Error) => {
          console.error(`navigator: ${error.message}`)
          self.triggerEvent('fail', { errMsg: error.message })
        },
      )
    })
  },
}

async function go({ data }: Control): Promise<void> {
  const host = currentHost()
  const url = String(data.url)
  if (data.target !== 'self')
    fail(`<navigator target="${String(data.target)}"> is not provided in the browser`)
  switch (data.openType) {
    case 'navigate':
      return host.navigateTo(url)
    case 'redirect':
      return host.redirectTo(url)
    case 'switchTab':
      return host.switchTab(url)
    case 'reLaunch':
      return host.reLaunch(url)
    case 'navigateBack':
      return host.navigateBack(Number(data.delta))
    default:
      fail(`<navigator open-type="${String(data.openType)}"> is not provided in the browser`)
  }
}
