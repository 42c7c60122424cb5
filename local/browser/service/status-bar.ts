import { drawing, element } from './element'
import type { Phone } from './phone'

const SIGNAL =
  '<g fill="currentColor"><rect x="0" y="8" width="3.2" height="4" rx="1"/><rect x="5" y="5.6" width="3.2" height="6.4" rx="1"/>' +
  '<rect x="10" y="3" width="3.2" height="9" rx="1"/><rect x="15" y="0" width="3.2" height="12" rx="1"/></g>'
const WIFI =
  '<path d="M1.3 4.6a10.6 10.6 0 0 1 14.4 0M4 7.5a6.6 6.6 0 0 1 9 0" stroke="currentColor" stroke-width="1.9"/>' +
  '<path d="M8.5 12.2l2.4-2.7a3.4 3.4 0 0 0-4.8 0z" fill="currentColor"/>'
const BATTERY =
  '<rect x=".5" y=".5" width="21" height="11" rx="3.2" stroke="currentColor" opacity=".4"/>' +
  '<rect x="2" y="2" width="16" height="8" rx="1.9" fill="currentColor"/>' +
  '<path d="M23 4v4c.9-.3 1.5-1.1 1.5-2S23.900 4.300 23 4z" fill="currentColor" opacity=".5"/>'

const hours = new Intl.DateTimeFormat('zh-CN', {
  timeZone: 'Asia/Shanghai',
  hour: '2-digit',
  minute: '2-digit',
})

export interface StatusBar {
  node: HTMLElement
  /** `#ffffff` or `#000000`, for as long as the page on top stays there. */
  paint(color: string): void
}

/** The clock, and whether there is a network. */
export function statusBar({ host, bridge }: Phone): StatusBar {
  const time = element('time', { 'aria-label': '时间' })
  const wifi = wide(WIFI, 17)
  const node = element('div', { class: 'sys-status' }, time)
  node.append(element('span', { class: 'sys-status-icons' }, wide(SIGNAL, 18.2), wifi, wide(BATTERY, 25)))

  const painted = new WeakMap<object, string>()
  const tick = () => {
    time.textContent = hours.format(new Date())
    const page = host.top()?.page
    node.parentElement?.style.setProperty('--sys-chrome-ink', (page && painted.get(page)) ?? '')
  }
  const connect = () => node.classList.toggle('sys-offline', bridge.network() === 'off')
  bridge.onClockChange(tick)
  bridge.onNetworkChange(connect)
  setInterval(tick, 500)
  connect()
  tick()
  return {
    node,
    paint(color) {
      const page = host.top()?.page
      if (page) painted.set(page, color)
      tick()
    },
  }
}

function wide(markup: string, width: number): SVGSVGElement {
  const icon = drawing(markup)
  icon.setAttribute('viewBox', `0 0 ${width} 12`)
  icon.style.width = `${width}px`
  return icon
}
